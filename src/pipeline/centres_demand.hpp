// A structure as demand of a plan: a copy of the package in which every structure is a scenario of its name.
//
//     write_demand(folder / "package", view);       // ecumene plan FOLDER/package --scenario multi-nuclear
//
// Rows are added to tables/population.csv and tables/demand.csv, nothing that is there is changed. Against the reference, people
// scale what homes and services use (components base and heat), person-kilometres of a region scale transport and every carrier
// that ends in _pkm; both in a straight line from the units' year to the horizon. Trend is the reference itself. Industry stays.
#pragma once

#include <filesystem>

#include "pipeline/centres_result.hpp"

namespace ecumene::pipeline {

void write_demand(const std::filesystem::path& folder, const CentresView& view);

// What a region has of trend's people and person-kilometres in a year under a structure.
struct RegionRatio {
    double people{1.0}, travel{1.0};
};
RegionRatio ratio_of(
    const CentresView& view, const structure::Alternative& alternative, const std::string& region, int year);

}  // namespace ecumene::pipeline
