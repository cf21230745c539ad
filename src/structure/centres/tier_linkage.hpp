// How many-centred the catchments of each tier of centres are, and how commuting ties them.
//
//     for (const LevelRow& row : linkage_by_tier(ask, {people, jobs, centres}, beta, 2050)) row.by_flows->functional;
//
// A catchment is the units whose nearest centre of the tier it is, by minutes; alike near: the first. Its people and jobs are those
// of the settlement; commuting is modelled (commuting_of()).
#pragma once

#include <vector>

#include "structure/centres/travel_outcome.hpp"
#include "structure/linkage/levels.hpp"

namespace ecumene::structure {

// A row for each tier with a centre, lowest first.
std::vector<LevelRow> linkage_by_tier(const CentreCase& ask, const Settlement& settlement, double beta, int year);

}  // namespace ecumene::structure
