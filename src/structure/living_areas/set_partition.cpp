#include "structure/living_areas/set_partition.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "lp/problem.hpp"
#include "solver/solve.hpp"

namespace ecumene::structure {
namespace {

constexpr double below_one = 0.999, flow_gap = 1e-6;

enum class Worth { number, number_then_flow };

// (S16) maximise the worth of the chosen areas, each unit at most (or exactly) once
lp::Problem choice(const std::vector<PoolArea>& pool, std::size_t units, Cover cover, Worth worth) {
    lp::Problem p;
    p.row_upper.assign(units, 1.0);
    p.row_lower.assign(units, cover == Cover::each_unit ? 1.0 : -lp::infinity);
    p.start.push_back(0);
    for (const auto& area : pool) {
        p.cost.push_back(worth == Worth::number ? -1.0 : -1.0 - below_one * area.inner_share);
        p.lower.push_back(0.0);
        p.upper.push_back(lp::infinity);
        for (const Unit unit : area.units) {
            p.index.push_back(unit.pos);
            p.value.push_back(1.0);
        }
        p.start.push_back(static_cast<std::int64_t>(p.index.size()));
    }
    p.column_blocks.push_back({"area", "1", 0, {static_cast<std::int64_t>(pool.size())}, {}});
    p.row_blocks.push_back({"unit", "1", 0, {static_cast<std::int64_t>(units)}, {}});
    return p;
}

}  // namespace

PoolPrices relaxed_choice(const std::vector<PoolArea>& pool, std::size_t units) {
    // Prices from the middle of the optimal face: at a vertex many units cost nothing, and bounds on areas say little.
    const auto problem = choice(pool, units, Cover::at_most_once, Worth::number);
    auto solution = solver::solve(problem, {.backend = solver::Backend::barrier});
    if (!solution.has_duals())
        solution = solver::solve(problem, {.backend = solver::Backend::clp, .method = solver::Method::simplex});
    if (!solution.has_duals())
        throw Error(ErrorKind::solver, "the choice among areas was not solved: " + solution.termination.detail);
    PoolPrices prices{.of_unit = {}, .most = -solution.objective};
    for (const double dual : solution.duals) prices.of_unit.push_back(std::max(0.0, -dual));
    return prices;
}

// Numbers of areas are whole: a gap below one area is none. With internal flow the gap is of that.
WholeChoice whole_choice(
    const std::vector<PoolArea>& pool, std::size_t units, Cover cover, double seconds, Progress& progress) {
    const bool is_number_enough = cover == Cover::at_most_once;
    auto problem = choice(pool, units, cover, is_number_enough ? Worth::number : Worth::number_then_flow);
    problem.is_integer.assign(pool.size(), 1);
    std::fill(problem.upper.begin(), problem.upper.end(), 1.0);
    const double gap = is_number_enough ? below_one / static_cast<double>(units) : flow_gap;
    const auto solution = solver::solve(problem, {.time_limit_seconds = seconds, .relative_gap = gap}, progress);
    WholeChoice chosen;
    chosen.is_cut_short = solution.termination.limit == solver::Limit::time;
    for (std::size_t k = 0; k < solution.values.size(); ++k)
        if (solution.values[k] > 0.5) chosen.areas.push_back(k);
    return chosen;
}

}  // namespace ecumene::structure
