// Problems that need no solver: bounds that cross, or no entry at all (no rows, no columns, empty rows only).
//
//     if (const auto answer = answer_by_inspection(problem)) return *answer;
//
// Solvers disagree about such corners, so they are settled here, exactly.
#pragma once

#include <optional>

#include "lp/problem.hpp"
#include "solver/solution.hpp"

namespace ecumene::solver {

// Empty when a solver is needed. Cost: one pass over rows and columns.
std::optional<Solution> answer_by_inspection(const lp::Problem& problem);

}  // namespace ecumene::solver
