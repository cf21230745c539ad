// A structure as demand of a plan: a copy of the package in which every structure is a scenario of its name.
//
//     write_demand(folder / "package", view);       // ecumene plan FOLDER/package --scenario multi-nuclear
//                                                   // and, of all sectors, --scenario multi-nuclear-net-zero
//
// Rows are added to tables/population.csv and tables/demand.csv, nothing that is there is changed. Against the reference, people
// scale what homes and services use, person-kilometres of a region scale its transport; in the demand of all sectors those by car,
// bus and rail scale car_km, bus_km and rail. Commuting and trips to centres are a share of all travel (`share_of_travel`): the rest
// stays. All in straight lines from the units' year to the horizon. Trend is the reference itself. Industry and freight stay.
#pragma once

#include <filesystem>

#include "pipeline/centres_result.hpp"

namespace ecumene::pipeline {

void write_demand(const std::filesystem::path& folder, const CentresView& view);

// What a region has of trend's people and person-kilometres in a year under a structure.
struct RegionRatio {
    double people{1.0}, travel{1.0};
    double car{1.0}, bus{1.0}, rail{1.0};  // as `travel`, by mode
};
RegionRatio ratio_of(
    const CentresView& view, const structure::Alternative& alternative, const std::string& region, int year);

}  // namespace ecumene::pipeline
