#include "output/charts/scatter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/frame.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"

namespace ecumene::output {

namespace {

constexpr double top = 26, axis_height = 40, small_letter = 11, mark_reach = 7;

struct Placed {
    double x{}, y{};  // of the text's start and baseline
    Anchor anchor{Anchor::start};
    Box box{};
};

bool overlap(const Box& a, const Box& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// A text of this width anchored at a place, and the box it fills.
Placed placed(double x, double y, Anchor anchor, double width) {
    const double start = anchor == Anchor::start ? x : anchor == Anchor::end ? x - width : x - width / 2;
    return {x, y, anchor, {start, y - small_letter + 1, width, small_letter + 2}};
}

struct Extent {
    double x_low{}, x_high{}, y_low{}, y_high{};
};

Extent extent_of(const std::vector<ScatterPoint>& points) {
    Extent e;
    for (const auto& point : points) {
        e.x_low = std::min(e.x_low, point.x);
        e.x_high = std::max(e.x_high, point.x);
        e.y_low = std::min(e.y_low, point.y);
        e.y_high = std::max(e.y_high, point.y);
    }
    const double x_room = 0.04 * (e.x_high - e.x_low), y_room = 0.06 * (e.y_high - e.y_low);
    return {
        e.x_low < 0 ? e.x_low - x_room : 0, e.x_high + x_room, e.y_low < 0 ? e.y_low - y_room : 0, e.y_high + y_room};
}

class ScatterDrawing {
public:
    ScatterDrawing(const ScatterChart& chart, double width, double height)
        : chart_(chart),
          svg_(width, height, "chart"),
          extent_(extent_of(chart.points)),
          x_axis_(nice_axis(extent_.x_low, extent_.x_high, 5)),
          y_axis_(nice_axis(extent_.y_low, extent_.y_high, 5)),
          left_(y_margin()),
          right_(width - 12),
          bottom_(height - axis_height),
          x_(x_axis_.low, x_axis_.high, left_, right_),
          y_(y_axis_.low, y_axis_.high, bottom_, top) {}

    std::string draw() {
        draw_axes();
        for (const auto& guide : chart_.guides) draw_guide(guide);
        for (const auto& point : chart_.points)
            taken_.push_back(
                {x_(point.x) - mark_reach + 2, y_(point.y) - mark_reach + 2, 2 * mark_reach - 4, 2 * mark_reach - 4});
        for (const auto& area : chart_.areas) name_area(area);
        for (const auto& point : chart_.points) draw_point(point);
        for (const auto& point : chart_.points) name_point(point);
        return svg_.str(chart_.labelled_by);
    }

private:
    double y_margin() const {
        double widest = 0;
        for (const double tick : y_axis_.ticks)
            widest = std::max(widest, text_width(tick_text(tick, y_axis_.decimals).en, letter_size));
        return widest + 12;
    }

    void draw_axes() {
        svg_.text(0, 11, chart_.y_title, "axis");
        for (const double tick : y_axis_.ticks) {
            svg_.line(left_, y_(tick), right_, y_(tick), tick == 0 ? "zero" : "grid");
            svg_.text(left_ - 6, y_(tick) + 4, tick_text(tick, y_axis_.decimals), "axis", Anchor::end);
        }
        for (const double tick : x_axis_.ticks) {
            svg_.line(x_(tick), top, x_(tick), bottom_, tick == 0 ? "zero" : "grid");
            svg_.text(x_(tick), bottom_ + 16, tick_text(tick, x_axis_.decimals), "axis", Anchor::middle);
        }
        svg_.text(right_, bottom_ + 34, chart_.x_title, "axis", Anchor::end);
    }

    // Where y = slope x leaves the frame on one side of zero.
    double reach(double slope, double x_end) const {
        if (x_end == 0 || slope == 0) return x_end;
        const double y_end = std::clamp(slope * x_end, y_axis_.low, y_axis_.high);
        return y_end / slope;
    }

    void draw_guide(const GuideLine& guide) {
        const double from = reach(guide.slope, x_axis_.low), to = reach(guide.slope, x_axis_.high);
        svg_.line(x_(from), y_(guide.slope * from), x_(to), y_(guide.slope * to), "zero " + guide.css_class);
    }

    // At the outer edge of the frame, in the middle of what the area holds there; along the upper or lower edge where it
    // does not reach the side.
    void name_area(const NamedArea& area) {
        const double side = area.is_right ? x_axis_.high : x_axis_.low;
        if (side == 0) return;
        const double a = std::clamp(area.from * side, y_axis_.low, y_axis_.high),
                     b = std::clamp(area.to * side, y_axis_.low, y_axis_.high);
        const double width = text_width(area.name, small_letter);
        const auto anchor = area.is_right ? Anchor::end : Anchor::start;
        const double edge = area.is_right ? right_ - 4 : left_ + 4;
        std::vector<Placed> tried;
        if (std::abs(y_(a) - y_(b)) >= small_letter + 4) {
            const double high = std::min(y_(a), y_(b)), low = std::max(y_(a), y_(b));
            for (const double share : {0.5, 0.15, 0.85, 0.3, 0.7})
                tried.push_back(placed(edge, high + 4 + (low - high) * share, anchor, width));
        } else if (std::abs(b) > 0) {
            const bool is_high = b > 0;
            const double steep = std::abs(area.to) > std::abs(area.from) ? area.from : area.to;
            const double start = x_(reach(steep, side)) - (area.is_right ? 8 : -8);
            tried.push_back(placed(start, is_high ? top + 14 : bottom_ - 6, anchor, width));
        }
        for (const auto& place : tried)
            if (is_free(place.box)) {
                svg_.text(place.x, place.y, area.name, "area-name", place.anchor);
                taken_.push_back(place.box);
                return;
            }
    }

    bool is_free(const Box& box) const {
        if (box.x < left_ || box.x + box.width > right_ + 8 || box.y < top - 8 || box.y + box.height > bottom_ + 2)
            return false;
        return std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) { return overlap(box, other); });
    }

    void draw_point(const ScatterPoint& point) {
        const auto figures = " (" + figure_text(point.x, 1).en + ", " + figure_text(point.y, 1).en + ")";
        draw_mark(svg_, point.mark, x_(point.x), y_(point.y), "dot " + point.css_class,
            {point.name.en + figures, point.name.ko + figures});
    }

    void name_point(const ScatterPoint& point) {
        const double x = x_(point.x), y = y_(point.y), width = text_width(point.name, small_letter);
        const std::array<Placed, 8> tried{placed(x + mark_reach, y + 4, Anchor::start, width),
            placed(x - mark_reach, y + 4, Anchor::end, width), placed(x, y - mark_reach, Anchor::middle, width),
            placed(x, y + mark_reach + 9, Anchor::middle, width),
            placed(x + mark_reach - 1, y - 5, Anchor::start, width),
            placed(x + mark_reach - 1, y + 13, Anchor::start, width),
            placed(x - mark_reach + 1, y - 5, Anchor::end, width),
            placed(x - mark_reach + 1, y + 13, Anchor::end, width)};
        for (const auto& place : tried)
            if (try_name(point, place)) return;
        name_from_afar(point, x, y, width);
    }

    bool try_name(const ScatterPoint& point, const Placed& place) {
        if (!is_free(place.box)) return false;
        svg_.text(place.x, place.y, point.name, "point-name", place.anchor);
        taken_.push_back(place.box);
        return true;
    }

    // Where there is no room beside the point, a line leads to its name.
    void name_from_afar(const ScatterPoint& point, double x, double y, double width) {
        for (const double far : {22.0, 34.0, 46.0})
            for (const double side : {1.0, -1.0})
                for (const double rise : {-0.8, 0.8, -0.3, 0.3, -1.2, 1.2}) {
                    const double end_x = x + side * far, end_y = y + rise * far;
                    const auto anchor = side > 0 ? Anchor::start : Anchor::end;
                    if (!try_name(point, placed(end_x + side * 2, end_y + 4, anchor, width))) continue;
                    svg_.line(x + side * 3, y + rise * 3, end_x, end_y, "leader");
                    return;
                }
    }

    const ScatterChart& chart_;
    Svg svg_;
    Extent extent_;
    Axis x_axis_, y_axis_;
    double left_, right_, bottom_;
    Scale x_, y_;
    std::vector<Box> taken_;
};

}  // namespace

Drawing scatter(const ScatterChart& chart) {
    ScatterChart known = chart;
    known.points.clear();
    for (const auto& point : chart.points)
        if (!is_blank(point.x) && !is_blank(point.y)) known.points.push_back(point);
    if (known.points.empty()) return {};
    return {ScatterDrawing(known, wide_chart, 460).draw(), ScatterDrawing(known, narrow_chart, 380).draw()};
}

}  // namespace ecumene::output
