#include "structure/centres/centre_sets.hpp"

#include <algorithm>
#include <cmath>

namespace ecumene::structure {
namespace {

template <class I>
I next_of(const std::size_t count) {
    return I{static_cast<std::int32_t>(count)};
}

bool holds(const std::vector<std::size_t>& list, std::size_t unit) {
    return std::find(list.begin(), list.end(), unit) != list.end();
}

bool may_be_centre(const CentreTier& tier, std::size_t unit) {
    if (holds(tier.fixed, unit)) return true;
    return !tier.only_fixed && (tier.candidates.empty() || holds(tier.candidates, unit));
}

}  // namespace

CentreSets::CentreSets(const CentreCase& ask)
    : ways_from(ask.units.size()),
      ways_to(ask.units.size()),
      sites_of_tier(ask.tiers.size()),
      places_of_area(ask.areas),
      needs_of(ask.units.size()) {
    const Set<Place> places(ask.units.size());
    for (const Place i : places) places_of_area[ask.units[i.at()].area].push_back(i);
    for (std::size_t tier = 0; tier < ask.tiers.size(); ++tier) {
        add_sites(ask, tier);
        for (const Place i : places) add_routes(ask, tier, i);
    }
    waive_loads(ask);
    if (ask.commuting.is_counted)
        for (const Place i : places) add_ways(ask, i);
}

// An island's centre need not serve more people than there are.
void CentreSets::waive_loads(const CentreCase& ask) {
    for (SiteRecord& site : sites) {
        double within_reach = 0.0;
        for (const Route r : site.routes)
            within_reach += ask.units[needs[routes[r.at()].need.at()].place.at()].people.least;
        site.least_load = std::min(ask.tiers[site.tier].least_people, within_reach);
    }
}

void CentreSets::add_sites(const CentreCase& ask, std::size_t tier) {
    for (std::size_t unit = 0; unit < ask.units.size(); ++unit) {
        if (!may_be_centre(ask.tiers[tier], unit)) continue;
        sites_of_tier[tier].push_back(next_of<Site>(sites.size()));
        sites.push_back({tier, next_of<Place>(unit), holds(ask.tiers[tier].fixed, unit)});
    }
}

void CentreSets::add_routes(const CentreCase& ask, std::size_t tier, Place place) {
    const Need need = next_of<Need>(needs.size());
    needs.push_back({tier, place, {}});
    needs_of[place.at()].push_back(need);
    std::vector<Site> near;
    const auto minutes_to = [&](Site s) { return ask.minutes[ask.place(place.at(), sites[s.at()].place.at())]; };
    for (const Site s : sites_of_tier[tier])
        if (std::isfinite(minutes_to(s)) &&
            (minutes_to(s) <= ask.tiers[tier].reach_minutes || sites[s.at()].place == place))
            near.push_back(s);
    std::stable_sort(near.begin(), near.end(), [&](Site a, Site b) { return minutes_to(a) < minutes_to(b); });
    if (ask.options_per_unit > 0 && near.size() > ask.options_per_unit) near.resize(ask.options_per_unit);
    std::sort(near.begin(), near.end());
    for (const Site s : near) {
        const Route route = next_of<Route>(routes.size());
        const double kilometres = ask.kilometres[ask.place(place.at(), sites[s.at()].place.at())];
        routes.push_back({s, need, kilometres, minutes_to(s), ask.price_of_trip(kilometres, minutes_to(s))});
        sites[s.at()].routes.push_back(route);
        needs.back().routes.push_back(route);
    }
}

void CentreSets::add_ways(const CentreCase& ask, Place home) {
    for (const Place work : Set<Place>(ask.units.size())) {
        const std::size_t cell = ask.place(home.at(), work.at());
        if (home != work && !(ask.minutes[cell] <= ask.commuting.within_minutes)) continue;
        const Way way = next_of<Way>(ways.size());
        ways.push_back({home, work, ask.kilometres[cell], ask.price_of_trip(ask.kilometres[cell], ask.minutes[cell])});
        ways_from[home.at()].push_back(way);
        ways_to[work.at()].push_back(way);
    }
}

}  // namespace ecumene::structure
