#include "output/svg.hpp"

#include <algorithm>

#include "output/markup.hpp"
#include "output/scale.hpp"

namespace ecumene::output {

namespace {

std::string titled(std::string_view name, Attributes attributes, const Bilingual& title) {
    if (title.en.empty() && title.ko.empty()) return empty_element(name, attributes);
    return element(name, attributes, element("title", {}, escape(both(title))));
}

std::string width_text(double width) {
    return width > 0 ? px(width) : std::string{};
}

}  // namespace

Svg::Svg(double width, double height, std::string_view css_class)
    : width_(width), height_(height), css_class_(css_class) {}

void Svg::rect(const Box& box, std::string_view css_class, const Bilingual& title, double radius) {
    body_ += titled("rect",
        {{"x", px(box.x)}, {"y", px(box.y)}, {"width", px(std::max(0.0, box.width))},
            {"height", px(std::max(0.0, box.height))}, {"rx", width_text(radius)}, {"class", std::string(css_class)}},
        title);
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view css_class, double width) {
    body_ += empty_element("line", {{"x1", px(x1)}, {"y1", px(y1)}, {"x2", px(x2)}, {"y2", px(y2)},
                                       {"class", std::string(css_class)}, {"stroke-width", width_text(width)}});
}

void Svg::path(std::string_view data, std::string_view css_class, const Bilingual& title, double width) {
    body_ += titled("path",
        {{"d", std::string(data)}, {"class", std::string(css_class)}, {"stroke-width", width_text(width)}}, title);
}

void Svg::circle(double x, double y, double radius, std::string_view css_class, const Bilingual& title) {
    body_ +=
        titled("circle", {{"cx", px(x)}, {"cy", px(y)}, {"r", px(radius)}, {"class", std::string(css_class)}}, title);
}

void Svg::text(double x, double y, const Bilingual& text, std::string_view css_class, Anchor anchor) {
    const std::string place = anchor == Anchor::start ? "" : anchor == Anchor::middle ? "middle" : "end";
    body_ += element("text", {{"x", px(x)}, {"y", px(y)}, {"class", std::string(css_class)}, {"text-anchor", place}},
        svg_words(text));
}

std::string Svg::str(std::string_view labelled_by) const {
    return element("svg",
        {{"viewBox", "0 0 " + px(width_) + " " + px(height_)}, {"width", px(width_)}, {"height", px(height_)},
            {"class", css_class_}, {"role", "img"}, {"aria-labelledby", std::string(labelled_by)}},
        body_);
}

double text_width(std::string_view text, double size) {
    double ems = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xE0)
            ems += 1.0;  // the first byte of a letter of three bytes or more: Hangul and its kin
        else if (byte < 0x80 || byte >= 0xC0)
            ems += 0.56;
    }
    return ems * size;
}

std::string shortened(const std::string& text, double size, double width) {
    if (text_width(text, size) <= width) return text;
    std::string kept = text;
    const auto is_inside_letter = [&] { return (static_cast<unsigned char>(kept.back()) & 0xC0U) == 0x80U; };
    while (!kept.empty() && text_width(kept, size) + size > width) {
        while (kept.size() > 1 && is_inside_letter()) kept.pop_back();
        kept.pop_back();
    }
    while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',')) kept.pop_back();
    return kept + "…";
}

}  // namespace ecumene::output
