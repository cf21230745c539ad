#include "output/dispatch_chart.hpp"

#include <algorithm>
#include <cmath>

#include "output/markup.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"
#include "output/svg.hpp"

namespace ecumene::output {

namespace {

constexpr double width = 264, height = 168, left = 34, right = 6, top = 18, bottom = 20;

// Outline of a layer from its lower to its upper edge, as steps.
std::string outline(
    const std::vector<double>& lower, const std::vector<double>& upper, const Scale& x, const Scale& y, double step) {
    std::string path;
    for (std::size_t i = 0; i < upper.size(); ++i) {
        path += (i == 0 ? "M" : "L") + px(x(step * static_cast<double>(i))) + " " + px(y(upper[i]));
        path += "H" + px(x(step * static_cast<double>(i + 1)));
    }
    for (std::size_t i = lower.size(); i-- > 0;) {
        path += "V" + px(y(lower[i]));
        path += "H" + px(x(step * static_cast<double>(i)));
    }
    return path + "Z";
}

std::string steps(const std::vector<double>& values, const Scale& x, const Scale& y, double step) {
    std::string path;
    for (std::size_t i = 0; i < values.size(); ++i) {
        path += (i == 0 ? "M" + px(x(0)) + " " : std::string("V")) + px(y(values[i]));
        path += "H" + px(x(step * static_cast<double>(i + 1)));
    }
    return path;
}

// Adds one sign of a layer's values to the edge they stand on; returns whether there was anything to add.
bool lift(const std::vector<double>& values, bool is_above, std::vector<double>& edge) {
    bool is_any = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if ((values[i] > 0) != is_above || std::abs(values[i]) < 0.5) continue;
        edge[i] += values[i];
        is_any = true;
    }
    return is_any;
}

}  // namespace

void widen(const DayChart& chart, double& low, double& high) {
    std::vector<double> above(chart.demand.size()), below(chart.demand.size());
    for (const auto& layer : chart.stack) {
        lift(layer.values, true, above);
        lift(layer.values, false, below);
    }
    for (std::size_t i = 0; i < above.size(); ++i) {
        high = std::max({high, above[i], chart.demand[i]});
        low = std::min(low, below[i]);
    }
}

std::string dispatch_chart(const DayChart& chart, std::string_view labelled_by) {
    const auto axis = nice_axis(chart.low / 1e3, chart.high / 1e3, 3);
    const Scale x(0, chart.step * static_cast<double>(chart.demand.size()), left, width - right);
    const Scale y(axis.low * 1e3, axis.high * 1e3, height - bottom, top);
    Svg svg(width, height, "chart day");
    svg.text(0, 10, same("GW"), "axis");
    for (const double tick : axis.ticks) {
        svg.line(left, y(tick * 1e3), width - right, y(tick * 1e3), tick == 0 ? "zero" : "grid");
        svg.text(left - 5, y(tick * 1e3) + 4, tick_text(tick, axis.decimals), "axis", Anchor::end);
    }
    for (const bool is_above : {true, false}) {
        std::vector<double> lower(chart.demand.size());
        for (const auto& layer : chart.stack) {
            auto upper = lower;
            if (lift(layer.values, is_above, upper))
                svg.path(outline(lower, upper, x, y, chart.step), "area " + layer.css_class, layer.name);
            lower = upper;
        }
    }
    if (!chart.demand.empty()) svg.path(steps(chart.demand, x, y, chart.step), "stroke demand");
    for (const double hour : {0.0, 6.0, 12.0, 18.0, 24.0})
        svg.text(x(hour), height - 5, same(px(hour)), "axis",
            hour == 0    ? Anchor::start
            : hour == 24 ? Anchor::end
                         : Anchor::middle);
    const auto plot =
        px(width) + "," + px(height) + "," + px(left) + "," + px(right) + "," + px(top) + "," + px(bottom);
    return element("div", {{"class", "day-plot"}, {"data-plot", plot}}, svg.str(labelled_by));
}

}  // namespace ecumene::output
