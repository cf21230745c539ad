#include "output/charts/rows.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "output/quantity.hpp"
#include "output/scale.hpp"

namespace ecumene::output {

namespace {

constexpr double top = 40, bottom_room = 6, wide_row = 30, narrow_row = 42, bar_height = 18;

constexpr double wide_letters = 1.08;     // a font may run wider than text_width() reckons
constexpr double most_name_share = 0.46;  // of a wide drawing; longer names go above their bars

enum class NamePlace { beside, above };

double widest_name(const RowChart& chart) {
    double widest = 0;
    for (const auto& row : chart.rows) widest = std::max(widest, text_width(row.name, letter_size));
    return widest * wide_letters + 12;
}

class RowDrawing {
public:
    RowDrawing(const RowChart& chart, double width, NamePlace place)
        : chart_(chart),
          place_(place),
          width_(width),
          row_(place == NamePlace::beside ? wide_row : narrow_row),
          axis_(axis_of(chart)),
          left_(place == NamePlace::beside ? name_room() : 4),
          right_(width - text_room()),
          svg_(width, top + row_ * static_cast<double>(chart.rows.size()) + bottom_room, "chart"),
          x_(axis_.low, axis_.high, left_ + left_text_room(), right_) {}

    std::string draw() {
        draw_axis();
        for (std::size_t i = 0; i < chart_.rows.size(); ++i) draw_row(i);
        return svg_.str(chart_.labelled_by);
    }

private:
    static Axis axis_of(const RowChart& chart) {
        double low = 0, high = 0;
        for (const auto& row : chart.rows)
            for (const double value : {row.from, row.to, row.mark})
                if (!is_blank(value)) {
                    low = std::min(low, value);
                    high = std::max(high, value);
                }
        return nice_axis(low, high, 4);
    }

    double name_room() const { return std::min(widest_name(chart_), width_ * most_name_share); }

    double text_room() const {
        double widest = 0;
        for (const auto& row : chart_.rows) widest = std::max(widest, text_width(row.text, letter_size));
        return widest + 12;
    }

    // Bars below zero that stand for themselves carry their text at their left.
    double left_text_room() const {
        if (chart_.joined == Joined::end_to_start) return 0;
        double widest = 0;
        for (const auto& row : chart_.rows)
            if (row.to < row.from) widest = std::max(widest, text_width(row.text, letter_size) + 8);
        return std::min(widest, width_ * 0.2);
    }

    void draw_axis() {
        svg_.text(0, 11, chart_.unit, "axis");
        const double end = top + row_ * static_cast<double>(chart_.rows.size());
        for (const double tick : axis_.ticks) {
            svg_.line(x_(tick), top - 4, x_(tick), end, tick == 0 ? "zero" : "grid");
            svg_.text(x_(tick), top - 10, tick_text(tick, axis_.decimals), "axis", Anchor::middle);
        }
    }

    double bar_top(std::size_t i) const {
        const double start = top + row_ * static_cast<double>(i);
        return place_ == NamePlace::beside ? start + (row_ - bar_height) / 2 : start + row_ - bar_height - 2;
    }

    void draw_row(std::size_t i) {
        const auto& row = chart_.rows[i];
        const double y = bar_top(i), middle = y + bar_height / 2;
        if (place_ == NamePlace::beside)
            svg_.text(left_ - 8, middle + 4, row.name, "label", Anchor::end);
        else
            svg_.text(left_ + 5, y - 5, row.name, "label");
        if (is_blank(row.to)) {
            svg_.text(x_(0) + 6, middle + 4, row.text, "axis");
            return;
        }
        const double low = x_(std::min(row.from, row.to)), high = x_(std::max(row.from, row.to));
        const auto& unit = chart_.unit;
        const Bilingual title{
            row.name.en + ": " + row.text.en + " " + unit.en, row.name.ko + ": " + row.text.ko + " " + unit.ko};
        svg_.rect({low, y, std::max(high - low, 1.0), bar_height}, "area " + row.css_class, title);
        const bool is_left = row.to < row.from && chart_.joined == Joined::no;
        const double past_mark = is_blank(row.mark) ? high : std::max(high, x_(row.mark) + 4);
        svg_.text(is_left ? low - 5 : past_mark + 6, middle + 4, row.text, "label value",
            is_left ? Anchor::end : Anchor::start);
        if (!is_blank(row.mark)) draw_mark(svg_, 3, x_(row.mark), middle, "dot published", row.mark_title);
        if (chart_.joined == Joined::end_to_start && i + 1 < chart_.rows.size())
            svg_.line(x_(row.to), y + bar_height, x_(row.to), bar_top(i + 1), "leader");
    }

    const RowChart& chart_;
    NamePlace place_;
    double width_, row_;
    Axis axis_;
    double left_, right_;
    Svg svg_;
    Scale x_;
};

}  // namespace

Drawing rows(const RowChart& chart) {
    if (chart.rows.empty()) return {};
    const bool fits = widest_name(chart) <= wide_chart * most_name_share;
    return {RowDrawing(chart, wide_chart, fits ? NamePlace::beside : NamePlace::above).draw(),
        RowDrawing(chart, narrow_chart, NamePlace::above).draw()};
}

Drawing waterfall(const Waterfall& chart) {
    RowChart bars{.unit = chart.unit, .joined = Joined::end_to_start, .labelled_by = chart.labelled_by};
    bars.rows.push_back({.name = chart.first_name,
        .to = chart.first,
        .css_class = "total-bar",
        .text = figure_text(chart.first, chart.decimals)});
    double reached = chart.first;
    for (const auto& step : chart.steps) {
        bars.rows.push_back({.name = step.name,
            .from = reached,
            .to = reached + step.value,
            .css_class = step.value < 0 ? "falls" : "rises",
            .text = signed_figure_text(step.value, chart.decimals)});
        reached += step.value;
    }
    bars.rows.push_back({.name = chart.last_name,
        .to = chart.last,
        .css_class = "total-bar",
        .text = figure_text(chart.last, chart.decimals)});
    return rows(bars);
}

}  // namespace ecumene::output
