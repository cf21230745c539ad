#include "solver/barrier/ordering.hpp"

#include <metis.h>

#include <algorithm>
#include <csignal>
#include <limits>
#include <new>
#include <numeric>

namespace ecumene::solver::barrier {
namespace {

constexpr std::int32_t none = std::numeric_limits<std::int32_t>::max();

// Nodes of tier 0 that hang together, numbered in the order of their first node.
std::vector<std::int32_t> parts_of(const Graph& graph, const std::vector<char>& tier) {
    std::vector<std::int32_t> part(tier.size(), none), stack;
    std::int32_t count = 0;
    for (std::int32_t seed = 0; seed < graph.nodes(); ++seed) {
        if (tier[seed] != 0 || part[seed] != none) continue;
        part[seed] = count;
        stack.push_back(seed);
        while (!stack.empty()) {
            const std::int32_t node = stack.back();
            stack.pop_back();
            for (std::int64_t e = graph.start[node]; e < graph.start[node + 1]; ++e) {
                const std::int32_t other = graph.neighbour[e];
                if (tier[other] != 0 || part[other] != none) continue;
                part[other] = count;
                stack.push_back(other);
            }
        }
        ++count;
    }
    return part;
}

std::vector<std::int32_t> dissected(const Graph& graph, const std::vector<char>& tier) {
    std::vector<std::int32_t> local(tier.size(), -1), nodes;
    for (std::int32_t i = 0; i < graph.nodes(); ++i)
        if (tier[i] == 0) {
            local[i] = static_cast<std::int32_t>(nodes.size());
            nodes.push_back(i);
        }
    if (nodes.size() < 3) return nodes;
    std::vector<idx_t> start{0}, neighbour, permutation(nodes.size()), inverse(nodes.size());
    for (const std::int32_t node : nodes) {
        for (std::int64_t e = graph.start[node]; e < graph.start[node + 1]; ++e)
            if (local[graph.neighbour[e]] >= 0) neighbour.push_back(local[graph.neighbour[e]]);
        start.push_back(static_cast<idx_t>(neighbour.size()));
    }
    if (neighbour.empty()) return nodes;
    idx_t options[METIS_NOPTIONS];
    METIS_SetDefaultOptions(options);
    options[METIS_OPTION_SEED] = 1;
    auto count = static_cast<idx_t>(nodes.size());
    const auto dissect = [&] {
        return METIS_NodeND(
            &count, start.data(), neighbour.data(), nullptr, options, permutation.data(), inverse.data());
    };
    int status = dissect();
    // METIS ends alike by a fault of its own and by a SIGTERM, which it takes for one while it works. Its faults come again, the
    // signal does not: whoever sent it is told now. A fault is no reason to say that somebody cancelled.
    if (status == METIS_ERROR) {
        status = dissect();
        if (status != METIS_ERROR) std::raise(SIGTERM);
    }
    if (status == METIS_ERROR_MEMORY) throw std::bad_alloc();
    if (status != METIS_OK) return nodes;
    std::vector<std::int32_t> order(nodes.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = nodes[static_cast<std::size_t>(permutation[k])];
    return order;
}

}  // namespace

std::vector<std::int32_t> elimination_order(const Graph& graph, const std::vector<char>& tier) {
    std::vector<std::int32_t> order = dissected(graph, tier);
    std::vector<std::int32_t> touched = parts_of(graph, tier), later;
    for (std::int32_t i = 0; i < graph.nodes(); ++i)
        if (tier[i] != 0) later.push_back(i);
    // A tier looks at the ones before it, so that the third follows the second and so on.
    for (char level = 1; level < 8; ++level)
        for (const std::int32_t i : later)
            if (tier[i] == level)
                for (std::int64_t e = graph.start[i]; e < graph.start[i + 1]; ++e)
                    if (tier[graph.neighbour[e]] < level)
                        touched[i] = std::min(touched[i], touched[graph.neighbour[e]]);
    std::stable_sort(later.begin(), later.end(), [&](std::int32_t a, std::int32_t b) {
        return tier[a] != tier[b] ? tier[a] < tier[b] : touched[a] < touched[b];
    });
    order.insert(order.end(), later.begin(), later.end());
    return order;
}

}  // namespace ecumene::solver::barrier
