// Independent cycles of a graph with parallel edges: one for each edge outside a spanning forest.
//
//     for (const Cycle& cycle : independent_cycles(buses, edges)) ...
//
// The forest grows breadth first, so cycles stay short. O(edges + lengths of the cycles), deterministic.
#pragma once

#include <cstdint>
#include <vector>

namespace ecumene::network {

struct Edge {
    std::int32_t from{}, to{};
};

// Edges walked along (+1) or against their direction (-1).
struct Cycle {
    std::vector<std::int32_t> edge;
    std::vector<double> sign;
};

// Edges from a node to itself make no cycle here.
std::vector<Cycle> independent_cycles(std::int32_t nodes, const std::vector<Edge>& edges);

}  // namespace ecumene::network
