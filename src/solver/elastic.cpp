#include "solver/elastic.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/error.hpp"
#include "solver/positions.hpp"

namespace ecumene::solver {
namespace {

double price_of(const SoftRow& soft, double limit) {
    return 1.0 / (soft.scale > 0.0 ? soft.scale : std::max(1.0, std::abs(limit)));
}

}  // namespace

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

}  // namespace ecumene::solver
