#include "diagnosis/condition/indicators.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "diagnosis/condition/measures.hpp"
#include "diagnosis/regional_tables.hpp"

namespace ecumene::diagnosis {
namespace {

// (D28) (x - mean) / standard deviation over the regions that have a figure, turned so that above zero is harder.
void add_scores(const std::vector<std::string>& regions, Direction direction, std::vector<IndicatorValue>& column) {
    double sum = 0.0, squares = 0.0, count = 0.0;
    for (const auto& one : column)
        if (!is_blank(one.value)) {
            sum += one.value;
            count += 1.0;
        }
    const double mean = sum / count;
    for (const auto& one : column)
        if (!is_blank(one.value)) squares += (one.value - mean) * (one.value - mean);
    const double deviation = std::sqrt(squares / count);
    const double turn = direction == Direction::harder ? 1.0 : -1.0;
    for (std::size_t r = 0; r < regions.size(); ++r)
        if (!is_blank(column[r].value))
            column[r].score = deviation > 0.0 ? turn * (column[r].value - mean) / deviation : 0.0;
}

std::vector<IndicatorValue> column_of(const Measure& measure, const std::vector<std::string>& regions) {
    std::vector<IndicatorValue> column;
    for (const auto& region : regions) {
        const auto found = measure.values.find(region);
        const Figure figure = found == measure.values.end() ? Figure{} : found->second;
        column.push_back({region, measure.indicator.id, figure.value, blank, figure.status});
    }
    add_scores(regions, measure.indicator.direction, column);
    return column;
}

Gap gap_of(const Measure& measure, std::size_t known, std::size_t all) {
    const auto& name = measure.indicator.name;
    if (known == 0) return {{compose("no figure for {}", {name.en}), compose("{} 값 없음", {name.ko})}, measure.table};
    return {{compose("{}: only {} of {} regions have a figure", {name.en, known, all}),
                compose("{}: {}개 지역 중 {}개만 값이 있음", {name.ko, all, known})},
        measure.table};
}

std::size_t known_in(const Measure& measure, const std::vector<std::string>& regions) {
    return static_cast<std::size_t>(std::count_if(
        regions.begin(), regions.end(), [&](const std::string& region) { return measure.values.count(region) > 0; }));
}

}  // namespace

Conditions conditions_of(const dataset::Dataset& data, const Request& request) {
    Conditions result;
    for (const auto& region : compared_regions(data)) {
        result.regions.push_back(region.code);
        result.region_names.push_back(region.name);
    }
    std::vector<std::vector<IndicatorValue>> columns;
    for (const auto& measure : measures_of(data, request)) {
        const std::size_t known = known_in(measure, result.regions);
        if (known < result.regions.size()) result.gaps.push_back(gap_of(measure, known, result.regions.size()));
        if (known == 0 || 2 * known < result.regions.size()) continue;
        result.indicators.push_back(measure.indicator);
        columns.push_back(column_of(measure, result.regions));
    }
    for (std::size_t r = 0; r < result.regions.size(); ++r)
        for (const auto& column : columns) result.values.push_back(column[r]);
    return result;
}

Frame Conditions::table() const {
    Frame frame("diagnosis_conditions",
        {text_column("region"), text_column("indicator"), number_column("value"), text_column("unit"),
            number_column("score", "1"), number_column("year"), text_column("status")});
    for (std::size_t r = 0; r < regions.size(); ++r)
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            const auto& one = at(r, i);
            frame.add(
                {one.region, one.indicator, one.value, indicators[i].unit, one.score, indicators[i].year, one.status});
        }
    return frame;
}

Frame Conditions::indicator_table() const {
    Frame frame("diagnosis_indicators", {text_column("indicator"), text_column("name_en"), text_column("name_ko"),
                                            text_column("unit"), text_column("formula_en"), text_column("formula_ko"),
                                            text_column("direction"), number_column("year"), text_column("sources")});
    for (const auto& i : indicators)
        frame.add({i.id, i.name.en, i.name.ko, i.unit, i.formula.en, i.formula.ko,
            i.direction == Direction::harder ? "harder" : "easier", i.year, join(i.sources, ";")});
    return frame;
}

}  // namespace ecumene::diagnosis
