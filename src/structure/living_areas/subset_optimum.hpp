// The best division of up to 20 units into living areas, proven: dynamic programming over all subsets.
//
//     const auto best = best_areas_by_subsets(flows, borders, rule);
//     best->partition;  best->areas();     // as many valid areas as there can be, and of those the most internal flow
//
// Every area is valid; with borders it also hangs together. Empty if no division into valid areas exists (not even all units in
// one). A set that itself falls into several valid areas is never needed, since those are more areas: it is left out (S6).
// Memory 2^n times 9 bytes; time 2^n times the sets that are needed, seconds at 20 units.
#pragma once

#include <optional>

#include "structure/living_areas/travel_to_work.hpp"

namespace ecumene::structure {

inline constexpr std::size_t subset_limit = 20;

struct SubsetOptimum {
    Partition partition;
    double internal_flow{};
    std::size_t sets{};  // sets that were needed
};

// Throws Error internal above subset_limit units.
std::optional<SubsetOptimum> best_areas_by_subsets(
    const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule);

}  // namespace ecumene::structure
