#include "structure/centres/centre_case.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"

namespace ecumene::structure {
namespace {

bool is_sound(const Range& range) {
    return std::isfinite(range.today) && std::isfinite(range.least) && std::isfinite(range.most) &&
           range.least >= 0.0 && range.least <= range.most;
}

std::string complaint_about(const CentreCase& ask, const CentreTier& tier) {
    if (!(tier.reach_minutes > 0.0)) return compose("tier {}: reach_minutes must be above zero", {tier.name});
    if (!(tier.least_people <= tier.most_people))
        return compose("tier {}: least_people is above most_people", {tier.name});
    if (tier.least_count > tier.most_count) return compose("tier {}: least_count is above most_count", {tier.name});
    for (const std::vector<std::size_t>* list : {&tier.candidates, &tier.fixed})
        for (const std::size_t unit : *list)
            if (unit >= ask.units.size()) return compose("tier {}: a candidate is no unit", {tier.name});
    return {};
}

}  // namespace

const DistanceBand& CentreCase::band_of(double kilometres_of_way) const {
    const auto band = std::find_if(
        bands.begin(), bands.end(), [&](const DistanceBand& b) { return kilometres_of_way <= b.up_to_km; });
    return band == bands.end() ? bands.back() : *band;
}

double CentreCase::price_of_trip(double kilometres_of_way, double minutes_of_way) const {
    const DistanceBand& band = band_of(kilometres_of_way);
    return kilometres_of_way * (band.money_per_km + carbon_price * band.carbon_per_km) +
           minutes_of_way / 60.0 * money_per_hour;
}

std::string CentreCase::complaint() const {
    const std::size_t pairs = units.size() * units.size();
    if (units.empty()) return "there is no unit";
    if (tiers.empty()) return "there is no tier of centres";
    if (bands.empty()) return "there is no distance band, so nothing says what a way costs";
    if (kilometres.size() != pairs || minutes.size() != pairs)
        return "kilometres and minutes need one cell for each pair of units";
    for (const CentreUnit& unit : units) {
        if (!is_sound(unit.people) || !is_sound(unit.jobs))
            return compose("unit {}: people and jobs need finite numbers with 0 <= least <= most", {unit.code});
        if (unit.area >= areas)
            return compose("unit {}: its living area is not among the {} areas", {unit.code, areas});
    }
    for (const CentreTier& tier : tiers)
        if (std::string fault = complaint_about(*this, tier); !fault.empty()) return fault;
    if (!(floor.share > 0.0 && floor.share <= 1.0)) return "the worst-off share must lie above 0 and up to 1";
    if (!(balance >= 0.0)) return "the balance of jobs and people must not be below zero";
    return {};
}

}  // namespace ecumene::structure
