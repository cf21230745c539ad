// A division of all units into areas, and what can be said of any such division.
//
//     Partition p = numbered({4, 4, 7});         // areas 0, 0, 1: numbered by their first unit
//     members(p)[0];                             // its units, ascending
//     PartitionFigures figures = measure(p, flows);
//
// Figures: (S4) internal flow, its share, directed modularity, self-containment of every area.
#pragma once

#include <vector>

#include "structure/flow_table.hpp"

namespace ecumene::structure {

inline constexpr int nowhere = -1;  // the area of a unit that is in none yet

struct Partition {
    std::vector<int> area_of;  // per unit, 0 ...
    int areas{};
    friend bool operator==(const Partition&, const Partition&) = default;
};

// Whatever labels areas had, they are now 0, 1, ... in the order of their first units.
Partition numbered(const std::vector<int>& labels);
std::vector<std::vector<Unit>> members(const Partition& partition);
Partition every_unit_by_itself(std::size_t units);
// Areas that do not hang together are split into their parts.
Partition split_into_parts(const Partition& partition, const Adjacency& borders);

struct AreaFlows {
    double residents{};  // R: flow that starts in the area
    double workers{};    // W: flow that ends in it
    double inner{};      // T: flow that stays in it
    // min(T/R, T/W); zero where nothing starts or ends.
    double self_containment() const;
};

struct PartitionFigures {
    std::vector<AreaFlows> areas;
    double internal_flow{};
    double internal_share{};  // of all flow; 0 without flow
    double modularity{};      // sum over areas of T/F - R W / F^2
};
PartitionFigures measure(const Partition& partition, const SparseFlows& flows);

// How alike two divisions are: the adjusted Rand index (Hubert and Arabie 1985); 1 alike, about 0 by chance.
double adjusted_rand(const Partition& a, const Partition& b);

}  // namespace ecumene::structure
