// Why there is no plan: the policies that would have to give way, in words.
#pragma once

#include <vector>

#include "planning/energy_model.hpp"
#include "planning/plan.hpp"

namespace ecumene::planning {

struct Conflicts {
    std::vector<Conflict> list;
    solver::Termination ending;  // of the last search: why the list is empty, if it is
};

// Two rounds: first only policies may give way, then the reliability standard too. Empty if nothing helps.
Conflicts find_conflicts(
    const System& system, const EnergyModel& model, const solver::Options& options, Progress& progress);

}  // namespace ecumene::planning
