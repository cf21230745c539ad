// What travel follows from a structure: person-kilometres by distance, mode and place, their carbon, and the minutes people need.
//
//     TravelOutcome o = travel_of(ask, modes, {people, jobs, centres}, beta);
//     o.total_pkm;  o.carbon;  o.pkm_by_band[b];  o.pkm(unit, mode);
//
// One yardstick for all alternatives, whether they were chosen by the model or given: everyone goes to the nearest centre of each
// tier (by minutes, however far), and commuting follows jobs and distance with the deterrence of today. The model of commuting is
// constrained by homes only: where jobs are estimated, both ends cannot be met with the observed mean way to work.
#pragma once

#include <cstddef>
#include <vector>

#include "structure/centres/centre_case.hpp"
#include "structure/centres/travel_modes.hpp"
#include "structure/flow_table.hpp"

namespace ecumene::structure {

struct Settlement {
    std::vector<double> people, jobs;                 // by unit
    std::vector<std::vector<std::size_t>> centres{};  // by tier
};

struct TravelOutcome {
    double total_pkm{};  // person-kilometres a year
    double commuting_pkm{};
    std::vector<double> pkm_by_tier, pkm_by_band;
    std::vector<double> pkm_by_mode;
    std::vector<double> pkm_of_unit_and_mode;    // row-major, by unit of residence
    double long_centre_pkm{};                    // to centres above the lowest tier, 20 km and more: what rail can win
    double carbon{};                             // tCO2eq a year
    double money{};                              // MKRW a year, without time
    std::vector<double> minutes;                 // by unit: mean to the centres people need
    double mean_minutes{}, worst_off_minutes{};  // weighted with the settlement's people
    double commuting_minutes{};                  // mean one way
};

// The mean way to work of today, one way in kilometres, gives beta of exp(-beta kilometres).
double deterrence_of_today(const CentreCase& ask, const Settlement& today, double mean_kilometres);

// Commuters from every unit to every other, modelled.
FlowTable commuting_of(const CentreCase& ask, const Settlement& settlement, double beta);

// What commuting adds for one more person or job in each unit, MKRW a year: the slope of commuting's price at this settlement.
struct CommutingPrices {
    std::vector<double> person, job;
};
CommutingPrices commuting_prices(const CentreCase& ask, const Settlement& settlement, double beta);

// Throws Error input if the settlement does not fit the case, or a tier has no centre.
TravelOutcome travel_of(const CentreCase& ask, const TravelModes& modes, const Settlement& settlement, double beta);

}  // namespace ecumene::structure
