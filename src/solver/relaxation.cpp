#include "solver/relaxation.hpp"

#include <cstddef>

namespace ecumene::solver {
namespace {

constexpr double visible = 1e-6;  // of the row's scale: what gives way by less is rounding

std::size_t at(std::int64_t position) {
    return static_cast<std::size_t>(position);
}

std::vector<GivesWay> rows_that_give_way(
    const lp::Problem& problem, const std::vector<Elastic>& elastics, const std::vector<double>& values) {
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
    const Solution solution = solve(elastic_problem(problem, elastics), options.without_states(), progress);
    Relaxation relaxation{solution.termination, {}};
    if (solution.termination.reason == Reason::optimal)
        relaxation.rows = rows_that_give_way(problem, elastics, solution.values);
    return relaxation;
}

}  // namespace ecumene::solver
