#include "output/chart_columns.hpp"

#include <algorithm>
#include <cmath>

#include "core/frame.hpp"
#include "output/markup.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"
#include "output/svg.hpp"

namespace ecumene::output {

namespace {

constexpr double letter = 12, right = 8, top = 26, bottom = 24;

struct Extent {
    double low{}, high{};
};

Extent extent_of(const ColumnChart& chart) {
    Extent extent;
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        double above = 0, below = 0;
        for (const auto& series : chart.series) {
            const double value = series.values[i];
            if (!is_blank(value)) (value > 0 ? above : below) += value;
        }
        if (!chart.across.values.empty() && !is_blank(chart.across.values[i]))
            above = std::max(above, chart.across.values[i]);
        extent.high = std::max(extent.high, above);
        extent.low = std::min(extent.low, below);
    }
    return extent;
}

std::string figure_text(double value, double greatest) {
    return tick_text(value, greatest < 1 ? 2 : decimals_for(greatest) > 0 ? 1 : 0).en;
}

// Room for the widest tick.
double margin_for(const Axis& axis) {
    double widest = 0;
    for (const double tick : axis.ticks)
        widest = std::max(widest, text_width(tick_text(tick, axis.decimals).en, letter));
    return std::max(34.0, widest + 10);
}

class ColumnDrawing {
public:
    ColumnDrawing(const ColumnChart& chart, double width, double height)
        : chart_(chart),
          svg_(width, height, "chart"),
          width_(width),
          extent_(extent_of(chart)),
          axis_(nice_axis(extent_.low, extent_.high * 1.02, 4)),
          y_(axis_.low, axis_.high, height - bottom, top),
          baseline_(height - bottom),
          left_(margin_for(axis_)) {}

    std::string draw() {
        draw_axis();
        for (std::size_t i = 0; i < chart_.categories.size(); ++i) draw_column(i);
        if (!chart_.across.values.empty()) draw_across();
        return svg_.str(chart_.labelled_by);
    }

private:
    double step() const { return (width_ - left_ - right) / static_cast<double>(chart_.categories.size()); }
    double centre(std::size_t i) const { return left_ + step() * (static_cast<double>(i) + 0.5); }
    double bar() const { return std::min(step() * 0.66, 64.0); }
    double greatest() const { return std::max(extent_.high, -extent_.low); }

    void draw_axis() {
        svg_.text(0, 11, chart_.unit, "axis");
        for (const double tick : axis_.ticks) {
            svg_.line(left_, y_(tick), width_ - right, y_(tick), tick == 0 ? "zero" : "grid");
            svg_.text(left_ - 6, y_(tick) + 4, tick_text(tick, axis_.decimals), "axis", Anchor::end);
        }
        for (std::size_t i = 0; i < chart_.categories.size(); ++i)
            svg_.text(centre(i), baseline_ + 17, same(chart_.categories[i]), "axis strong", Anchor::middle);
    }

    void draw_column(std::size_t i) {
        double above = 0, below = 0;
        bool is_drawn = false;
        for (const auto& series : chart_.series) {
            const double value = series.values[i];
            if (is_blank(value) || value == 0) continue;
            double& from = value > 0 ? above : below;
            draw_part(series, i, from, from + value);
            from += value;
            is_drawn = true;
        }
        if (is_drawn && (chart_.series.size() > 1 || chart_.across.values.empty() || chart_.overlay == Overlay::line))
            svg_.text(centre(i), total_place(i, above), same(figure_text(total(above, below), greatest())), "total",
                Anchor::middle);
    }

    // A cap holds what is left; demand is met by what stands above zero.
    double total(double above, double below) const { return chart_.overlay == Overlay::line ? above : above + below; }

    // On top of the column, and clear of the mark or line across it.
    double total_place(std::size_t i, double above) const {
        const double place = y_(above) - 5;
        if (chart_.across.values.empty() || is_blank(chart_.across.values[i])) return place;
        const double across = y_(chart_.across.values[i]);
        return across > place - letter - 2 && across < place + 8 ? across - 6 : place;
    }

    void draw_part(const ColumnSeries& series, std::size_t i, double from, double to) {
        const double high = y_(std::max(from, to)), low = y_(std::min(from, to));
        const auto text = figure_text(to - from, greatest());
        const Bilingual title{series.name.en + " " + chart_.categories[i] + ": " + text + " " + chart_.unit.en,
            series.name.ko + " " + chart_.categories[i] + ": " + text + " " + chart_.unit.ko};
        svg_.rect({centre(i) - bar() / 2, high, bar(), low - high}, "area " + series.css_class, title);
        const bool fits = low - high >= letter + 2 && text_width(text, letter - 1) < bar() - 2;
        if (fits && chart_.series.size() > 1)
            svg_.text(centre(i), (high + low) / 2 + 4, same(text), "ink " + series.css_class, Anchor::middle);
    }

    void draw_across() {
        std::string path;
        for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
            const double value = chart_.across.values[i];
            if (is_blank(value)) continue;
            if (chart_.overlay == Overlay::line) {
                path += (path.empty() ? "M" : "L") + px(centre(i)) + " " + px(y_(value));
                svg_.circle(centre(i), y_(value), 3, "dot " + chart_.across.css_class);
            } else {
                svg_.line(centre(i) - bar() / 2 - 5, y_(value), centre(i) + bar() / 2 + 5, y_(value),
                    "mark " + chart_.across.css_class);
            }
        }
        if (!path.empty()) svg_.path(path, "stroke " + chart_.across.css_class);
    }

    const ColumnChart& chart_;
    Svg svg_;
    double width_;
    Extent extent_;
    Axis axis_;
    Scale y_;
    double baseline_, left_;
};

}  // namespace

std::string columns(const ColumnChart& chart) {
    return element("div", {{"class", "wide"}}, ColumnDrawing(chart, 520, 300).draw()) +
           element("div", {{"class", "narrow"}}, ColumnDrawing(chart, 350, 270).draw());
}

}  // namespace ecumene::output
