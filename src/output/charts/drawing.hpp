// A chart drawn twice, for wide and for narrow screens, so that its text keeps its size on both.
//
//     const Drawing drawing = waterfall(chart);
//     shown(drawing)                                   // markup; the style sheet shows one of the two
//     picture_file(drawing.wide, title, note, Language::en)      // output/charts/picture.hpp: a file of its own
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"
#include "output/svg.hpp"

namespace ecumene::output {

struct Drawing {
    std::string wide, narrow;  // one <svg> element each
    bool is_empty() const { return wide.empty(); }
};
std::string shown(const Drawing& drawing);

inline constexpr double wide_chart = 600, narrow_chart = 350;
inline constexpr double letter_size = 12;  // of the style sheet's chart text

// In whichever language it is longer.
double text_width(const Bilingual& text, double size);

// Places as near as can be to the wanted ones, in their order, at least `gap` apart and between `low` and `high`.
// Where there is no room for all, they share what there is.
std::vector<double> spread_apart(const std::vector<double>& wanted, double gap, double low, double high);

// A mark of its own shape for the n-th series, so that colour is never needed to tell series apart.
void draw_mark(Svg& svg, std::size_t n, double x, double y, std::string_view css_class, const Bilingual& title = {});
// Class of the n-th series: colour and dashes.
std::string series_class(std::size_t n);

// A rounded figure with a true minus; a blank is a dash.
Bilingual figure_text(double value, int decimals);
Bilingual signed_figure_text(double value, int decimals);

}  // namespace ecumene::output
