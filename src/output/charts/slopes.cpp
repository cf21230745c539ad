#include "output/charts/slopes.hpp"

#include <algorithm>
#include <cmath>

#include "core/frame.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"

namespace ecumene::output {

namespace {

constexpr double top = 46, line_height = 15, leader_room = 22;

enum class Names { both_sides, right };

class SlopeDrawing {
public:
    SlopeDrawing(const SlopeChart& chart, double width, Names names)
        : chart_(chart),
          names_(names),
          bottom_(top + std::max(200.0, line_height * static_cast<double>(chart.rows.size()) * 1.35)),
          left_(room(Names::both_sides == names) + leader_room),
          right_(width - room(true) - leader_room),
          svg_(width, bottom_ + 12, "chart"),
          y_(lowest(), highest(), bottom_, top) {}

    std::string draw() {
        svg_.text(0, 11, chart_.unit, "axis");
        svg_.text(left_, top - 18, chart_.first_title, "axis strong", Anchor::middle);
        svg_.text(right_, top - 18, chart_.last_title, "axis strong", Anchor::middle);
        svg_.line(left_, top - 10, left_, bottom_, "grid");
        svg_.line(right_, top - 10, right_, bottom_, "grid");
        for (const auto& row : chart_.rows) draw_slope(row);
        draw_labels(true);
        draw_labels(false);
        return svg_.str(chart_.labelled_by);
    }

private:
    double highest() const {
        double value = chart_.rows.front().first;
        for (const auto& row : chart_.rows) value = std::max({value, row.first, row.last});
        return value;
    }
    double lowest() const {
        double value = 0;
        for (const auto& row : chart_.rows) value = std::min({value, row.first, row.last});
        return value;
    }

    Bilingual value_text(double value) const { return figure_text(value, chart_.decimals); }

    Bilingual label(const SlopeRow& row, bool is_first) const {
        const auto value = value_text(is_first ? row.first : row.last).en;
        if (!is_first) return {value + " " + row.name.en, value + " " + row.name.ko};
        if (names_ == Names::right) return same(value);
        return {row.name.en + " " + value, row.name.ko + " " + value};
    }

    double room(bool has_names) const {
        double widest = 0;
        for (const auto& row : chart_.rows)
            widest = std::max(widest, has_names ? text_width(label(row, false), letter_size)
                                                : text_width(value_text(row.first), letter_size));
        return widest + 4;
    }

    void draw_slope(const SlopeRow& row) {
        const bool rises = row.last >= row.first;
        const auto change = " " + value_text(row.first).en + " → " + value_text(row.last).en + " ";
        const Bilingual title{row.name.en + change + chart_.unit.en, row.name.ko + change + chart_.unit.ko};
        svg_.path("M" + px(left_) + " " + px(y_(row.first)) + "L" + px(right_) + " " + px(y_(row.last)),
            rises ? "slope rising" : "slope falling", title);
        svg_.circle(left_, y_(row.first), 3, rises ? "dot rising" : "dot falling");
        svg_.circle(right_, y_(row.last), 3, rises ? "dot rising" : "dot falling");
    }

    void draw_labels(bool is_first) {
        std::vector<double> wanted;
        for (const auto& row : chart_.rows) wanted.push_back(y_(is_first ? row.first : row.last));
        const auto places = spread_apart(wanted, line_height, top, bottom_);
        const double edge = is_first ? left_ : right_, side = is_first ? -1 : 1;
        for (std::size_t i = 0; i < places.size(); ++i) {
            svg_.line(edge + side * 5, wanted[i], edge + side * (leader_room - 4), places[i], "leader");
            svg_.text(edge + side * leader_room, places[i] + 4, label(chart_.rows[i], is_first), "label",
                is_first ? Anchor::end : Anchor::start);
        }
    }

    const SlopeChart& chart_;
    Names names_;
    double bottom_, left_, right_;
    Svg svg_;
    Scale y_;
};

}  // namespace

Drawing slopes(const SlopeChart& chart) {
    SlopeChart whole = chart;
    whole.rows.clear();
    for (const auto& row : chart.rows)
        if (!is_blank(row.first) && !is_blank(row.last)) whole.rows.push_back(row);
    if (whole.rows.empty()) return {};
    return {SlopeDrawing(whole, wide_chart, Names::both_sides).draw(),
        SlopeDrawing(whole, narrow_chart, Names::right).draw()};
}

}  // namespace ecumene::output
