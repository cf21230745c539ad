#include "solver/relaxation.hpp"

#include <algorithm>
#include <cstddef>

#include "solver/positions.hpp"

namespace ecumene::solver {
namespace {

// How near the least relaxation is found, and from which share of its scale on a row then counts as giving way. Who has to
// say which policies do not fit together asks for no more digits, and the last ones can take an hour.
struct Precision {
    double tolerance, visible;
};
constexpr Precision enough{1e-4, 1e-3}, finest{1e-6, 1e-6};

std::vector<GivesWay> rows_that_give_way(const lp::Problem& problem, const std::vector<Elastic>& elastics,
    const std::vector<double>& values, double visible) {
    std::vector<GivesWay> rows;
    for (std::size_t k = 0; k < elastics.size(); ++k) {
        const Elastic& elastic = elastics[k];
        const double amount = values[at(problem.columns()) + k];
        if (amount * elastic.price <= visible) continue;
        rows.push_back(
            {elastic.row, problem.row_name(elastic.row), -elastic.sign * amount, problem.row_unit(elastic.row)});
    }
    return rows;
}

}  // namespace

Relaxation least_relaxation(
    const lp::Problem& problem, const std::vector<SoftRow>& soft_rows, const Options& options, Progress& progress) {
    const std::vector<Elastic> elastics = elastics_for(problem, soft_rows);
    const lp::Problem elastic = elastic_problem(problem, elastics);
    Relaxation relaxation;
    for (const Precision& precision : {enough, finest}) {
        Options own = options.without_states();
        own.tolerance = std::max(options.tolerance, precision.tolerance);
        const Solution solution = solve(elastic, own, progress);
        relaxation.termination = solution.termination;
        if (solution.termination.reason != Reason::optimal) break;
        relaxation.rows = rows_that_give_way(problem, elastics, solution.values, precision.visible);
        if (!relaxation.rows.empty()) break;  // else less than is visible gives way, or nothing
    }
    return relaxation;
}

}  // namespace ecumene::solver
