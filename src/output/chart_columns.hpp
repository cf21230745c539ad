// Stacked columns over the years, above and below zero, with marks or a line across them.
//
//     ColumnChart chart{.categories = {"2025", "2030"}, .unit = same("GW"), .labelled_by = title_id("capacity")};
//     chart.series.push_back({"g0", {"Solar", "태양광"}, {29.1, 80.4}});
//     columns(chart)                                   // drawn twice: for wide and for narrow screens
//
// Values stand in the unit shown. A part tall enough carries its value; every part carries a hover title; totals stand on top.
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"

namespace ecumene::output {

struct ColumnSeries {
    std::string css_class;
    Bilingual name;
    std::vector<double> values;  // one for each category; blank draws nothing
};

enum class Overlay { marks, line };

struct ColumnChart {
    std::vector<std::string> categories;
    std::vector<ColumnSeries> series;  // first is lowest
    Bilingual unit;
    std::string labelled_by;
    Overlay overlay{Overlay::marks};
    ColumnSeries across{};  // a cap as marks, demand as a line; empty: none
};

std::string columns(const ColumnChart& chart);

}  // namespace ecumene::output
