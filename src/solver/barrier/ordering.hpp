// The order in which the unknowns of the reduced system are eliminated: nested dissection by METIS, tier by tier.
//
//     std::vector<std::int32_t> order = elimination_order(graph, tier);      // order[k]: the k-th to go
//
// Nodes of tier 0 are dissected; higher tiers follow whole, each sorted by the parts of tier 0 they touch, so that the
// capacities of one year stand together. Deterministic.
#pragma once

#include <cstdint>
#include <vector>

namespace ecumene::solver::barrier {

// Neighbours of node i: neighbour[start[i]] .. neighbour[start[i + 1] - 1], both directions present, no loops.
struct Graph {
    std::vector<std::int64_t> start;
    std::vector<std::int32_t> neighbour;

    std::int32_t nodes() const { return static_cast<std::int32_t>(start.size()) - 1; }
};

std::vector<std::int32_t> elimination_order(const Graph& graph, const std::vector<char>& tier);

}  // namespace ecumene::solver::barrier
