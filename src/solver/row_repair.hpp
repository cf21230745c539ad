// Meets rows that are missed by little, by moving one column each that has room.
//
//     repair_rows(problem, values, 1e-6);
//
// An interior point is exact to a share of the largest right-hand side. Beside a hundred million tonnes that leaves a row
// of a few megawatts open by more than its certificate allows, although a column in it could take the difference unnoticed.
// Columns stay within their bounds. A miss no column can take unnoticed is handed on to another row, and from there on: what
// comes out may be worse than what went in, so the caller compares.
#pragma once

#include <vector>

#include "lp/problem.hpp"

namespace ecumene::solver {

void repair_rows(const lp::Problem& problem, std::vector<double>& values, double tolerance);

}  // namespace ecumene::solver
