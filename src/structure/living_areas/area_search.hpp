// The cheapest living area when every unit has a price: what column generation asks for, with a bound when it cannot finish.
//
//     AreaSearch search(flows, borders, rule);
//     SeedResult r = search.cheapest_with_largest(seed, prices, {.most_cost = 1.0, .nodes = 2000});
//     r.areas;         // valid areas cheaper than most_cost, cheapest last
//     r.bound;         // no valid area whose largest unit is `seed` costs less
//
// Branch and bound over include and exclude, the node of least bound first (S17). An area is searched for under its largest unit
// (most residents, then first), so that each is met once. Prices are not below zero. Every node is bounded by area_relaxation.hpp.
// With borders an area grows over neighbours, and reaches a unit only by paying for a way to it.
// Flow of every pair is held densely: 8 bytes n^2. Safe to use from several threads at once.
#pragma once

#include <cstdint>
#include <vector>

#include "structure/living_areas/travel_to_work.hpp"

namespace ecumene::structure {

struct AreaSearchOptions {
    double most_cost{1.0};
    std::int64_t nodes{2000};
    std::size_t most_areas{4};  // kept of those found
};

struct SeedResult {
    std::vector<std::vector<Unit>> areas;
    double cheapest{};  // of the areas; most_cost if there is none
    double bound{};     // proven: every valid area of this seed costs at least this, or at least most_cost
    std::int64_t nodes{};
};

class AreaSearch {
public:
    AreaSearch(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule);

    SeedResult cheapest_with_largest(
        Unit seed, const std::vector<double>& prices, const AreaSearchOptions& options) const;
    AreaFlows totals(const std::vector<Unit>& area) const;
    bool is_living_area(const std::vector<Unit>& area) const;
    std::size_t units() const { return count_; }
    const TravelToWork& rule() const { return rule_; }
    const SparseFlows& flows() const { return flows_; }
    // Both ways; of a unit with itself zero.
    double exchange(std::size_t a, std::size_t b) const { return exchange_[a * count_ + b]; }
    struct Partner {
        std::size_t unit{};
        double exchange{};
    };
    // Those with whom there is any, ascending.
    const std::vector<Partner>& partners(std::size_t unit) const { return partners_[unit]; }

private:
    friend class SeedSearch;

    const SparseFlows& flows_;
    const Adjacency& borders_;
    TravelToWork rule_;
    std::size_t count_;
    std::vector<double> exchange_;  // both ways, the diagonal zero
    std::vector<std::vector<Partner>> partners_;
    std::vector<int> rank_;           // by residents, largest first
    std::vector<char> may_be_small_;  // in a group closed in itself that is below the least size
};

}  // namespace ecumene::structure
