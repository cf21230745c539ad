// The figures behind each indicator, region by region, before they are compared.
//
//     for (const Measure& m : measures_of(data, request)) m.values.at("11").value
//
// A region without a figure is not there. Formulas and sources stand in each measure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "diagnosis/condition/indicators.hpp"
#include "diagnosis/figures.hpp"

namespace ecumene::diagnosis {

struct Measure {
    Indicator indicator;
    std::map<std::string, Figure> values;  // by region
    std::string table;                     // that would give the missing ones
};

std::vector<Measure> measures_of(const dataset::Dataset& data, const Request& request);

}  // namespace ecumene::diagnosis
