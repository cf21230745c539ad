// One kept day as stacked steps: what runs and discharges above the axis, what charges and leaves below, demand as a line.
//
//     dispatch_chart({.step = 3, .stack = {{"g0", name, megawatts}}, .demand = megawatts, .low = -20e3, .high = 110e3}, id)
//
// Values are MW, drawn in GW. report.js redraws the same frame for one region; the frame stands in data-plot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"

namespace ecumene::output {

struct DayLayer {
    std::string css_class;
    Bilingual name;
    std::vector<double> values;  // one for each step; negative ones go below the axis
};

struct DayChart {
    double step{};  // hours
    std::vector<DayLayer> stack;
    std::vector<double> demand;
    double low{}, high{};  // shared by all days of a year
};

// Lowest and highest point of the stacks and the demand line.
void widen(const DayChart& chart, double& low, double& high);
std::string dispatch_chart(const DayChart& chart, std::string_view labelled_by);

}  // namespace ecumene::output
