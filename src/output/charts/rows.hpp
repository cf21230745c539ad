// Horizontal bars between two values, one row each: rankings, balances on both sides of zero, and waterfalls.
//
//     RowChart chart{.rows = {{{"Kyoto", "교토"}, 0, 12.4, "s0", same("12.4")}}, .unit = same("Mt")};
//     waterfall({{"2000", "2000"}, 504, 727, {{"people", "인구", +41}, {"product per head", ..., +180}, ...}})
//
// Values stand in the unit shown. A row may carry a second mark (a published figure) with its own hover text.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "output/charts/drawing.hpp"

namespace ecumene::output {

struct Row {
    Bilingual name{};
    double from{}, to{blank};  // blank: no bar, `text` says why
    std::string css_class{"s0"};
    Bilingual text{};    // beside the bar
    double mark{blank};  // a diamond across the bar
    Bilingual mark_title{};
};

enum class Joined { no, end_to_start };  // a thin line from the end of each bar to the next

struct RowChart {
    std::vector<Row> rows{};
    Bilingual unit{};
    Joined joined{Joined::no};
    std::string labelled_by{};
};
Drawing rows(const RowChart& chart);

struct WaterfallStep {
    Bilingual name;
    double value{};
};
struct Waterfall {
    Bilingual first_name{}, last_name{};
    double first{}, last{};
    std::vector<WaterfallStep> steps{};  // first + their sum = last
    Bilingual unit{};
    int decimals{};
    std::string labelled_by{};
};
// Rising steps and falling steps differ in colour, in hatching and in their sign.
Drawing waterfall(const Waterfall& chart);

}  // namespace ecumene::output
