#include "structure/linkage/linkage.hpp"

#include <algorithm>

namespace ecumene::structure {
namespace {

std::optional<Unit> largest_destination(const FlowTable& flows, Unit from) {
    std::optional<Unit> best;
    for (const Unit to : Set<Unit>(flows.units()))
        if (to != from && flows(from, to) > 0.0 && (!best || flows(from, to) > flows(from, *best))) best = to;
    return best;
}

}  // namespace

FlowTable between_areas(const FlowTable& flows, const Partition& partition) {
    FlowTable between(static_cast<std::size_t>(partition.areas), flows.origin());
    for (const Unit i : Set<Unit>(flows.units()))
        for (const Unit j : Set<Unit>(flows.units()))
            between.add(Unit{partition.area_of[i.at()]}, Unit{partition.area_of[j.at()]}, flows(i, j));
    return between;
}

std::vector<Standing> standings(const FlowTable& flows) {
    std::vector<Standing> found(flows.units());
    double all = 0.0;
    for (const Unit unit : Set<Unit>(flows.units())) {
        auto& s = found[unit.at()];
        s.in_strength = flows.in(unit)-flows(unit, unit);
        s.out_strength = flows.out(unit) - flows(unit, unit);
        s.main_destination = largest_destination(flows, unit);
        all += s.in_strength;
    }
    for (auto& s : found) {
        s.dominance = all > 0.0 ? s.in_strength * static_cast<double>(found.size()) / all : 0.0;  // (S23)
        s.is_terminal = s.main_destination && found[s.main_destination->at()].in_strength < s.in_strength;
    }
    return found;
}

std::vector<Flow> strongest_links(const FlowTable& flows, std::size_t count) {
    std::vector<Flow> links;
    for (const Unit i : Set<Unit>(flows.units()))
        for (const Unit j : Set<Unit>(flows.units()))
            if (i < j && flows(i, j) + flows(j, i) > 0.0) links.push_back({i, j, flows(i, j) + flows(j, i)});
    std::stable_sort(links.begin(), links.end(), [](const Flow& a, const Flow& b) { return a.value > b.value; });
    links.resize(std::min(links.size(), count));
    return links;
}

}  // namespace ecumene::structure
