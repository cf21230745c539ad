// The parts of reading a System, one file each; `read_system` (read_system.cpp) calls them in order.
#pragma once

#include <limits>
#include <string>

#include "planning/system.hpp"
#include "planning/technology_values.hpp"

namespace ecumene::planning {

inline constexpr double unlimited = std::numeric_limits<double>::infinity();

struct Reading {
    const dataset::Dataset& data;
    const dataset::Scenario& scenario;
    const TechnologyValues& values;
};

void read_carriers(System& system, const Reading& reading);
void read_time(System& system, const Reading& reading);
void read_assets(System& system, const Reading& reading);
void read_demand(System& system, const Reading& reading);
void read_policies(System& system, const Reading& reading);

// MW per yearly MWh in every snapshot, its weighted sum over the year exactly one; flat where `series` is empty.
std::vector<double> snapshot_shape(
    const System& system, const Reading& reading, const std::string& series, const std::string& region);
// 8760 national hourly values of electricity demand, averaged over the plan's first and last year.
std::vector<double> national_load(const System& system, const Reading& reading);
// Position of an id in a list, -1 if it is not there.
int position(const std::vector<std::string>& ids, const std::string& id);
int region_position(const System& system, const std::string& code);

}  // namespace ecumene::planning
