// What one year of a myopic plan leaves to the next: what was built and kept, and what of the limits is used up.
//
//     const Legacy left = left_by(answer);   // of its last year
//     hand_on(system, left, year);           // the later years of `system` see it
#pragma once

#include <vector>

#include "planning/tables/answer.hpp"

namespace ecumene::planning {

// One entry per asset, as in System.
struct Legacy {
    std::vector<Inherited> sites, works, depots, links, routes;
    std::vector<double> kept_sites, kept_works, kept_depots;  // MW, capacity of works, MW
    std::vector<double> stored;                               // by works, over the years of the step
    std::vector<double> jobs;                                 // persons by region and sector
    double emitted{};                                         // tCO2eq over the years of the step
};

Legacy left_by(const Answer& a);
void hand_on(System& s, const Legacy& left, Year y);

}  // namespace ecumene::planning
