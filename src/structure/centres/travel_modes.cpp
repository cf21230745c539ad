#include "structure/centres/travel_modes.hpp"

#include <cmath>
#include <numeric>

#include "core/text.hpp"

namespace ecumene::structure {

std::size_t TravelModes::band_of(double kilometres) const {
    std::size_t band = 0;
    while (band + 1 < bands.size() && kilometres > bands[band].up_to_km) ++band;
    return band;
}

std::vector<DistanceBand> TravelModes::distance_bands() const {
    std::vector<DistanceBand> out;
    for (const ModeBand& band : bands)
        out.push_back(
            {band.up_to_km, std::inner_product(band.shares.begin(), band.shares.end(), money_per_km.begin(), 0.0),
                std::inner_product(band.shares.begin(), band.shares.end(), carbon_per_km.begin(), 0.0)});
    return out;
}

std::string TravelModes::complaint() const {
    if (names.empty() || bands.empty()) return "there is no mode or no distance band";
    if (money_per_km.size() != names.size() || carbon_per_km.size() != names.size())
        return "each mode needs a price and an emission of a kilometre";
    double from = 0.0;
    for (const ModeBand& band : bands) {
        if (!(band.up_to_km > from)) return "distance bands must rise";
        from = band.up_to_km;
        if (band.shares.size() != names.size())
            return compose("the band up to {} km needs a share of each mode", {band.up_to_km});
        const double sum = std::accumulate(band.shares.begin(), band.shares.end(), 0.0);
        if (!(std::abs(sum - 1.0) <= 1e-6))
            return compose("the shares of modes up to {} km sum to {}, not 1", {band.up_to_km, sum});
    }
    return {};
}

}  // namespace ecumene::structure
