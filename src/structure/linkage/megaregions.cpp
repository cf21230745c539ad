#include "structure/linkage/megaregions.hpp"

#include <algorithm>

#include "structure/living_areas/modularity.hpp"

namespace ecumene::structure {
namespace {

FlowTable without_inner(const FlowTable& flows) {
    FlowTable rest = flows;
    for (const Unit unit : Set<Unit>(flows.units())) rest.set(unit, unit, 0.0);
    return rest;
}

// From totals, with nothing inside a region.
std::vector<double> expected_between(const FlowTable& flows) {
    auto expected = expected_by_totals(flows);
    double kept = 0.0;
    for (std::size_t k = 0; k < expected.size(); ++k) {
        if (k / flows.units() == k % flows.units()) expected[k] = 0.0;
        kept += expected[k];
    }
    for (auto& value : expected) value *= kept > 0.0 ? flows.total() / kept : 0.0;
    return expected;
}

// Sums between regions and megaregions, both ways.
class Ties {
public:
    Ties(const FlowTable& flows, const Partition& policy)
        : groups_(static_cast<std::size_t>(policy.areas)), found_(flows.units() * groups_), expected_(found_) {
        const auto expected = expected_between(flows);
        for (const Unit i : Set<Unit>(flows.units()))
            for (const Unit j : Set<Unit>(flows.units())) {
                if (i == j) continue;
                const auto place = i.at() * groups_ + static_cast<std::size_t>(policy.area_of[j.at()]);
                found_[place] += flows(i, j) + flows(j, i);
                expected_[place] +=
                    expected[i.at() * flows.units() + j.at()] + expected[j.at() * flows.units() + i.at()];
            }
    }
    double flow(std::size_t region, std::size_t group) const { return found_[region * groups_ + group]; }
    double expected(std::size_t region, std::size_t group) const { return expected_[region * groups_ + group]; }

private:
    std::size_t groups_;
    std::vector<double> found_, expected_;
};

double ratio(double found, double expected) {
    return expected > 0.0 ? found / expected : 0.0;  // (S25)
}

RegionLinkage linkage_of(std::size_t region, const Ties& ties, const Partition& policy) {
    const int own = policy.area_of[region];
    RegionLinkage found;
    found.is_alone = std::count(policy.area_of.begin(), policy.area_of.end(), own) == 1;
    double all = 0.0;
    for (int group = 0; group < policy.areas; ++group) {
        const auto m = static_cast<std::size_t>(group);
        const double linkage = ratio(ties.flow(region, m), ties.expected(region, m));
        all += ties.flow(region, m);
        if (linkage > found.best_linkage) {
            found.best_linkage = linkage;
            found.wants = group;
        }
        if (group == own) found.own_linkage = linkage;
    }
    found.own_share = all > 0.0 ? ties.flow(region, static_cast<std::size_t>(own)) / all : 0.0;
    return found;
}

MegaregionFigures figures_of(int group, const Ties& ties, const Partition& policy) {
    const auto groups = static_cast<std::size_t>(policy.areas);
    std::vector<double> flow(groups), expected(groups);
    double all = 0.0;
    for (std::size_t r = 0; r < policy.area_of.size(); ++r)
        for (std::size_t m = 0; m < groups && policy.area_of[r] == group; ++m) {
            flow[m] += ties.flow(r, m);
            expected[m] += ties.expected(r, m);
            all += ties.flow(r, m);
        }
    MegaregionFigures found;
    found.is_alone = std::count(policy.area_of.begin(), policy.area_of.end(), group) == 1;
    for (std::size_t m = 0; m < groups; ++m) {
        const double linkage = ratio(flow[m], expected[m]);
        if (static_cast<int>(m) == group)
            found.linkage = linkage;
        else
            found.most_with_other = std::max(found.most_with_other, linkage);
    }
    found.own_share = all > 0.0 ? flow[static_cast<std::size_t>(group)] / all : 0.0;
    found.holds_together = found.linkage > found.most_with_other;
    return found;
}

}  // namespace

MegaregionTest test_megaregions(const FlowTable& between_regions, const Partition& policy) {
    const auto flows = without_inner(between_regions);
    const Ties ties(flows, policy);
    MegaregionTest test;
    for (std::size_t r = 0; r < policy.area_of.size(); ++r) test.regions.push_back(linkage_of(r, ties, policy));
    for (int group = 0; group < policy.areas; ++group) test.megaregions.push_back(figures_of(group, ties, policy));
    test.by_flows = communities(flows, expected_by_totals(flows)).partition;
    test.likeness = adjusted_rand(test.by_flows, policy);
    const SparseFlows sparse(flows);
    test.policy_modularity = measure(policy, sparse).modularity;
    test.flow_modularity = measure(test.by_flows, sparse).modularity;
    return test;
}

}  // namespace ecumene::structure
