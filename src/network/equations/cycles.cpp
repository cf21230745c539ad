#include "network/equations/cycles.hpp"

#include <cstddef>
#include <deque>

namespace ecumene::network {
namespace {

struct Forest {
    std::vector<std::int32_t> parent_edge;  // -1: a root
    std::vector<std::int32_t> depth;
    std::vector<char> is_used;  // by edge
};

Forest breadth_first(std::int32_t nodes, const std::vector<Edge>& edges) {
    std::vector<std::vector<std::int32_t>> at_node(static_cast<std::size_t>(nodes));
    for (std::size_t e = 0; e < edges.size(); ++e) {
        at_node[static_cast<std::size_t>(edges[e].from)].push_back(static_cast<std::int32_t>(e));
        at_node[static_cast<std::size_t>(edges[e].to)].push_back(static_cast<std::int32_t>(e));
    }
    Forest forest{.parent_edge = std::vector<std::int32_t>(at_node.size(), -1),
        .depth = std::vector<std::int32_t>(at_node.size(), -1),
        .is_used = std::vector<char>(edges.size(), '\0')};
    std::deque<std::int32_t> waiting;
    for (std::int32_t root = 0; root < nodes; ++root) {
        if (forest.depth[static_cast<std::size_t>(root)] >= 0) continue;
        forest.depth[static_cast<std::size_t>(root)] = 0;
        waiting.push_back(root);
        while (!waiting.empty()) {
            const auto node = waiting.front();
            waiting.pop_front();
            for (const auto e : at_node[static_cast<std::size_t>(node)]) {
                const auto& edge = edges[static_cast<std::size_t>(e)];
                const auto other = static_cast<std::size_t>(edge.from == node ? edge.to : edge.from);
                if (forest.depth[other] >= 0) continue;
                forest.depth[other] = forest.depth[static_cast<std::size_t>(node)] + 1;
                forest.parent_edge[other] = e;
                forest.is_used[static_cast<std::size_t>(e)] = '\1';
                waiting.push_back(static_cast<std::int32_t>(other));
            }
        }
    }
    return forest;
}

// One step up the tree from `node`; the flow is walked upwards (+1) or downwards (-1).
void climb(std::int32_t& node, double direction, const Forest& forest, const std::vector<Edge>& edges, Cycle& cycle) {
    const auto e = forest.parent_edge[static_cast<std::size_t>(node)];
    const auto& edge = edges[static_cast<std::size_t>(e)];
    const bool leaves_node = edge.from == node;
    cycle.edge.push_back(e);
    cycle.sign.push_back(leaves_node ? direction : -direction);
    node = leaves_node ? edge.to : edge.from;
}

// Along the edge, then up from its head and down to its tail.
Cycle closed_by(std::int32_t e, const Forest& forest, const std::vector<Edge>& edges) {
    const auto& edge = edges[static_cast<std::size_t>(e)];
    Cycle cycle{.edge = {e}, .sign = {1.0}};
    auto head = edge.to, tail = edge.from;
    while (head != tail) {
        if (forest.depth[static_cast<std::size_t>(head)] >= forest.depth[static_cast<std::size_t>(tail)])
            climb(head, 1.0, forest, edges, cycle);
        else
            climb(tail, -1.0, forest, edges, cycle);
    }
    return cycle;
}

}  // namespace

std::vector<Cycle> independent_cycles(std::int32_t nodes, const std::vector<Edge>& edges) {
    const auto forest = breadth_first(nodes, edges);
    std::vector<Cycle> cycles;
    for (std::size_t e = 0; e < edges.size(); ++e)
        if (forest.is_used[e] == 0 && edges[e].from != edges[e].to)
            cycles.push_back(closed_by(static_cast<std::int32_t>(e), forest, edges));
    return cycles;
}

}  // namespace ecumene::network
