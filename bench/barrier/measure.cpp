#include "barrier/measure.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <exception>

#include "solver/backend.hpp"
#include "solver/certificate.hpp"
#include "solver/polish.hpp"

namespace ecumene::bench {
namespace {

using namespace solver;

// ---- a process of its own -------------------------------------------------------------------------------------------

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

double seconds_of(const rusage& usage) {
    return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

double megabytes_of(const rusage& usage) {
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

rusage used_so_far() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

// What a child has sent before it ended, and what it used.
template <class Result>
struct FromChild {
    Result result{};
    bool is_whole{}, is_over_limit{};
    double seconds{}, megabytes{};  // memory above what it started with
};

// The system ends a child that passes its limit of CPU seconds, so that no solver has to be trusted with that.
void set_limit(double seconds) {
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    if (seconds <= 0.0) return;
    const auto whole = static_cast<rlim_t>(std::ceil(seconds));
    const rlimit limit{whole, whole + 5};
    setrlimit(RLIMIT_CPU, &limit);
}

template <class T>
bool send(int pipe_end, const T& value) {
    return write(pipe_end, &value, sizeof value) == static_cast<ssize_t>(sizeof value);
}

template <class T>
bool receive(int pipe_end, T& value) {
    return read(pipe_end, &value, sizeof value) == static_cast<ssize_t>(sizeof value);
}

template <class Result, class Work>
[[noreturn]] void run_as_child(int pipe_end, double limit, Work work) {
    set_limit(limit);
    const double at_start = megabytes_of(used_so_far());
    bool is_sent = send(pipe_end, at_start);
    try {
        const Result result = work();
        is_sent = send(pipe_end, result) && is_sent;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        is_sent = false;
    }
    _exit(is_sent ? 0 : 1);
}

template <class Result, class Work>
FromChild<Result> in_child(double limit, Work work) {
    FromChild<Result> out;
    int ends[2];
    if (pipe(ends) != 0) return out;
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) run_as_child<Result>(ends[1], limit, work);
    close(ends[1]);
    double at_start = 0.0;
    out.is_whole = child > 0 && receive(ends[0], at_start) && receive(ends[0], out.result);
    close(ends[0]);
    int status = 0;
    rusage usage{};
    if (child > 0 && wait4(child, &status, 0, &usage) == child) {
        out.is_over_limit = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
        out.seconds = seconds_of(usage);
        out.megabytes = megabytes_of(usage) - at_start;
    }
    return out;
}

// ---- solving --------------------------------------------------------------------------------------------------------

// What HiGHS's engine makes of a certificate's tolerance (highs.cpp): a gap of a tenth of it.
constexpr double engine_factor = 10.0;

Measured solved(const lp::Problem& problem, Solver which, const Rules& rules, double own_gap) {
    const double tolerance = rules.tolerance;
    Options options{.tolerance = tolerance, .threads = rules.threads};
    if (which == Solver::highs) {
        options.tolerance = engine_factor * own_gap;
        options.threads = 1;
    }
    const Task task{problem, options, Method::interior_point, Effort::usual};
    Watch watch(0.0, silent());
    barrier::Inside inside;
    const double begun = seconds_of(used_so_far());
    Solution solution = which == Solver::highs ? highs_engine().run(task, watch) : barrier::solve(task, watch, &inside);
    const double seconds = seconds_of(used_so_far()) - begun, elapsed = watch.elapsed(), share = seconds / elapsed;
    inside.factorizing *= share;
    inside.solving *= share;
    const Certificate certificate = polish(problem, solution, tolerance);
    const bool is_proved = solution.termination.reason == Reason::optimal && certificate.holds(tolerance);
    return {.outcome = is_proved ? Outcome::proved : Outcome::no_certificate,
        .seconds = seconds,
        .elapsed = elapsed,
        .objective = certificate.objective,
        .worst = std::max({certificate.primal, certificate.dual, certificate.gap}),
        .own_gap = own_gap,
        .iterations = solution.iterations,
        .inside = inside};
}

Measured measured_once(const lp::Problem& problem, Solver which, const Rules& rules, double own_gap) {
    const auto child = in_child<Measured>(rules.limit, [&] { return solved(problem, which, rules, own_gap); });
    Measured out = child.result;
    if (!child.is_whole) {
        out.outcome = child.is_over_limit ? Outcome::over_limit : Outcome::died;
        out.seconds = child.is_over_limit ? rules.limit : child.seconds;
        out.own_gap = own_gap;
    }
    out.megabytes = child.megabytes;
    return out;
}

}  // namespace

Measured measure(const lp::Problem& problem, Solver which, const Rules& rules) {
    if (which == Solver::barrier) return measured_once(problem, which, rules, 0.0);
    if (!highs_engine().info().is_available) return {};
    Measured out;
    for (const double tighter : {1.0, 0.1, 0.01}) {
        const Measured next = measured_once(problem, which, rules, tighter * rules.tolerance);
        // A tighter run that ends otherwise than proved says no more than the looser one did.
        if (out.outcome == Outcome::left_out || next.is_proved()) out = next;
        if (next.outcome != Outcome::no_certificate) break;
    }
    return out;
}

}  // namespace ecumene::bench
