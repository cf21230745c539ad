// Flows between regions on the tile grid: width is the yearly energy, the arrow the net direction, red a link often full.
//
//     flow_map(view, {{"36", "24", 5.2e6, 0.1e6, false, title}}, 9.8e6, title_id("links"))
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"
#include "output/plan_view.hpp"

namespace ecumene::output {

struct Flow {
    std::string origin, destination;
    double forward{}, backward{};  // MWh
    bool is_often_full{};
    Bilingual title;
};

// `greatest`: the flow drawn widest, so that years can be compared.
std::string flow_map(
    const PlanView& view, const std::vector<Flow>& flows, double greatest, std::string_view labelled_by);

}  // namespace ecumene::output
