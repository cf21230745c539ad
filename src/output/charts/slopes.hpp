// Where each stood first and where it stands now: one line per row between two columns of figures.
//
//     SlopeChart chart{.first_title = same("2000"), .last_title = same("2018"), .unit = same("t"), .decimals = 1};
//     chart.rows.push_back({{"Jeonnam", "전남"}, 30.6, 50.3});
//
// Values stand in the unit shown. Rising lines are full, falling ones dashed. A row without one of its ends is left out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/charts/drawing.hpp"

namespace ecumene::output {

inline constexpr std::size_t most_slopes = 40;  // with more, lines cannot be told apart

struct SlopeRow {
    Bilingual name;
    double first{}, last{};
};

struct SlopeChart {
    std::vector<SlopeRow> rows{};
    Bilingual first_title{}, last_title{};
    Bilingual unit{};
    int decimals{};
    std::string labelled_by{};
};

// Empty without a row that has both ends. Some forty rows can be told apart at most.
Drawing slopes(const SlopeChart& chart);

}  // namespace ecumene::output
