#include "solver/solve.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "solver/backend.hpp"
#include "solver/certificate.hpp"
#include "solver/infeasibility.hpp"
#include "solver/inspection.hpp"
#include "solver/polish.hpp"

namespace ecumene::solver {
namespace {

// Entries above which an answer the barrier has nearly proven is given as such: other programs would take hours over a proof,
// if they found one.
constexpr std::int64_t too_many_for_others = 500'000;

// ---- what is asked --------------------------------------------------------------------------------------------------

void fail(std::string message) {
    throw Error(ErrorKind::internal, std::move(message));
}

void require_shape(const lp::Problem& problem) {
    const std::size_t columns = problem.cost.size(), rows = problem.row_lower.size();
    const bool is_consistent = problem.lower.size() == columns && problem.upper.size() == columns &&
                               problem.row_upper.size() == rows && problem.index.size() == problem.value.size() &&
                               (problem.is_integer.empty() || problem.is_integer.size() == columns);
    if (!is_consistent) fail("the arrays of the problem differ in length");
    const bool has_starts = problem.start.size() == columns + 1 && problem.start.front() == 0 &&
                            problem.start.back() == problem.entries() &&
                            std::is_sorted(problem.start.begin(), problem.start.end());
    if (!has_starts && !(columns == 0 && problem.start.empty())) fail("the problem's column starts are not in order");
    const auto is_row = [&](std::int32_t i) { return i >= 0 && i < problem.rows(); };
    if (!std::all_of(problem.index.begin(), problem.index.end(), is_row))
        fail("an entry of the problem names a row that is not there");
}

void require_numbers(const lp::Problem& problem) {
    for (std::int32_t j = 0; j < problem.columns(); ++j) {
        const auto k = static_cast<std::size_t>(j);
        if (!std::isfinite(problem.cost[k])) fail("the cost of " + problem.column_name(j) + " is not a finite number");
        if (!(problem.lower[k] < lp::infinity) || !(problem.upper[k] > -lp::infinity))
            fail("the bounds of " + problem.column_name(j) + " are no bounds");
        for (auto e = static_cast<std::size_t>(problem.start[k]); e < static_cast<std::size_t>(problem.start[k + 1]);
             ++e)
            if (!std::isfinite(problem.value[e]))
                fail(compose("the coefficient of {} in {} is not a finite number",
                    {problem.column_name(j), problem.row_name(problem.index[e])}));
    }
    for (std::int32_t i = 0; i < problem.rows(); ++i) {
        const auto k = static_cast<std::size_t>(i);
        if (!(problem.row_lower[k] < lp::infinity) || !(problem.row_upper[k] > -lp::infinity))
            fail("the limits of " + problem.row_name(i) + " are no limits");
    }
}

void require_sound(const lp::Problem& problem, const Options& options) {
    if (const std::string complaint = options.complaint(); !complaint.empty()) throw Error(ErrorKind::input, complaint);
    require_shape(problem);
    require_numbers(problem);
}

// ---- who answers ----------------------------------------------------------------------------------------------------

const Engine& engine_of(Backend backend) {
    switch (backend) {
        case Backend::highs: return highs_engine();
        case Backend::clp: return clp_engine();
        case Backend::cbc: return cbc_engine();
        case Backend::barrier: return barrier_engine();
        case Backend::automatic: break;
    }
    throw Error(ErrorKind::internal, "no backend of that number");
}

const Engine& verdict_engine(bool has_integers) {
    if (highs_engine().info().is_available) return highs_engine();
    return has_integers ? cbc_engine() : clp_engine();
}

const Engine& chosen_engine(const lp::Problem& problem, const Options& options) {
    if (options.backend == Backend::automatic) return verdict_engine(problem.has_integers());
    const Engine& named = engine_of(options.backend);
    const BackendInfo info = named.info();
    if (!info.is_available) throw Error(ErrorKind::solver, "the solver " + info.name + " is not here: " + info.reason);
    if (problem.has_integers() && !info.solves_integers)
        throw Error(ErrorKind::solver, info.name + " does not solve integer problems: ask for highs or cbc");
    // The barrier proves optima only: where there is none, another engine has the word.
    return options.backend == Backend::barrier ? verdict_engine(problem.has_integers()) : named;
}

Method chosen_method(const Engine& engine, const lp::Problem& problem, const Options& options) {
    if (options.method != Method::automatic) return options.method;
    return problem.entries() < engine.simplex_pays_below() ? Method::simplex : Method::interior_point;
}

bool barrier_comes_first(const Engine& engine, const lp::Problem& problem, const Options& options) {
    if (options.backend == Backend::barrier) return true;
    return options.backend == Backend::automatic && !problem.has_integers() &&
           chosen_method(engine, problem, options) == Method::interior_point;
}

// ---- how hard to try ------------------------------------------------------------------------------------------------

struct Attempt {
    Method method;
    Effort effort;
};

std::span<const Attempt> attempts_for(bool has_integers, Method method) {
    static constexpr Attempt branch_and_cut[] = {{Method::simplex, Effort::usual}, {Method::simplex, Effort::thorough}};
    static constexpr Attempt simplex[] = {{Method::simplex, Effort::usual}, {Method::simplex, Effort::thorough}};
    static constexpr Attempt interior[] = {{Method::interior_point, Effort::usual},
        {Method::interior_point, Effort::thorough}, {Method::simplex, Effort::thorough}};
    if (has_integers) return branch_and_cut;
    return method == Method::simplex ? std::span<const Attempt>(simplex) : std::span<const Attempt>(interior);
}

struct Candidate {
    Solution solution;
    Certificate certificate;

    double worst_measure() const {
        return std::max({certificate.primal, certificate.dual, certificate.gap, certificate.integrality});
    }
};

// Integers: a gap within what was asked is an answer, however far from zero.
bool carries_proof(const Candidate& candidate, bool has_integers, double tolerance) {
    const Certificate& c = candidate.certificate;
    return has_integers ? c.primal <= tolerance && c.integrality <= tolerance : c.holds(tolerance);
}

// Whether another attempt could only repeat this one.
bool is_settled(const Candidate& candidate, Method method, bool has_integers, double tolerance) {
    switch (candidate.solution.termination.reason) {
        case Reason::limit:  // what our own method has no memory for, the others have less for
            return candidate.solution.termination.limit == Limit::time ||
                   candidate.solution.termination.limit == Limit::memory;
        case Reason::cancelled: return true;
        case Reason::infeasible:
        case Reason::unbounded:
            return method == Method::simplex;  // an interior point cannot prove that there is nothing
        case Reason::optimal: return carries_proof(candidate, has_integers, tolerance);
        case Reason::infeasible_or_unbounded:
        case Reason::failed: return false;
    }
    return false;
}

bool is_better(const Candidate& a, const Candidate& b) {
    const bool a_answers = a.solution.termination.reason == Reason::optimal,
               b_answers = b.solution.termination.reason == Reason::optimal;
    if (a_answers && b_answers) return a.worst_measure() <= b.worst_measure();
    return a_answers || !b_answers;
}

bool is_nearly_proven(const Candidate& candidate, const lp::Problem& problem) {
    return candidate.solution.termination.reason == Reason::optimal && problem.entries() > too_many_for_others &&
           candidate.certificate.holds(exploring_tolerance);
}

// Of the barrier, which proves optima only: there may be none.
bool has_no_end(const Solution& solution) {
    const Reason reason = solution.termination.reason;
    return !solution.has_values() && (reason == Reason::failed || reason == Reason::infeasible_or_unbounded);
}

Candidate run_attempts(const Engine& engine, const lp::Problem& problem, const Options& options, Watch& watch) {
    const bool has_integers = problem.has_integers();
    Candidate best;
    std::int64_t iterations = 0;
    bool is_first = true;
    if (barrier_comes_first(engine, problem, options)) {
        best.solution = barrier_engine().run({problem, options, Method::interior_point, Effort::usual}, watch);
        best.certificate = polish(problem, best.solution, options.tolerance);
        if (is_settled(best, Method::interior_point, has_integers, options.tolerance) ||
            is_nearly_proven(best, problem))
            return best;
        if (has_no_end(best.solution) && is_proved_infeasible(problem, options, watch)) {
            best.solution.termination = {
                Reason::infeasible, Limit::none, "the least violation of the rows is above zero"};
            return best;
        }
        iterations = best.solution.iterations;
        is_first = false;
    }
    for (const Attempt attempt : attempts_for(has_integers, chosen_method(engine, problem, options))) {
        if (!is_first && watch.is_over()) break;
        Candidate next{engine.run({problem, options, attempt.method, attempt.effort}, watch), {}};
        next.certificate = polish(problem, next.solution, options.tolerance);
        iterations += next.solution.iterations;
        const bool is_last_word = is_settled(next, attempt.method, has_integers, options.tolerance);
        if (is_first || is_better(next, best)) best = std::move(next);
        is_first = false;
        if (is_last_word) break;
    }
    best.solution.iterations = iterations;
    if (watch.is_over() && best.solution.termination.reason == Reason::failed)
        best.solution.termination = watch.stopped();
    return best;
}

// Solvers stop at "infeasible or unbounded" when the linear relaxation of an integer problem has no end, even without their
// presolve. Without the costs there is nothing to run after: any answer then means unbounded.
void settle_by_feasibility(
    const Engine& engine, const lp::Problem& problem, const Options& options, Watch& watch, Solution& solution) {
    if (solution.termination.reason != Reason::infeasible_or_unbounded || watch.is_over()) return;
    lp::Problem costless = problem;
    std::fill(costless.cost.begin(), costless.cost.end(), 0.0);
    const Reason found = engine.run({costless, options, Method::simplex, Effort::thorough}, watch).termination.reason;
    if (found == Reason::optimal) solution.termination.reason = Reason::unbounded;
    if (found == Reason::infeasible) solution.termination.reason = Reason::infeasible;
}

// ---- what is given back ---------------------------------------------------------------------------------------------

// A claim of optimality that not even the loose certificate bears out is a failure, whoever claims it.
void judge(Candidate& candidate, bool has_integers, double tolerance) {
    Termination& ending = candidate.solution.termination;
    if (ending.reason != Reason::optimal || carries_proof(candidate, has_integers, tolerance)) return;
    const Certificate& c = candidate.certificate;
    ending.detail +=
        compose("; the certificate does not hold at {:g}: primal {:.1e}, dual {:.1e}, gap {:.1e}, integrality {:.1e}",
            {tolerance, c.primal, c.dual, c.gap, c.integrality});
    if (!carries_proof(candidate, has_integers, std::max(exploring_tolerance, tolerance)))
        ending.reason = Reason::failed;
}

// Values without the claim of optimality are kept only if they obey the rows: a plan to go on from, not a torn state.
void drop_torn_values(Candidate& candidate) {
    const Certificate& c = candidate.certificate;
    if (candidate.solution.termination.reason == Reason::optimal ||
        (c.primal <= exploring_tolerance && c.integrality <= exploring_tolerance))
        return;
    candidate.solution.values.clear();
    candidate.solution.duals.clear();
}

void complete(const lp::Problem& problem, Candidate& candidate) {
    Solution& solution = candidate.solution;
    const bool is_optimal = solution.termination.reason == Reason::optimal;
    solution.objective = is_optimal || solution.has_values() ? candidate.certificate.objective : 0.0;
    if (!problem.has_integers()) solution.bound = is_optimal ? solution.objective : -lp::infinity;
}

}  // namespace

Options Options::without_states() const {
    Options same = *this;
    same.checkpoints = nullptr;
    same.middle = nullptr;
    same.start = nullptr;
    return same;
}

std::string Options::complaint() const {
    if (!(tolerance > 0.0 && tolerance <= 1e-2)) return "the tolerance must lie above 0 and not above 0.01";
    if (!(time_limit_seconds >= 0.0)) return "the time limit must be 0 (none) or a number of seconds";
    if (threads < 1) return "at least one thread is needed";
    if (!(relative_gap >= 0.0 && relative_gap < 1.0)) return "the relative gap must be at least 0 and below 1";
    return {};
}

std::vector<BackendInfo> backends() {
    return {highs_engine().info(), clp_engine().info(), cbc_engine().info(), barrier_engine().info()};
}

Solution solve(const lp::Problem& problem, const Options& options, Progress& progress) {
    require_sound(problem, options);
    const Engine& engine = chosen_engine(problem, options);
    Watch watch(options.time_limit_seconds, progress);
    Candidate candidate;
    if (auto answer = answer_by_inspection(problem)) {
        candidate.solution = std::move(*answer);
        candidate.certificate = certify(problem, candidate.solution);
        candidate.solution.bound = candidate.certificate.objective;
    } else {
        candidate = run_attempts(engine, problem, options, watch);
        settle_by_feasibility(engine, problem, options, watch, candidate.solution);
        judge(candidate, problem.has_integers(), options.tolerance);
        drop_torn_values(candidate);
    }
    complete(problem, candidate);
    candidate.solution.seconds = watch.elapsed();
    return std::move(candidate.solution);
}

}  // namespace ecumene::solver
