#include "output/charts/lines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/frame.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"

namespace ecumene::output {

namespace {

constexpr double top = 26, axis_height = 26, key_line = 18, tick_gap = 6;

struct Extent {
    double x_low{std::numeric_limits<double>::max()}, x_high{std::numeric_limits<double>::lowest()};
    double y_low{}, y_high{};
    bool is_empty() const { return x_low > x_high; }
};

Extent extent_of(const LineChart& chart) {
    Extent extent;
    for (const auto& series : chart.series)
        for (const auto& point : series.points) {
            if (is_blank(point.y)) continue;
            extent.x_low = std::min(extent.x_low, point.x);
            extent.x_high = std::max(extent.x_high, point.x);
            extent.y_low = std::min(extent.y_low, point.y);
            extent.y_high = std::max(extent.y_high, point.y);
        }
    if (chart.along == Along::share && !extent.is_empty()) return {0, 1, 0, 1};
    return extent;
}

const LinePoint* last_point(const LineSeries& series) {
    const auto known = std::find_if(
        series.points.rbegin(), series.points.rend(), [](const LinePoint& point) { return !is_blank(point.y); });
    return known == series.points.rend() ? nullptr : &*known;
}

// So many years between two ticks that a tick has room.
int year_step(double first, double last, double width) {
    const double room = width / 46;
    for (const int step : {1, 2, 5, 10, 20, 50})
        if ((last - first) / step <= room) return step;
    return 100;
}

std::vector<double> year_ticks(double first, double last, double width) {
    const int step = year_step(first, last, width);
    std::vector<double> ticks;
    for (int year = static_cast<int>(last); year >= static_cast<int>(first); year -= step) ticks.push_back(year);
    std::reverse(ticks.begin(), ticks.end());
    return ticks;
}

enum class Names { at_the_end, below };

class LineDrawing {
public:
    LineDrawing(const LineChart& chart, const Extent& extent, double width, double plot_height, Names names)
        : chart_(chart),
          names_(names),
          extent_(extent),
          axis_(nice_axis(extent.y_low, extent.y_high, 4)),
          left_(left_margin()),
          right_(width - right_margin(width)),
          bottom_(top + plot_height),
          svg_(
              width, bottom_ + axis_height + key_height(width), chart.along == Along::share ? "chart square" : "chart"),
          x_(extent.x_low, extent.x_high, left_, right_),
          y_(axis_.low, axis_.high, bottom_, top) {}

    std::string draw() {
        draw_axes();
        if (chart_.along == Along::share) svg_.line(left_, bottom_, right_, top, "zero dashed");
        for (std::size_t n = 0; n < chart_.series.size(); ++n) draw_series(n);
        if (names_ == Names::at_the_end)
            name_ends();
        else
            draw_key();
        return svg_.str(chart_.labelled_by);
    }

private:
    Bilingual tick(double value) const {
        return chart_.along == Along::share ? figure_text(100 * value, 0) : tick_text(value, axis_.decimals);
    }

    double left_margin() const {
        double widest = 0;
        for (const double value : axis_.ticks) widest = std::max(widest, text_width(tick(value).en, letter_size));
        return widest + tick_gap + 6;
    }

    Bilingual end_text(const LineSeries& series) const {
        const auto* last = last_point(series);
        const auto value = last == nullptr || chart_.along == Along::share
                               ? std::string{}
                               : " " + figure_text(last->y, chart_.decimals).en;
        return {series.name.en + value, series.name.ko + value};
    }

    double right_margin(double width) const {
        if (names_ == Names::below || chart_.along == Along::share) return 16;
        double widest = 0;
        for (const auto& series : chart_.series) widest = std::max(widest, text_width(end_text(series), letter_size));
        return std::min(widest + 22, width * 0.4);
    }

    double key_height(double width) const {
        if (names_ == Names::at_the_end) return chart_.along == Along::share ? key_line : 0;
        double lines = 1, x = 0;
        for (const auto& series : chart_.series) {
            const double room = text_width(end_text(series), letter_size) + 38;
            if (x > 0 && x + room > width) {
                ++lines;
                x = 0;
            }
            x += room;
        }
        return lines * key_line + (chart_.along == Along::share ? key_line : 6);
    }

    void draw_axes() {
        svg_.text(0, 11, chart_.unit, "axis");
        for (const double value : axis_.ticks) {
            svg_.line(left_, y_(value), right_, y_(value), value == 0 ? "zero" : "grid");
            svg_.text(left_ - tick_gap, y_(value) + 4, tick(value), "axis", Anchor::end);
        }
        if (chart_.along == Along::share) {
            for (const double value : {0.0, 0.25, 0.5, 0.75, 1.0})
                svg_.text(x_(value), bottom_ + 17, tick(value), "axis", Anchor::middle);
            svg_.text((left_ + right_) / 2, bottom_ + 33, chart_.x_unit, "axis", Anchor::middle);
            return;
        }
        for (const double year : year_ticks(extent_.x_low, extent_.x_high, right_ - left_))
            svg_.text(
                x_(year), bottom_ + 17, same(std::to_string(static_cast<int>(year))), "axis strong", Anchor::middle);
    }

    std::string look(std::size_t n) const {
        return chart_.series[n].css_class.empty() ? series_class(n) : chart_.series[n].css_class;
    }

    void draw_series(std::size_t n) {
        const auto& series = chart_.series[n];
        std::string path;
        bool is_drawing = false;
        for (const auto& point : series.points) {
            if (is_blank(point.y)) {
                is_drawing = false;
                continue;
            }
            path += (is_drawing ? "L" : "M") + px(x_(point.x)) + " " + px(y_(point.y));
            is_drawing = true;
        }
        if (path.empty()) return;
        svg_.path(path, "line " + look(n), series.name);
        if (chart_.along == Along::years)
            for (const auto& point : series.points) draw_point(n, point);
    }

    // Marks at both ends and wherever a point stands alone; every point can be read by pointing at it.
    void draw_point(std::size_t n, const LinePoint& point) {
        if (is_blank(point.y)) return;
        const auto& series = chart_.series[n];
        const auto value =
            " " + std::to_string(static_cast<int>(point.x)) + ": " + figure_text(point.y, chart_.decimals).en + " ";
        const Bilingual title{series.name.en + value + chart_.unit.en, series.name.ko + value + chart_.unit.ko};
        const bool is_marked = &point == &series.points.front() || point.x == last_point(series)->x;
        if (is_marked)
            draw_mark(svg_, n, x_(point.x), y_(point.y), "dot " + look(n), title);
        else
            svg_.circle(x_(point.x), y_(point.y), 4, "touch", title);
    }

    void name_ends() {
        if (chart_.along == Along::share) {
            name_curves();
            return;
        }
        std::vector<double> wanted;
        std::vector<std::size_t> named;
        for (std::size_t n = 0; n < chart_.series.size(); ++n)
            if (const auto* last = last_point(chart_.series[n]); last != nullptr) {
                wanted.push_back(y_(last->y));
                named.push_back(n);
            }
        const auto places = spread_apart(wanted, letter_size + 3, top, bottom_);
        for (std::size_t i = 0; i < named.size(); ++i) {
            const auto& series = chart_.series[named[i]];
            if (std::abs(places[i] - wanted[i]) > 5)
                svg_.line(x_(last_point(series)->x) + 5, wanted[i], right_ + 12, places[i], "leader");
            svg_.text(right_ + 14, places[i] + 4, end_text(series), "label " + look(named[i]));
        }
    }

    // Curves between the corners have no free end: their names stand in the empty corner.
    void name_curves() {
        double y = top + 14;
        for (std::size_t n = 0; n < chart_.series.size(); ++n, y += key_line) draw_key_item(n, left_ + 12, y);
    }

    void draw_key_item(std::size_t n, double x, double y) {
        svg_.line(x, y, x + 24, y, "line " + look(n));
        draw_mark(svg_, n, x + 12, y, "dot " + look(n));
        svg_.text(x + 30, y + 4, end_text(chart_.series[n]), "label " + look(n));
    }

    void draw_key() {
        if (chart_.along == Along::share) {
            name_curves();
            return;
        }
        const double width = right_ + 16;
        double x = 0, y = bottom_ + axis_height + 10;
        for (std::size_t n = 0; n < chart_.series.size(); ++n) {
            const double room = text_width(end_text(chart_.series[n]), letter_size) + 38;
            if (x > 0 && x + room > width) {
                x = 0;
                y += key_line;
            }
            draw_key_item(n, x, y);
            x += room;
        }
    }

    const LineChart& chart_;
    Names names_;
    Extent extent_;
    Axis axis_;
    double left_, right_, bottom_;
    Svg svg_;
    Scale x_, y_;
};

}  // namespace

Drawing lines(const LineChart& chart) {
    const auto extent = extent_of(chart);
    if (extent.is_empty()) return {};
    const bool is_square = chart.along == Along::share;
    const double wide_width = is_square ? 420 : wide_chart;
    return {LineDrawing(chart, extent, wide_width, is_square ? 380 : 270, Names::at_the_end).draw(),
        LineDrawing(chart, extent, narrow_chart, is_square ? 310 : 230, Names::below).draw()};
}

}  // namespace ecumene::output
