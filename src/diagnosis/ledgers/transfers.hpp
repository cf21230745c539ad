// What each ledger adds to a region's production figure in a year: emissions of power and heat used less those made there.
//
//     const Transfers t = transfers_of(tables, population, regions, 2018);
//     t.net.at("average_mix")[t.place.at("11")]        // tCO2eq that Seoul uses from elsewhere
//
// Net transfers of a ledger add up to zero exactly.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "diagnosis/ledgers/energy_tables.hpp"

namespace ecumene::diagnosis {

struct Transfers {
    std::map<std::string, std::size_t> place;                  // of a region among `regions`
    std::vector<std::string> regions;                          // nodes of the exchange
    std::vector<PowerNode> nodes;                              // use raised to supply
    std::map<std::string, std::vector<MovedEmissions>> moved;  // by ledger; positions are those of `regions`
    std::map<std::string, std::vector<double>> net;            // ledger -> tCO2eq by position
    double mean_intensity{blank};                              // tCO2eq/MWh made, all regions
    double raised{blank};                                      // made over used: losses and own use
    bool is_observed{};
    std::string status;  // of the weakest figure read
    std::vector<Bilingual> notes;
};

// Empty `net` where the year does not allow any; then `notes` says why.
Transfers transfers_of(
    const EnergyTables& tables, const RegionalSeries& population, const std::vector<std::string>& regions, int year);

}  // namespace ecumene::diagnosis
