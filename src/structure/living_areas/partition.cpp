#include "structure/living_areas/partition.hpp"

#include <algorithm>
#include <map>

namespace ecumene::structure {
namespace {

double pairs(double count) {
    return 0.5 * count * (count - 1.0);
}

}  // namespace

Partition numbered(const std::vector<int>& labels) {
    Partition partition;
    partition.area_of.reserve(labels.size());
    std::map<int, int> number;
    for (const int label : labels) {
        const auto [place, is_new] = number.try_emplace(label, partition.areas);
        if (is_new) ++partition.areas;
        partition.area_of.push_back(place->second);
    }
    return partition;
}

std::vector<std::vector<Unit>> members(const Partition& partition) {
    std::vector<std::vector<Unit>> lists(static_cast<std::size_t>(partition.areas));
    for (const Unit unit : Set<Unit>(partition.area_of.size()))
        lists[static_cast<std::size_t>(partition.area_of[unit.at()])].push_back(unit);
    return lists;
}

Partition every_unit_by_itself(std::size_t units) {
    Partition partition{.area_of = std::vector<int>(units), .areas = static_cast<int>(units)};
    for (std::size_t i = 0; i < units; ++i) partition.area_of[i] = static_cast<int>(i);
    return partition;
}

Partition split_into_parts(const Partition& partition, const Adjacency& borders) {
    std::vector<int> labels(partition.area_of.size());
    int next = 0;
    for (const auto& list : members(partition))
        for (const auto& part : connected_parts(list, borders)) {
            for (const Unit unit : part) labels[unit.at()] = next;
            ++next;
        }
    return numbered(labels);
}

double AreaFlows::self_containment() const {
    const double larger = std::max(residents, workers);
    return larger > 0.0 ? inner / larger : 0.0;
}

PartitionFigures measure(const Partition& partition, const SparseFlows& flows) {
    PartitionFigures figures;
    figures.areas.resize(static_cast<std::size_t>(partition.areas));
    const auto area = [&](Unit unit) { return static_cast<std::size_t>(partition.area_of[unit.at()]); };
    for (const Unit i : Set<Unit>(flows.units())) {
        figures.areas[area(i)].residents += flows.out(i);
        figures.areas[area(i)].workers += flows.in(i);
        for (const auto& [j, value] : flows.from(i))
            if (area(i) == area(j)) figures.areas[area(i)].inner += value;
    }
    const double all = flows.total();
    for (const auto& a : figures.areas) {  // (S4)
        figures.internal_flow += a.inner;
        if (all > 0.0) figures.modularity += a.inner / all - (a.residents / all) * (a.workers / all);
    }
    figures.internal_share = all > 0.0 ? figures.internal_flow / all : 0.0;
    return figures;
}

double adjusted_rand(const Partition& a, const Partition& b) {
    std::map<std::pair<int, int>, double> both;
    std::map<int, double> in_a, in_b;
    for (std::size_t i = 0; i < a.area_of.size(); ++i) {
        both[{a.area_of[i], b.area_of[i]}] += 1.0;
        in_a[a.area_of[i]] += 1.0;
        in_b[b.area_of[i]] += 1.0;
    }
    double together = 0.0, pairs_a = 0.0, pairs_b = 0.0;
    for (const auto& [key, count] : both) together += pairs(count);
    for (const auto& [key, count] : in_a) pairs_a += pairs(count);
    for (const auto& [key, count] : in_b) pairs_b += pairs(count);
    const double all = pairs(static_cast<double>(a.area_of.size()));
    const double by_chance = all > 0.0 ? pairs_a * pairs_b / all : 0.0;
    const double most = 0.5 * (pairs_a + pairs_b);
    return most > by_chance ? (together - by_chance) / (most - by_chance) : 1.0;
}

}  // namespace ecumene::structure
