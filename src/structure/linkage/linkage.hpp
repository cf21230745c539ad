// Who is tied to whom, and who leads.
//
//     FlowTable between = between_areas(flows, partition);        // summed over areas; the diagonal is what stays
//     std::vector<Standing> s = standings(between);               // strength in and out, dominance, main partner
//     strongest_links(between, 20);
//
// Strengths leave inner flow out. Dominance (S23): what reaches a place from others over the mean of all places; above 1 it leads.
#pragma once

#include <optional>

#include "structure/living_areas/partition.hpp"

namespace ecumene::structure {

FlowTable between_areas(const FlowTable& flows, const Partition& partition);

struct Standing {
    double in_strength{}, out_strength{};
    double dominance{};                      // (S23)
    std::optional<Unit> main_destination{};  // of the largest flow to another; empty without one
    // Its largest flow goes to a place that receives less: it leads a system of its own (Nystuen and Dacey 1961).
    bool is_terminal{};
};
std::vector<Standing> standings(const FlowTable& flows);

// Both ways together, largest first; ties by place. At most `count`.
std::vector<Flow> strongest_links(const FlowTable& flows, std::size_t count);

}  // namespace ecumene::structure
