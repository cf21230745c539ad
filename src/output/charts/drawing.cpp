#include "output/charts/drawing.hpp"

#include <algorithm>
#include <numeric>

#include "core/frame.hpp"
#include "output/markup.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"

namespace ecumene::output {

namespace {

constexpr std::size_t series_looks = 8;

// Labels that touch, moved as one.
struct Block {
    double middle{};
    std::size_t first{}, count{};
    double half(double gap) const { return gap * static_cast<double>(count - 1) / 2; }
};

bool touch(const Block& upper, const Block& lower, double gap) {
    return upper.middle + upper.half(gap) + gap > lower.middle - lower.half(gap) + 1e-9;
}

Block joined(const Block& a, const Block& b) {
    const double count = static_cast<double>(a.count + b.count);
    return {(a.middle * static_cast<double>(a.count) + b.middle * static_cast<double>(b.count)) / count, a.first,
        a.count + b.count};
}

void hold_within(Block& block, double gap, double low, double high) {
    const double half = block.half(gap);
    if (high - low > 2 * half) block.middle = std::clamp(block.middle, low + half, high - half);
}

std::string mark_path(std::size_t n, double x, double y) {
    const auto at = [&](double dx, double dy) { return px(x + dx) + " " + px(y + dy); };
    switch (n % 4) {
        case 1: return "M" + at(-4, -4) + "L" + at(4, -4) + "L" + at(4, 4) + "L" + at(-4, 4) + "Z";
        case 2: return "M" + at(0, -5) + "L" + at(4.8, 4) + "L" + at(-4.8, 4) + "Z";
        default: return "M" + at(0, -5.4) + "L" + at(5.4, 0) + "L" + at(0, 5.4) + "L" + at(-5.4, 0) + "Z";
    }
}

std::string with_true_minus(std::string digits) {
    return digits.front() == '-' ? "−" + digits.substr(1) : digits;
}

bool is_zero_text(const std::string& digits) {
    return digits.find_first_of("123456789") == std::string::npos;
}

}  // namespace

std::string shown(const Drawing& drawing) {
    if (drawing.is_empty()) return {};
    return element("div", {{"class", "wide"}}, drawing.wide) + element("div", {{"class", "narrow"}}, drawing.narrow);
}

double text_width(const Bilingual& text, double size) {
    return std::max(text_width(text.en, size), text_width(text.ko, size));
}

std::vector<double> spread_apart(const std::vector<double>& wanted, double gap, double low, double high) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    if (wanted.size() > 1) gap = std::min(gap, (high - low) / static_cast<double>(wanted.size() - 1));
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < order.size(); ++i) {
        Block block{wanted[order[i]], i, 1};
        hold_within(block, gap, low, high);
        while (!blocks.empty() && touch(blocks.back(), block, gap)) {
            block = joined(blocks.back(), block);
            hold_within(block, gap, low, high);
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    std::vector<double> places(wanted.size());
    for (const auto& block : blocks)
        for (std::size_t k = 0; k < block.count; ++k)
            places[order[block.first + k]] = block.middle - block.half(gap) + gap * static_cast<double>(k);
    return places;
}

void draw_mark(Svg& svg, std::size_t n, double x, double y, std::string_view css_class, const Bilingual& title) {
    if (n % 4 == 0)
        svg.circle(x, y, 4.2, css_class, title);
    else
        svg.path(mark_path(n, x, y), css_class, title);
}

std::string series_class(std::size_t n) {
    return "s" + std::to_string(n % series_looks);
}

Bilingual figure_text(double value, int decimals) {
    if (is_blank(value)) return same("–");
    const auto digits = grouped(value, decimals);
    return same(is_zero_text(digits) && digits.front() == '-' ? digits.substr(1) : with_true_minus(digits));
}

Bilingual signed_figure_text(double value, int decimals) {
    auto text = figure_text(value, decimals);
    if (is_blank(value) || value <= 0 || is_zero_text(text.en)) return text;
    return same("+" + text.en);
}

}  // namespace ecumene::output
