// Points in a plane with guide lines and named areas: growth against growth, a region against its neighbours.
//
//     ScatterChart chart{.x_title = {"product, %", "생산, %"}, .y_title = {"emissions, %", "배출, %"}};
//     chart.points.push_back({{"Seoul", "서울"}, 62.0, -4.1});
//     chart.guides.push_back({0.8, "dashed"});          // the line y = 0.8 x
//     shown(scatter(chart))
//
// Values stand in the units the titles name. Names are set where they touch nothing; a name without room is left to the
// hover text and the table.
#pragma once

#include <string>
#include <vector>

#include "output/charts/drawing.hpp"

namespace ecumene::output {

struct ScatterPoint {
    Bilingual name;
    double x{}, y{};
    std::size_t mark{};  // shape, by which kinds are told apart
    std::string css_class{"s0"};
};

// The line y = slope * x through the origin.
struct GuideLine {
    double slope{};
    std::string css_class{"dashed"};
};

// The area between two guide lines or axes, named at the outer edge: all y with from * x < y < to * x on one side of x = 0.
struct NamedArea {
    Bilingual name;
    double from{}, to{};  // slopes; use unbounded_slope where an area ends at the frame
    bool is_right{true};
};
inline constexpr double unbounded_slope = 1e9;

struct ScatterChart {
    std::vector<ScatterPoint> points{};
    std::vector<GuideLine> guides{};
    std::vector<NamedArea> areas{};
    Bilingual x_title{}, y_title{};
    std::string labelled_by{};
};

Drawing scatter(const ScatterChart& chart);

}  // namespace ecumene::output
