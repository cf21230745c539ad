#include "solver/inspection.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "solver/positions.hpp"

namespace ecumene::solver {
namespace {

Solution ended(Reason reason, std::string detail) {
    Solution solution;
    solution.termination = {reason, Limit::none, std::move(detail)};
    solution.backend = "inspection";
    return solution;
}

struct Range {
    double lower{}, upper{};
};

// Whole numbers only, where the column is integer.
Range range_of(const lp::Problem& problem, std::int32_t j) {
    const Range range{problem.lower[static_cast<std::size_t>(j)], problem.upper[static_cast<std::size_t>(j)]};
    if (!is_integer(problem, j)) return range;
    constexpr double slack = 1e-9;  // 2.9999999999 is a 3 that was computed
    return {std::ceil(range.lower - slack), std::floor(range.upper + slack)};
}

std::optional<Solution> crossing_bounds(const lp::Problem& problem) {
    for (std::int32_t j = 0; j < problem.columns(); ++j) {
        const Range range = range_of(problem, j);
        if (range.lower > range.upper)
            return ended(Reason::infeasible, "the bounds of " + problem.column_name(j) + " cross");
    }
    for (std::int32_t i = 0; i < problem.rows(); ++i)
        if (problem.row_lower[static_cast<std::size_t>(i)] > problem.row_upper[static_cast<std::size_t>(i)])
            return ended(Reason::infeasible, "the limits of " + problem.row_name(i) + " cross");
    return std::nullopt;
}

// Every row reads 0 and every column goes where it is cheapest.
Solution answer_without_entries(const lp::Problem& problem) {
    for (std::int32_t i = 0; i < problem.rows(); ++i)
        if (problem.row_lower[static_cast<std::size_t>(i)] > 0.0 ||
            problem.row_upper[static_cast<std::size_t>(i)] < 0.0)
            return ended(Reason::infeasible, problem.row_name(i) + " has no entries and may not be 0");
    Solution solution = ended(Reason::optimal, "nothing to decide");
    for (std::int32_t j = 0; j < problem.columns(); ++j) {
        const Range range = range_of(problem, j);
        const double cost = problem.cost[static_cast<std::size_t>(j)];
        const double best = cost > 0.0   ? range.lower
                            : cost < 0.0 ? range.upper
                                         : std::clamp(0.0, range.lower, range.upper);
        if (!std::isfinite(best))
            return ended(Reason::unbounded, problem.column_name(j) + " lowers the objective without end");
        solution.values.push_back(best);
    }
    if (!problem.has_integers()) solution.duals.assign(static_cast<std::size_t>(problem.rows()), 0.0);
    return solution;
}

}  // namespace

std::optional<Solution> answer_by_inspection(const lp::Problem& problem) {
    if (auto crossing = crossing_bounds(problem)) return crossing;
    if (problem.entries() == 0) return answer_without_entries(problem);
    return std::nullopt;
}

}  // namespace ecumene::solver
