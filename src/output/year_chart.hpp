// A quantity over the years as stacked columns with a legend and the table behind it.
//
//     auto chart = group_chart(view, "capacity", Measure::power, values);     // values by {group, year}, canonical units
//     year_figure(view, chart)                                                 // phrases capacity.title and capacity.note
#pragma once

#include <string>
#include <vector>

#include "output/chart_columns.hpp"
#include "output/figure.hpp"
#include "output/plan_view.hpp"
#include "output/sums.hpp"

namespace ecumene::output {

struct YearChart {
    std::string id;
    Measure measure{};
    std::vector<Choice> names{};         // series in drawing order: key and name
    std::vector<std::string> classes{};  // of the series
    Sums values{};                       // {series, year}
    Overlay overlay{Overlay::marks};
    Bilingual title{}, note{};                 // in place of the phrases of the id
    std::string across_key{}, across_class{};  // a phrase; empty: nothing across
    std::vector<double> across{};              // canonical
};

std::string year_figure(const PlanView& view, const YearChart& chart);
// Series are the technology groups that are seen at all, in their order and colours.
YearChart group_chart(const PlanView& view, std::string id, Measure measure, Sums values);

}  // namespace ecumene::output
