// What makes the way to neutrality harder or easier in each region: a table of indicators with formula and source.
//
//     const Conditions c = conditions_of(data, {.grouping = "capital"});
//     for (const Indicator& i : c.indicators) c.value(region, i.id);
//
// Each indicator names its unit, year, formula, sources and direction (does a high figure make the way harder?). A figure
// that is not there is blank, named in `gaps`, and never replaced by a mean. `score` is the position among the regions:
// (x - mean) / standard deviation, turned so that above zero is harder.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/emissions_profile.hpp"

namespace ecumene::diagnosis {

enum class Direction { harder, easier };  // what a high figure means

struct Indicator {
    std::string id;  // level, trend, intensity, industry, power, renewables, sink, fiscal, ageing
    Bilingual name;
    std::string unit;
    Bilingual formula;
    Direction direction{Direction::harder};
    int year{};  // of the figures, or the last of the years they span
    std::vector<std::string> sources;
};

struct IndicatorValue {
    std::string region, indicator;
    double value{blank};
    double score{blank};  // standardised, above zero: harder
    std::string status;
};

struct Conditions {
    std::vector<std::string> regions;
    std::vector<Bilingual> region_names;  // in the same order
    std::vector<Indicator> indicators;    // only those at least half of the regions have
    std::vector<IndicatorValue> values;   // regions x indicators, row-major
    std::vector<Gap> gaps;

    const IndicatorValue& at(std::size_t region, std::size_t indicator) const {
        return values[region * indicators.size() + indicator];
    }
    Frame table() const;  // region, indicator, value, unit, score, year, status
    Frame indicator_table()
        const;  // indicator, name_en, name_ko, unit, formula_en, formula_ko, direction, year, sources
};

Conditions conditions_of(const dataset::Dataset& data, const Request& request);

}  // namespace ecumene::diagnosis
