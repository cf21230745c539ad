// Meets rows that are missed by little, by moving one column each that has room.
//
//     repair_rows(problem, values, 1e-6);
//
// An interior point is exact to a share of the largest right-hand side. Beside a hundred million tonnes that leaves a row
// of a few megawatts open by more than its certificate allows, although a column in it could take the difference unnoticed.
// Columns stay within their bounds, and no row is left worse than half the tolerance by a move. What cannot be met so stays.
#pragma once

#include <vector>

#include "lp/problem.hpp"

namespace ecumene::solver {

void repair_rows(const lp::Problem& problem, std::vector<double>& values, double tolerance);

}  // namespace ecumene::solver
