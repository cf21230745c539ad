// Areas by merging units step by step along their flows: the comparisons the field knows.
//
//     Merging m = flow_merging(flows);               // flowbca (Meekes and Hassink 2018): directed, relative
//     Partition p = after(m, 13);                    // as it stood with 13 areas
//
// (S11) flow merging: the area that sends the largest share of its flow to another joins it.
// (S12) Intramax (Masser and Brown 1975): the pair with the largest f_ij/(O_i D_j) + f_ji/(O_j D_i) joins; the later position joins the earlier.
// (S13) commuting zones (Tolbert and Sizer 1996): distance 1 - (f_ij + f_ji)/min(R_i, R_j), average linkage; joins below the cut.
// Ties go to the lower positions. Dense: n^2 numbers; time about n^2, n^3 at worst.
#pragma once

#include <vector>

#include "structure/living_areas/partition.hpp"

namespace ecumene::structure {

struct Merge {
    Unit kept{};    // stands for the area that goes on
    Unit merged{};  // stands for the area that joined it
    double measure{};
};

struct Merging {
    std::size_t units{};
    std::vector<Merge> merges{};  // in order; the first leaves units - 1 areas
};

// Stops early where no flow is left between areas.
Merging flow_merging(const FlowTable& flows);
Merging intramax(const FlowTable& flows);
// Merges at distances up to `cut`; .98 as in the United States.
Merging commuting_zones(const FlowTable& flows, double cut = 0.98);

// The division when `areas` are left (more where merging stopped early).
Partition after(const Merging& merging, std::size_t areas);
// For each area of the division, the unit that stands for it.
std::vector<Unit> cores(const Merging& merging, std::size_t areas);

// The largest number of areas of a flow merging in which every area keeps some flow to itself, as flowbca's default wants.
std::size_t most_areas_with_inner_flow(const Merging& merging, const SparseFlows& flows);

}  // namespace ecumene::structure
