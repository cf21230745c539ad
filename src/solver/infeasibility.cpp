#include "solver/infeasibility.hpp"

#include <algorithm>
#include <vector>

#include "solver/certificate.hpp"
#include "solver/elastic.hpp"

namespace ecumene::solver {
namespace {

constexpr double visible = 10.0;      // tolerances: a least violation below is rounding
constexpr double near_enough = 1e-2;  // tried first; duals this early are often feasible already

std::vector<std::int32_t> entries_per_row(const lp::Problem& problem) {
    std::vector<std::int32_t> count(static_cast<std::size_t>(problem.rows()), 0);
    for (const std::int32_t row : problem.index) ++count[static_cast<std::size_t>(row)];
    return count;
}

enum class Pairs { stay_hard, may_break };

std::vector<SoftRow> rows_that_may_break(const lp::Problem& problem, Pairs pairs) {
    const std::vector<std::int32_t> entries = entries_per_row(problem);
    std::vector<SoftRow> soft;
    for (std::int32_t row = 0; row < problem.rows(); ++row)
        if (pairs == Pairs::may_break || entries[static_cast<std::size_t>(row)] > 2) soft.emplace_back(row);
    return soft;
}

// The bound is the proof, however close it lies to the least violation itself.
bool is_bounded_away_from_zero(const lp::Problem& least, double closeness, const Options& options, Watch& watch) {
    Options asked = options.without_states();
    asked.tolerance = closeness;
    const Solution answer = barrier_engine().run({least, asked, Method::interior_point, Effort::usual}, watch);
    if (answer.termination.reason != Reason::optimal) return false;
    const Certificate proof = certify(least, answer);
    return proof.dual <= options.tolerance && proof.dual_objective > visible * options.tolerance;
}

bool has_a_least_violation(const lp::Problem& problem, Pairs pairs, const Options& options, Watch& watch) {
    const lp::Problem least = elastic_problem(problem, elastics_for(problem, rows_that_may_break(problem, pairs)));
    return is_bounded_away_from_zero(least, std::max(options.tolerance, near_enough), options, watch) ||
           (!watch.is_over() && is_bounded_away_from_zero(least, options.tolerance, options, watch));
}

}  // namespace

bool is_proved_infeasible(const lp::Problem& problem, const Options& options, Watch& watch) {
    if (problem.has_integers()) return false;
    watch.report("looking for the least violation");
    for (const Pairs pairs : {Pairs::stay_hard, Pairs::may_break})
        if (!watch.is_over() && has_a_least_violation(problem, pairs, options, watch)) return true;
    return false;
}

}  // namespace ecumene::solver
