// What the ledgers read: power or heat made and used, and what was emitted for it, by region and year.
//
//     const EnergyTables e = read_energy(data, "electricity");
//     figure_in(e.made.of("11"), 2018)        // MWh
//
// Units: MWh and tCO2eq. Blank cells are left out, never zero.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dataset/dataset.hpp"
#include "diagnosis/ledgers/flow_tracing.hpp"
#include "diagnosis/regional_tables.hpp"

namespace ecumene::diagnosis {

struct ObservedFlow {
    std::string origin, destination;
    Figure energy;  // MWh
};

struct EnergyTables {
    RegionalSeries made, used, fossil, emissions;
    std::map<int, std::vector<ObservedFlow>> flows;  // by year
    std::set<std::string> sources;
};

EnergyTables read_energy(const dataset::Dataset& data, const std::string& carrier);

}  // namespace ecumene::diagnosis
