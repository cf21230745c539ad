// The best living areas there can be, as far as it can be proven.
//
//     OptimalAreas best = optimal_living_areas(flows, borders, rule, {.is_contiguous = true}, progress);
//     best.partition.areas;     best.bound;     best.is_proven;
//
// Units that cannot be judged (no residents, no workers, or no flow to others) are areas by themselves, as in greedy.hpp. With
// borders, groups of units that no border connects are divided one by one. Groups of up to 20 units are solved over all subsets,
// larger ones by column generation. A group that has no division into valid areas, not even as one, stays one area and is
// named in `not_valid`. `bound` counts all areas the partition counts: no division has more than floor(bound).
#pragma once

#include "core/progress.hpp"
#include "structure/living_areas/column_generation.hpp"

namespace ecumene::structure {

enum class Contiguity { required, free };

struct OptimumOptions {
    Contiguity contiguity{Contiguity::required};  // of no effect without borders
    ColumnOptions columns{};
    std::size_t subset_units{20};  // up to so many by subsets
};

struct OptimalAreas {
    Partition partition;
    std::vector<Unit> left_over;  // could not be judged; areas by themselves
    std::vector<int> not_valid;   // areas that no division makes valid
    double bound{};
    bool is_proven{};             // no division has more areas
    bool is_inner_flow_proven{};  // and of those with so many none has more internal flow
    std::size_t columns{};
    std::int64_t work{};
    bool is_cut_short{};  // by time: another machine may find more
};

OptimalAreas optimal_living_areas(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule,
    const OptimumOptions& options = {}, Progress& progress = silent());

}  // namespace ecumene::structure
