// Which regions form a megaregion, tested from their linkages against what policy has drawn.
//
//     MegaregionTest t = test_megaregions(between_regions, policy);
//     t.megaregions[m].holds_together;     // its regions are tied more to one another than to any other megaregion
//     t.regions[r].wants;                  // the megaregion region r is tied to most
//
// (S25) Linkage of a region with a megaregion: flow both ways with its other regions over what totals alone would give. The division
// that flows themselves make (modularity) stands beside, with its likeness to policy. Inner flow of regions is left out.
#pragma once

#include <vector>

#include "structure/living_areas/partition.hpp"

namespace ecumene::structure {

struct RegionLinkage {
    double own_share{};     // of its flow with other regions, 0..1
    double own_linkage{};   // (S25) with the rest of its own megaregion; 0 if it is alone
    double best_linkage{};  // with any
    int wants{};            // the megaregion of the best linkage
    bool is_alone{};        // its megaregion has no other region
};
struct MegaregionFigures {
    double own_share{};  // of all flow its regions have with other regions
    double linkage{};    // (S25) among its regions; 0 with one region
    double most_with_other{};
    bool is_alone{};
    bool holds_together{};
};
struct MegaregionTest {
    std::vector<RegionLinkage> regions;
    std::vector<MegaregionFigures> megaregions;
    Partition by_flows;
    double likeness{};  // adjusted Rand index of by_flows and policy
    double policy_modularity{}, flow_modularity{};
};

MegaregionTest test_megaregions(const FlowTable& between_regions, const Partition& policy);

}  // namespace ecumene::structure
