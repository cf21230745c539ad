#include "solver/relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/error.hpp"

namespace ecumene::solver {
namespace {

constexpr double visible = 1e-6;  // of the row's scale: what gives way by less is rounding

std::size_t at(std::int64_t position) {
    return static_cast<std::size_t>(position);
}

double price_of(const SoftRow& soft, double limit) {
    return 1.0 / (soft.scale > 0.0 ? soft.scale : std::max(1.0, std::abs(limit)));
}

// One elastic column: `sign` times its value is taken from the row.
struct Elastic {
    std::int32_t row{};
    double sign{};   // -1: lets the row exceed its upper limit; +1: lets it fall below its lower limit
    double price{};  // per unit of the row
};

std::vector<Elastic> elastics_for(const lp::Problem& problem, std::vector<SoftRow> soft_rows) {
    std::stable_sort(
        soft_rows.begin(), soft_rows.end(), [](const SoftRow& a, const SoftRow& b) { return a.row < b.row; });
    const auto same_row = [](const SoftRow& a, const SoftRow& b) { return a.row == b.row; };
    soft_rows.erase(std::unique(soft_rows.begin(), soft_rows.end(), same_row), soft_rows.end());
    std::vector<Elastic> elastics;
    for (const SoftRow& soft : soft_rows) {
        const std::int32_t row = soft.row;
        if (row < 0 || row >= problem.rows()) throw Error(ErrorKind::internal, "a row to relax is not in the problem");
        const double lower = problem.row_lower[at(row)], upper = problem.row_upper[at(row)];
        if (std::isfinite(upper)) elastics.push_back({row, -1.0, price_of(soft, upper)});
        if (std::isfinite(lower)) elastics.push_back({row, +1.0, price_of(soft, lower)});
    }
    return elastics;
}

// The same rows and columns at no cost, and one priced column per elastic behind them.
lp::Problem elastic_problem(const lp::Problem& problem, const std::vector<Elastic>& elastics) {
    lp::Problem out = problem;
    out.constant = 0.0;
    std::fill(out.cost.begin(), out.cost.end(), 0.0);
    if (out.start.empty()) out.start.push_back(0);
    for (const Elastic& elastic : elastics) {
        out.cost.push_back(elastic.price);
        out.lower.push_back(0.0);
        out.upper.push_back(lp::infinity);
        out.index.push_back(elastic.row);
        out.value.push_back(elastic.sign);
        out.start.push_back(out.entries());
        if (!out.is_integer.empty()) out.is_integer.push_back(0);
    }
    lp::Block block;
    block.name = "gives_way";
    block.first = problem.columns();
    block.sizes = {static_cast<std::int64_t>(elastics.size())};
    out.column_blocks.push_back(block);
    return out;
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
    const Solution solution = solve(elastic_problem(problem, elastics), options, progress);
    Relaxation relaxation{solution.termination, {}};
    if (solution.termination.reason == Reason::optimal)
        relaxation.rows = rows_that_give_way(problem, elastics, solution.values);
    return relaxation;
}

}  // namespace ecumene::solver
