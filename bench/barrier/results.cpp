#include "barrier/results.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <utility>

#include "core/text.hpp"

namespace ecumene::bench {
namespace {

using Line = std::vector<std::string>;

constexpr double million = 1e6, giga = 1e9;

// ---- tables ---------------------------------------------------------------------------------------------------------

// Columns as wide as their widest word: the first to the left, figures to the right.
void print_table(const char* title, const std::vector<Line>& lines) {
    std::vector<std::size_t> widths(lines.front().size());
    for (const Line& line : lines)
        for (std::size_t k = 0; k < line.size(); ++k) widths[k] = std::max(widths[k], line[k].size());
    std::printf("\n%s\n", title);
    for (const Line& line : lines) {
        std::printf("%-*s", static_cast<int>(widths[0]), line[0].c_str());
        for (std::size_t k = 1; k < line.size(); ++k)
            std::printf("  %*s", static_cast<int>(widths[k]), line[k].c_str());
        std::printf("\n");
    }
}

std::string whole(std::int64_t count) {
    return grouped(static_cast<double>(count));
}

// Two figures or three, whatever the size.
std::string rounded(double value) {
    if (!std::isfinite(value)) return "-";
    return grouped(value, value < 0.0995 ? 4 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

std::string unless_killed(const Measured& m, const std::string& text) {
    return m.outcome == Outcome::proved || m.outcome == Outcome::no_certificate ? text : "-";
}

std::string memory_text(const Measured& m) {
    return m.outcome == Outcome::left_out ? "-" : rounded(m.megabytes);
}

std::string ratio_text(const Measured& ours, const Measured& theirs) {
    if (!ours.is_proved()) return "-";
    if (theirs.outcome == Outcome::over_limit) return "> " + rounded(theirs.seconds / ours.seconds);
    return theirs.is_proved() ? rounded(theirs.seconds / ours.seconds) : "-";
}

void print_comparison(const std::vector<Result>& results, const Rules& rules) {
    std::vector<Line> lines{{"problem", "rows", "columns", "entries", "barrier s", "elapsed", "it.", "MB", "HiGHS s",
        "it.", "MB", "gap asked", "HiGHS / barrier"}};
    for (const Result& r : results) {
        const Measured ours = median_of(r, Solver::barrier), theirs = median_of(r, Solver::highs);
        lines.push_back({r.instance.name, whole(r.rows), whole(r.columns), whole(r.entries), seconds_text(ours, rules),
            unless_killed(ours, rounded(ours.elapsed)), unless_killed(ours, whole(ours.iterations)), memory_text(ours),
            seconds_text(theirs, rules), unless_killed(theirs, whole(theirs.iterations)), memory_text(theirs),
            unless_killed(theirs, compose("{:.0e}", {theirs.own_gap})), ratio_text(ours, theirs)});
    }
    print_table("CPU seconds to the certificate, the median over seeds", lines);
}

void print_inside(const std::vector<Result>& results) {
    std::vector<Line> lines{{"problem", "rows", "columns", "bounds", "border", "M factor", "GFlop", "factors", "solves",
        "factor s", "solve s", "rest s", "GF/s factor", "GF/s solve"}};
    for (const Result& r : results) {
        const Measured& ours = r.trials.front().ours;
        const Inside& in = ours.inside;
        if (!in.is_there) continue;
        lines.push_back({r.instance.name, whole(in.rows), whole(in.columns), whole(in.variable_bounds),
            whole(in.border), rounded(static_cast<double>(in.factor_entries) / million), rounded(in.flops / giga),
            whole(in.factorizations), whole(in.solves), rounded(in.factorizing), rounded(in.solving),
            rounded(ours.seconds - in.factorizing - in.solving), rounded(factor_rate(in)), rounded(solve_rate(in))});
    }
    if (lines.size() > 1) print_table("Inside the barrier, first seed, after presolve", lines);
}

// ---- growth ---------------------------------------------------------------------------------------------------------

struct Dimension {
    const char* name;
    int RegionalSize::*count;
};
constexpr Dimension dimensions[] = {
    {"hours", &RegionalSize::hours}, {"regions", &RegionalSize::regions}, {"years", &RegionalSize::years}};

bool differ_only_in(const Dimension& dimension, const RegionalSize& a, const RegionalSize& b) {
    return std::all_of(std::begin(dimensions), std::end(dimensions),
        [&](const Dimension& d) { return (a.*d.count != b.*d.count) == (d.count == dimension.count); });
}

// The next larger instance that differs in this dimension alone.
const Result* next_after(const Result& result, const Dimension& dimension, const std::vector<Result>& results) {
    const Result* next = nullptr;
    for (const Result& other : results) {
        if (!other.instance.size || !differ_only_in(dimension, *result.instance.size, *other.instance.size)) continue;
        const int count = (*other.instance.size).*dimension.count;
        const bool is_larger = count > (*result.instance.size).*dimension.count;
        if (is_larger && (!next || count < (*next->instance.size).*dimension.count)) next = &other;
    }
    return next;
}

// p in value ~ size^p
std::string exponent_text(double size_ratio, double from, double to) {
    const double p = std::log(to / from) / std::log(size_ratio);
    return from > 0 && to > 0 && std::isfinite(p) ? compose("{:.2f}", {p}) : "-";
}

std::string seconds_exponent(double size_ratio, const Measured& from, const Measured& to) {
    if (!from.is_proved()) return "-";
    if (to.outcome == Outcome::over_limit) return "> " + exponent_text(size_ratio, from.seconds, to.seconds);
    return to.is_proved() ? exponent_text(size_ratio, from.seconds, to.seconds) : "-";
}

Line growth_line(const Dimension& dimension, const Result& from, const Result& to) {
    const double ratio =
        static_cast<double>((*to.instance.size).*dimension.count) / (*from.instance.size).*dimension.count;
    const Measured ours_from = median_of(from, Solver::barrier), ours_to = median_of(to, Solver::barrier);
    const auto inside = [&](auto figure) {
        return exponent_text(ratio, figure(from.trials.front().ours.inside), figure(to.trials.front().ours.inside));
    };
    return {dimension.name, from.instance.name + " -> " + to.instance.name, seconds_exponent(ratio, ours_from, ours_to),
        seconds_exponent(ratio, median_of(from, Solver::highs), median_of(to, Solver::highs)),
        exponent_text(ratio, static_cast<double>(ours_from.iterations), static_cast<double>(ours_to.iterations)),
        exponent_text(ratio, ours_from.megabytes, ours_to.megabytes),
        inside([](const Inside& i) { return static_cast<double>(i.factor_entries); }),
        inside([](const Inside& i) { return i.flops; })};
}

void print_growth(const std::vector<Result>& results) {
    std::vector<Line> lines{
        {"with", "from -> to", "barrier s", "HiGHS s", "iterations", "MB", "factor entries", "flops"}};
    for (const Dimension& dimension : dimensions)
        for (const Result& result : results) {
            if (!result.instance.size) continue;
            if (const Result* next = next_after(result, dimension, results))
                lines.push_back(growth_line(dimension, result, *next));
        }
    if (lines.size() > 1) print_table("Growth: p in figure ~ size^p; all but HiGHS s are the barrier's", lines);
}

void print_doubts(const std::vector<Result>& results) {
    for (const Result& r : results)
        for (const Trial& t : r.trials) {
            const double apart = std::abs(t.ours.objective - t.theirs.objective) / (1 + std::abs(t.ours.objective));
            if (t.ours.is_proved() && t.theirs.is_proved() && apart > 1e-5)
                std::printf("%s seed %u: the objectives are %.1e apart\n", r.instance.name.c_str(), t.seed, apart);
            if (!t.ours.is_proved())
                std::printf("%s seed %u: the barrier did not reach its certificate (%.1e)\n", r.instance.name.c_str(),
                    t.seed, t.ours.worst);
        }
}

// ---- csv ------------------------------------------------------------------------------------------------------------

const char* name_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::proved: return "proved";
        case Outcome::no_certificate: return "no_certificate";
        case Outcome::over_limit: return "over_limit";
        case Outcome::died: return "died";
        case Outcome::left_out: break;
    }
    return "left_out";
}

constexpr const char* no_inside = ",,,,,,,,,,\n";

std::string inside_csv(const Measured& m) {
    const Inside& in = m.inside;
    if (!in.is_there) return no_inside;
    return compose(",{},{},{},{},{},{:.4g},{},{},{:.3f},{:.3f},{:.3f}\n",
        {in.rows, in.columns, in.variable_bounds, in.border, in.factor_entries, in.flops, in.factorizations, in.solves,
            m.seconds, in.factorizing, in.solving});
}

std::string measured_csv(const Measured& m) {
    return compose(
        "{},{:.3f},{:.3f},{:.1f},{},{},{:.2e},{:g}", {name_of(m.outcome), m.seconds, m.elapsed, m.megabytes,
                                                         m.iterations, shortest(m.objective), m.worst, m.own_gap});
}

}  // namespace

Measured median_of(const Result& result, Solver solver) {
    std::vector<Measured> all;
    for (const Trial& trial : result.trials) all.push_back(solver == Solver::barrier ? trial.ours : trial.theirs);
    if (all.empty()) return {};
    std::stable_sort(all.begin(), all.end(), [](const Measured& a, const Measured& b) {
        return std::pair(!a.is_proved(), a.seconds) < std::pair(!b.is_proved(), b.seconds);
    });
    return all[all.size() / 2];
}

std::string seconds_text(const Measured& measured, const Rules& rules) {
    switch (measured.outcome) {
        case Outcome::proved: return rounded(measured.seconds);
        case Outcome::no_certificate: return "none (" + rounded(measured.seconds) + ")";
        case Outcome::over_limit: return compose("> {:g}", {rules.limit});
        case Outcome::died: return "died";
        case Outcome::left_out: break;
    }
    return "-";
}

void print(const std::vector<Result>& results, const Rules& rules) {
    if (results.empty()) return;
    print_comparison(results, rules);
    print_inside(results);
    print_growth(results);
    print_doubts(results);
}

std::string csv_of(const std::vector<Result>& results) {
    std::string out =
        "problem,seed,rows,columns,entries,solver,outcome,cpu_seconds,elapsed_seconds,peak_MB_above_problem,iterations,"
        "objective,certificate,own_gap,reduced_rows,reduced_columns,variable_bounds,border_columns,factor_entries,"
        "flops_per_factorisation,factorisations,solves,inside_cpu_seconds,factorising_seconds,solving_seconds\n";
    for (const Result& r : results)
        for (const Trial& t : r.trials) {
            const std::string head =
                compose("{},{},{},{},{},", {r.instance.name, t.seed, r.rows, r.columns, r.entries});
            out += head + "barrier," + measured_csv(t.ours) + inside_csv(t.ours);
            out += head + "highs_ipx," + measured_csv(t.theirs) + no_inside;
        }
    return out;
}

}  // namespace ecumene::bench
