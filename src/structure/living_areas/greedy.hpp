// Living areas as statistical offices make them: one step after another, nothing proven.
//
//     GreedyAreas found = greedy_living_areas(flows, rule);
//     found.partition;      // every unit in an area, unless found.left_over names it
//
// At first every unit is an area. While one is not valid, the area of lowest validity gives up the member with the largest flow in
// from outside the area and out of itself; it joins the area of greatest cohesion other than the one it left, if the validity of
// that one does not fall, else it is put aside. At the end those aside join the area of greatest cohesion. Units without residents, without workers or without flow to
// others cannot be judged: they take no part and are named in `left_over`, each an area of its own in the partition.
//
// Ties go to the lower position: arrange units by code first (arranged.hpp) and the order they came in does not matter.
// A unit that has moved `most_moves` times is put aside (the rule by itself may turn in a circle). Cost: a step walks the flows of
// one area's members. Coombes and Bond (2008); Franconi, D'Alo and Ichim (2016).
#pragma once

#include <vector>

#include "structure/living_areas/travel_to_work.hpp"

namespace ecumene::structure {

inline constexpr int most_moves = 50;

struct GreedyAreas {
    Partition partition;
    std::vector<Unit> left_over;  // could not be judged
    std::vector<Unit> aside;      // joined at the end, whatever became of validity
    int steps{};
};

// Units that cannot be judged, ascending.
std::vector<Unit> units_without_judgement(const SparseFlows& flows);

GreedyAreas greedy_living_areas(const SparseFlows& flows, const TravelToWork& rule);

}  // namespace ecumene::structure
