// Lines over years or over a share of people, told apart by colour, dashes and marks, named where they end.
//
//     LineChart chart{.unit = same("t"), .decimals = 1, .labelled_by = title_id("per-head")};
//     chart.series.push_back({{"Capital region", "수도권"}, {{2000, 4.8}, {2001, 4.9}}});
//     shown(lines(chart))
//
// Values stand in the unit shown. A blank breaks a line. The vertical axis holds zero. Not for more than a dozen lines.
#pragma once

#include <string>
#include <vector>

#include "output/charts/drawing.hpp"

namespace ecumene::output {

struct LinePoint {
    double x{}, y{};
};

struct LineSeries {
    Bilingual name;
    std::vector<LinePoint> points{};
    std::string css_class{};  // empty: the look of its position
};

enum class Along { years, share };  // share: 0 .. 1 both ways, with the line of equality

struct LineChart {
    std::vector<LineSeries> series{};
    Bilingual unit{};    // of the vertical axis
    Bilingual x_unit{};  // of the horizontal axis; years need none
    Along along{Along::years};
    int decimals{};
    std::string labelled_by{};
};

// Empty where no series has a point.
Drawing lines(const LineChart& chart);

}  // namespace ecumene::output
