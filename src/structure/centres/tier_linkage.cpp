#include "structure/centres/tier_linkage.hpp"

#include <algorithm>

namespace ecumene::structure {
namespace {

Partition catchments(const CentreCase& ask, const std::vector<std::size_t>& centres) {
    std::vector<int> nearest;
    for (std::size_t i = 0; i < ask.units.size(); ++i) {
        const auto best = std::min_element(centres.begin(), centres.end(),
            [&](std::size_t a, std::size_t b) { return ask.minutes[ask.place(i, a)] < ask.minutes[ask.place(i, b)]; });
        nearest.push_back(static_cast<int>(*best));
    }
    return numbered(nearest);
}

}  // namespace

std::vector<LevelRow> linkage_by_tier(const CentreCase& ask, const Settlement& settlement, double beta, int year) {
    const FlowTable commuting = commuting_of(ask, settlement, beta);
    std::vector<LevelRow> rows;
    for (std::size_t h = 0; h < settlement.centres.size(); ++h) {
        if (settlement.centres[h].empty()) continue;
        const Partition places = catchments(ask, settlement.centres[h]);
        std::vector<double> people(static_cast<std::size_t>(places.areas));
        for (std::size_t i = 0; i < settlement.people.size(); ++i)
            people[static_cast<std::size_t>(places.area_of[i])] += settlement.people[i];
        rows.push_back({.level = ask.tiers[h].name,
            .year = year,
            .places = people.size(),
            .by_flows = measure_level(commuting, places),
            .people = size_measures(people)});
    }
    return rows;
}

}  // namespace ecumene::structure
