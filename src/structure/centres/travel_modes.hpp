// Which modes people use at which distance, and what a kilometre by each costs and emits.
//
//     TravelModes modes;
//     modes.names = {"car", "bus", "rail", "walk"};
//     modes.money_per_km = {...};  modes.carbon_per_km = {...};            // MKRW, tCO2eq per person-kilometre
//     modes.bands = {{.up_to_km = 5, .shares = {.4, .2, .05, .35}}, ...};  // of person-kilometres; each sums to one
//     ask.bands = modes.distance_bands();
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "structure/centres/centre_case.hpp"

namespace ecumene::structure {

struct ModeBand {
    double up_to_km{unlimited};
    std::vector<double> shares{};
};

struct TravelModes {
    std::vector<std::string> names;
    std::vector<double> money_per_km, carbon_per_km;
    std::vector<ModeBand> bands;  // ascending; the last one has no end

    std::size_t band_of(double kilometres) const;
    std::vector<DistanceBand> distance_bands() const;
    // Empty if sound, else one sentence about what is wrong.
    std::string complaint() const;
};

}  // namespace ecumene::structure
