// Text laid out in terminal cells: Korean letters count two, so columns stay straight in both languages.
//
//     cells("전남 12") == 7;   pad("전남", 6) == "전남  ";   cut("Chungcheongnam-do", 8) == "Chungch…"
//     wrap("a long sentence ...", 80)            // lines of at most 80 cells, broken at spaces
//     bar(0.37, 10) == "███▋      "
//     Style(Colour::on).strong("reached")        // escape codes only where a terminal wants them
//
// Text is UTF-8; a broken byte counts one cell. Not done here: right-to-left scripts, ligatures of emoji.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ecumene::pipeline {

// How many cells a terminal needs to show the text; escape codes count none.
int cells(std::string_view text);

enum class Align { left, right };
// Filled with spaces to so many cells; longer text stays whole.
std::string pad(std::string_view text, int width, Align align = Align::left);
// At most so many cells; what is cut off shows as "…".
std::string cut(std::string_view text, int width);
// Lines of at most `width` cells. A word longer than a line is broken where the line ends.
std::vector<std::string> wrap(std::string_view text, int width);
// A share 0..1 as a bar of `width` cells, in eighths of a cell. Something above nothing shows at least one eighth.
std::string bar(double share, int width);

enum class Colour { off, on };

// Emphasis. With Colour::off every function gives its text back.
class Style {
public:
    explicit Style(Colour colour) : colour_(colour) {}
    std::string strong(std::string_view text) const { return dress("1", text); }
    std::string faint(std::string_view text) const { return dress("2", text); }
    std::string good(std::string_view text) const { return dress("32", text); }
    std::string warning(std::string_view text) const { return dress("33", text); }
    std::string bad(std::string_view text) const { return dress("31", text); }
    std::string accent(std::string_view text) const { return dress("36", text); }

private:
    std::string dress(std::string_view code, std::string_view text) const;

    Colour colour_;
};

// Rows of cells in straight columns; the first row added may be a heading. Every row has as many cells as `aligns`.
class Columns {
public:
    explicit Columns(std::vector<Align> aligns) : aligns_(std::move(aligns)) {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    // One line per row, indented, columns two cells apart, no trailing space.
    std::vector<std::string> lines(int indent) const;

private:
    std::vector<Align> aligns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace ecumene::pipeline
