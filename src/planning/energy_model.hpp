// The whole model of one solve: columns, shared balances, policies and the Problem they make.
//
//     EnergyModel model = write_model(system);
//     solver::solve(model.problem, ...);
#pragma once

#include "lp/problem.hpp"
#include "planning/equations/decisions.hpp"
#include "planning/policies/policies.hpp"
#include "planning/system.hpp"

namespace ecumene::planning {

struct EnergyModel {
    Decisions decisions;
    Balances balances;
    Policies policies;
    lp::Problem problem;
};

EnergyModel write_model(const System& system);

}  // namespace ecumene::planning
