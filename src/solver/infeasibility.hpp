// That no point obeys every row, shown without a simplex method.
//
//     if (is_proved_infeasible(problem, options, watch)) return ... ;
//
// The barrier finds the least sum of relative violations (elastic.hpp), to a hundredth. Where its duals are feasible and bound it
// away from zero, nothing obeys all rows, however exact the least violation itself is known. Rows of two entries stay hard at first: broken, they cost the barrier its variable bounds.
// "false" means not proved, never that there is an answer.
#pragma once

#include "lp/problem.hpp"
#include "solver/backend.hpp"

namespace ecumene::solver {

bool is_proved_infeasible(const lp::Problem& problem, const Options& options, Watch& watch);

}  // namespace ecumene::solver
