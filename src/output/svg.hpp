// A drawing as inline SVG. Colours come from style-sheet classes only, so that light, dark and print share one drawing.
//
//     Svg drawing(360, 200, "chart");
//     drawing.rect({10, 20, 30, 40}, "area g2", {"Solar 12 GW", "태양광 12 GW"});
//     drawing.text(25, 15, same("12"), "value", Anchor::middle);
//     drawing.str("figure-capacity-title")             // labelled by that element
#pragma once

#include <string>
#include <string_view>

#include "core/text.hpp"

namespace ecumene::output {

enum class Anchor { start, middle, end };

struct Box {
    double x{}, y{}, width{}, height{};
};

class Svg {
public:
    Svg(double width, double height, std::string_view css_class);

    void rect(const Box& box, std::string_view css_class, const Bilingual& title = {}, double radius = 0);
    void line(double x1, double y1, double x2, double y2, std::string_view css_class, double width = 0);
    void path(std::string_view data, std::string_view css_class, const Bilingual& title = {}, double width = 0);
    void circle(double x, double y, double radius, std::string_view css_class, const Bilingual& title = {});
    void text(double x, double y, const Bilingual& text, std::string_view css_class, Anchor anchor = Anchor::start);

    // The whole element; `labelled_by` is the id of the element that names it.
    std::string str(std::string_view labelled_by) const;

private:
    double width_, height_;
    std::string css_class_, body_;
};

// About how wide a text is drawn, in pixels: a Korean letter takes one em, others a little over half.
double text_width(std::string_view text, double size);

// The text, or as much of it as fits the width with an ellipsis.
std::string shortened(const std::string& text, double size, double width);

}  // namespace ecumene::output
