// Rows that may be broken at a price: the same problem at no other cost, always with an answer if the rest has one.
//
//     const std::vector<Elastic> elastics = elastics_for(problem, {{.row = 3, .scale = 1e6}});
//     lp::Problem least = elastic_problem(problem, elastics);      // columns behind the problem's own, one per elastic
//
// Its optimum is the least sum of violations over their scales; where that is above zero its dual proves that no point obeys
// all rows.
#pragma once

#include <cstdint>
#include <vector>

#include "lp/problem.hpp"

namespace ecumene::solver {

struct SoftRow {
    SoftRow(std::int32_t which, double usual = 0.0) : row(which), scale(usual) {}
    std::int32_t row{};
    double scale{};  // in the row's unit; 0: max(1, |limit|)
};

// One elastic column: `sign` times its value is added to the row.
struct Elastic {
    std::int32_t row{};
    double sign{};   // -1: lets the row exceed its upper limit; +1: lets it fall below its lower limit
    double price{};  // per unit of the row
};

// Throws ErrorKind::internal for a row that is not in the problem.
std::vector<Elastic> elastics_for(const lp::Problem& problem, std::vector<SoftRow> soft_rows);
lp::Problem elastic_problem(const lp::Problem& problem, const std::vector<Elastic>& elastics);

}  // namespace ecumene::solver
