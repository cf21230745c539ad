#include "structure/arranged.hpp"

#include <algorithm>

namespace ecumene::structure {

Arranged arranged(const Units& units, const FlowTable& flows, const Adjacency& borders) {
    Arranged region;
    for (const Unit unit : units.all()) region.came_from.push_back(unit);
    std::sort(region.came_from.begin(), region.came_from.end(),
        [&](Unit a, Unit b) { return units[a].code < units[b].code; });
    std::vector<Unit> went_to(units.size());
    for (const Unit place : units.all()) {
        went_to[region.came_from[place.at()].at()] = place;
        region.units.add(units[region.came_from[place.at()]]);
    }
    region.flows = FlowTable(units.size(), flows.origin());
    for (const Unit i : units.all())
        for (const Unit j : units.all()) region.flows.set(went_to[i.at()], went_to[j.at()], flows(i, j));
    if (borders.empty()) return region;
    region.borders.resize(units.size());
    for (const Unit i : units.all()) {
        auto& list = region.borders[went_to[i.at()].at()];
        for (const Unit j : borders[i.at()]) list.push_back(went_to[j.at()]);
        std::sort(list.begin(), list.end());
    }
    return region;
}

}  // namespace ecumene::structure
