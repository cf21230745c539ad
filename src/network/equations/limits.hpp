// What a level may be in a snapshot: shares of a capacity, given or decided. (N3)
//
//     limit_by_capacity(model, "generators_p", generators.level, generators, time, least_share, most_share);
//
// The shares are functions of item and snapshot. A fixed capacity gives bounds of columns, a decided one a row only where
// the share is not zero. What is not there in a period stays at zero.
#pragma once

#include <string>

#include "network/equations/variables.hpp"

namespace ecumene::network {

// Infinite capacity at a share of none is none.
inline double share_of(double share, double capacity) {
    return share == 0.0 ? 0.0 : share * capacity;
}

template <Dim D, Dim C, class Least, class Most>
void limit_by_capacity(lp::Model& model, const Network& network, const std::string& name,
    const lp::Variables<D, Item, Snapshot>& level, const Assets<C>& assets, const TimeWeights& time, Least least,
    Most most) {
    const Set<Item> decided(assets.extendable.size());
    std::vector<std::string> names;
    for (const Item i : assets.extendable) names.push_back(assets.component->name(i));
    const auto floor = model.constraints<D>(name + "_lower", decided, time.snapshots);
    model.label_rows({names, network.snapshots.labels});
    const auto ceiling = model.constraints<D>(name + "_upper", decided, time.snapshots);
    model.label_rows({names, network.snapshots.labels});
    for (const Item i : assets.items) {
        if (assets.is_committed[i.at()] != 0) continue;
        for (const Snapshot t : time.snapshots) {
            if (!assets.is_active(i, t, time)) {
                model.bound(level(i, t), Quantity<D>{0.0}, Quantity<D>{0.0});
                continue;
            }
            const double lower = least(i, t), upper = most(i, t);
            if (!assets.is_extendable(i)) {
                const double capacity = assets.nominal[i.at()];
                model.bound(
                    level(i, t), Quantity<D>{share_of(lower, capacity)}, Quantity<D>{share_of(upper, capacity)});
                continue;
            }
            model.bound(level(i, t), Quantity<D>{lower == 0.0 ? 0.0 : -lp::infinity},
                Quantity<D>{upper == 0.0 ? 0.0 : lp::infinity});
            const Item e{assets.place[i.at()]};
            if (lower != 0.0)
                model.subject_to(
                    floor(e, t), level(i, t) - Quantity<D / C>{lower} * assets.capacity_of(i) >= Quantity<D>{0.0});
            if (upper != 0.0)
                model.subject_to(
                    ceiling(e, t), level(i, t) - Quantity<D / C>{upper} * assets.capacity_of(i) <= Quantity<D>{0.0});
        }
    }
}

// A level that is given is that, in the snapshots where it is. (N4)
template <Dim D>
void fix_given(lp::Model& model, const Network& network, const std::string& name, const Component& component,
    const std::string& attribute, const lp::Variables<D, Item, Snapshot>& level, const TimeWeights& time) {
    // PyPSA 0.x took a given level from series only; its static default was 0.
    const bool is_static = component.has(attribute) && !network.is_before_version_1;
    const auto* series = component.find_series(attribute);
    if (!is_static && series == nullptr) return;
    const auto given = component.profile(attribute);
    const auto row = model.constraints<D>(name, component.items(), time.snapshots);
    model.label_rows(labels_of(network, component));
    for (const Item i : component.items()) {
        if (network.is_before_version_1 && !given.varies(i)) continue;
        for (const Snapshot t : time.snapshots)
            if (const double value = given(i, t); value == value)
                model.subject_to(row(i, t), 1.0 * level(i, t) == Quantity<D>{value});
    }
}

}  // namespace ecumene::network
