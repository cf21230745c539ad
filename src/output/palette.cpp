#include "output/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "core/text.hpp"

namespace ecumene::output {

namespace {

using Rgb = std::array<double, 3>;  // 0 .. 255

bool is_hex(std::string_view text) {
    return text.size() == 7 && text[0] == '#' &&
           text.substr(1).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

Rgb parse(std::string_view colour) {
    if (!is_hex(colour)) return {128, 128, 128};
    const auto part = [&](std::size_t at) {
        return static_cast<double>(std::strtol(std::string(colour.substr(at, 2)).c_str(), nullptr, 16));
    };
    return {part(1), part(3), part(5)};
}

std::string text_of(const Rgb& rgb) {
    const auto whole = [](double v) { return static_cast<int>(std::lround(std::clamp(v, 0.0, 255.0))); };
    return compose("#{:02x}{:02x}{:02x}", {whole(rgb[0]), whole(rgb[1]), whole(rgb[2])});
}

// Relative luminance as WCAG 2.2 defines it.
double luminance(const Rgb& rgb) {
    const auto linear = [](double v) {
        const double s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

Rgb mixed(const Rgb& from, double towards, double share) {
    Rgb out{};
    for (std::size_t i = 0; i < 3; ++i) out[i] = from[i] + (towards - from[i]) * share;
    return out;
}

}  // namespace

double contrast(std::string_view a, std::string_view b) {
    const double la = luminance(parse(a)), lb = luminance(parse(b));
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::string visible(std::string_view colour, std::string_view page, double least) {
    const Rgb start = parse(colour);
    const double towards = luminance(parse(page)) > 0.5 ? 0.0 : 255.0;
    for (int step = 0; step < 50; ++step) {
        auto tried = text_of(mixed(start, towards, 0.02 * step));
        if (contrast(tried, page) >= least) return tried;
    }
    return towards == 0.0 ? "#000000" : "#ffffff";
}

std::string ink_on(std::string_view colour) {
    return contrast(colour, "#ffffff") >= contrast(colour, "#101416") ? "#ffffff" : "#101416";
}

std::string spare_colour(std::size_t n) {
    static constexpr std::array<std::string_view, 10> colours{
        "#4c78a8", "#b07d2b", "#3f8f5b", "#a4507a", "#6b6ecf", "#8c6d31", "#2a9d8f", "#c8553d", "#7a7f87", "#5c7a29"};
    return std::string(colours[n % colours.size()]);
}

std::string palette_css(const std::vector<std::string>& colours) {
    constexpr double least = 2.6;  // beside thin separators, printed values and a table; text is held to 4.5
    std::string light, dark;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const auto on_light = visible(colours[i], light_page, least), on_dark = visible(colours[i], dark_page, 3.0);
        light += compose("--c{0}:{1};--i{0}:{2};", {i, on_light, ink_on(on_light)});
        dark += compose("--c{0}:{1};--i{0}:{2};", {i, on_dark, ink_on(on_dark)});
    }
    std::string css = ":root{" + light +
                      "}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark +
                      "}}\n@media screen{:root[data-theme=dark]{" + dark + "}}\n";
    for (std::size_t i = 0; i < colours.size(); ++i) css += compose(".g{0}{{--c:var(--c{0});--i:var(--i{0})}}\n", {i});
    return css;
}

}  // namespace ecumene::output
