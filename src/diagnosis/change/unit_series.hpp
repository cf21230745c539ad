// Emissions, people and product of regions made comparable over a span of years: what the decompositions are made of.
//
//     const UnitPanel p = unit_panel(data, evidence, table, 2000, 2017);
//     p.units[0].emissions.at(2017).value
//
// A unit is a region, or several that split or merged (bridge/region_bridge.hpp). A piece without a figure before its first or
// after its last one was counted in another piece; any other missing figure leaves the unit without one in that year.
// Units: tCO2eq, person, MKRW.
#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.hpp"
#include "diagnosis/bridge/region_bridge.hpp"
#include "diagnosis/group_series.hpp"

namespace ecumene::diagnosis {

struct UnitSeries {
    BridgedUnit unit{};
    YearlySeries emissions{}, people{}, product{};
    bool has(int year) const;  // all three
};

struct UnitPanel {
    std::string measure, prices;
    int first{}, last{};  // both ends of the span; 0: there is none
    std::vector<UnitSeries> units{};
    std::vector<Bilingual> notes{};
    std::vector<std::string> lacking{};  // units without a figure at an end
};

// The widest span within the years asked at whose ends all three are known for most regions.
UnitPanel unit_panel(const dataset::Dataset& data, const Evidence& evidence, const ValueAddedTable& product,
    int first_year, int last_year);

}  // namespace ecumene::diagnosis
