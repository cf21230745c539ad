// Cleans an answer where that costs nothing: values a hair outside their bounds are put on them, integers made whole.
//
//     polish(problem, solution, 1e-6);
//
// Taken back when it would break a certificate that held before. Objective and bound are computed here, from the values.
#pragma once

#include "lp/problem.hpp"
#include "solver/certificate.hpp"
#include "solver/solution.hpp"

namespace ecumene::solver {

// Returns the certificate of what is left in `solution`.
Certificate polish(const lp::Problem& problem, Solution& solution, double tolerance);

}  // namespace ecumene::solver
