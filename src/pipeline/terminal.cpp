#include "pipeline/terminal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace ecumene::pipeline {
namespace {

struct Glyph {
    std::uint32_t code{};
    std::size_t bytes{1};
};

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The first character of a text that is not empty; a broken sequence is one byte by itself.
Glyph first_glyph(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (bytes == 1) return {lead, 1};
    if (text.size() < bytes) return {lead, 1};
    std::uint32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!is_continuation(text[i])) return {lead, 1};
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return {code, bytes};
}

struct Range {
    std::uint32_t first, last;
};

template <std::size_t N>
bool is_within(const std::array<Range, N>& ranges, std::uint32_t code) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& r) { return code >= r.first && code <= r.last; });
}

// East Asian Width W and F of Unicode 15 (UAX 11), joined to whole blocks.
bool is_wide(std::uint32_t code) {
    static constexpr std::array<Range, 13> wide{{{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF}, {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}}};
    return is_within(wide, code) || (code >= 0x20000 && code <= 0x3FFFD);
}

// Marks that stand on the letter before them, and the vowels and finals of decomposed Hangul.
bool is_joined(std::uint32_t code) {
    static constexpr std::array<Range, 6> joined{
        {{0x0300, 0x036F}, {0x1160, 0x11FF}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xD7B0, 0xD7FF}, {0xFE00, 0xFE0F}}};
    return is_within(joined, code);
}

int width_of(std::uint32_t code) {
    if (code < 0x20 || code == 0x7F || is_joined(code)) return 0;
    return is_wide(code) ? 2 : 1;
}

// Length of the escape sequence (ESC [ ... letter) at the start of a text, 0 if there is none.
std::size_t escape_length(std::string_view text) {
    if (text.size() < 2 || text[0] != '\033' || text[1] != '[') return 0;
    std::size_t end = 2;
    while (end < text.size() && (text[end] < '@' || text[end] > '~')) ++end;
    return std::min(end + 1, text.size());
}

// Bytes of the longest start of a text that fits so many cells.
std::size_t fitting(std::string_view text, int width) {
    std::size_t bytes = 0;
    int used = 0;
    while (bytes < text.size()) {
        if (const auto escape = escape_length(text.substr(bytes)); escape > 0) {
            bytes += escape;
            continue;
        }
        const auto glyph = first_glyph(text.substr(bytes));
        const int next = width_of(glyph.code);
        if (used + next > width) break;
        used += next;
        bytes += glyph.bytes;
    }
    return bytes;
}

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

}  // namespace

int cells(std::string_view text) {
    int width = 0;
    while (!text.empty()) {
        if (const auto escape = escape_length(text); escape > 0) {
            text.remove_prefix(escape);
            continue;
        }
        const auto glyph = first_glyph(text);
        width += width_of(glyph.code);
        text.remove_prefix(glyph.bytes);
    }
    return width;
}

std::string pad(std::string_view text, int width, Align align) {
    const auto fill = spaces(width - cells(text));
    return align == Align::left ? std::string(text) + fill : fill + std::string(text);
}

std::string cut(std::string_view text, int width) {
    if (cells(text) <= width) return std::string(text);
    if (width < 1) return {};
    return std::string(text.substr(0, fitting(text, width - 1))) + "…";
}

std::vector<std::string> wrap(std::string_view text, int width) {
    std::vector<std::string> lines;
    std::string line;
    const auto finish = [&] {
        lines.push_back(line);
        line.clear();
    };
    while (!text.empty()) {
        auto end = std::min(text.find(' '), text.size());
        // "40.0 %" is read in one.
        if (text.substr(end).starts_with(" %")) end = std::min(text.find(' ', end + 1), text.size());
        std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        if (!line.empty() && cells(line) + 1 + cells(word) > width) finish();
        while (line.empty() && cells(word) > width) {
            const auto part = std::max<std::size_t>(fitting(word, width), first_glyph(word).bytes);
            lines.emplace_back(word.substr(0, part));
            word.remove_prefix(part);
        }
        if (!line.empty()) line += ' ';
        line += word;
    }
    if (!line.empty() || lines.empty()) finish();
    return lines;
}

std::string bar(double share, int width) {
    static constexpr std::array<const char*, 8> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const double filled = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
    auto eighths = static_cast<int>(std::lround(filled * 8.0 * width));
    if (filled > 0.0) eighths = std::max(eighths, 1);
    std::string text;
    for (int i = 0; i < eighths / 8; ++i) text += "█";
    text += parts[static_cast<std::size_t>(eighths % 8)];
    return pad(text, width);
}

std::string Style::dress(std::string_view code, std::string_view text) const {
    if (colour_ == Colour::off || text.empty()) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

std::vector<std::string> Columns::lines(int indent) const {
    std::vector<int> widths(aligns_.size());
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], cells(row[i]));
    std::vector<std::string> result;
    for (const auto& row : rows_) {
        std::string line = spaces(indent);
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
            if (i > 0) line += "  ";
            line += pad(row[i], widths[i], aligns_[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        result.push_back(std::move(line));
    }
    return result;
}

}  // namespace ecumene::pipeline
