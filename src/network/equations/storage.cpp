// Storage units and stores: how their level follows from what goes in and out. (N8)
#include <algorithm>
#include <cmath>
#include <optional>

#include "network/equations/equations.hpp"
#include "network/equations/limits.hpp"

namespace ecumene::network {
namespace {

// The snapshot whose level a snapshot goes on from: none where the initial level does.
class Before {
public:
    Before(const Network& network, const TimeWeights& time, const Component& component, const std::string& cyclic,
        const std::string& cyclic_by_period, const std::string& initial_by_period)
        : time_(time),
          is_cyclic_(component.flags(cyclic)),
          by_period_(component.flags(cyclic_by_period)),
          first_of_(time.periods()),
          last_of_(time.periods()) {
        const auto starts_anew = component.flags(initial_by_period);
        for (const Item i : component.items())
            by_period_[i.at()] =
                network.has_periods() && (by_period_[i.at()] != 0 || starts_anew[i.at()] != 0) ? '\1' : '\0';
        for (const Snapshot t : time.snapshots) {
            const auto period = static_cast<std::size_t>(time.period[t.at()]);
            if (t.pos == 0 || time.period[t.at() - 1] != time.period[t.at()]) first_of_[period] = t;
            last_of_[period] = t;
        }
    }

    template <Dim D>
    std::optional<Snapshot> operator()(const Assets<D>& assets, Item i, Snapshot t) const {
        const auto period = static_cast<std::size_t>(time_.period[t.at()]);
        if (t != first_of_[period]) return Snapshot{t.pos - 1};
        if (by_period_[i.at()] != 0) {
            if (is_cyclic_[i.at()] == 0) return {};
            return last_of_[period];
        }
        // Over all periods it stands in: go back to the last of them, or round.
        for (std::size_t step = 1; step <= time_.periods(); ++step) {
            const bool is_round = step > period;
            if (is_round && is_cyclic_[i.at()] == 0) return {};
            const auto earlier = (period + time_.periods() - step) % time_.periods();
            if (assets.is_active(i, earlier) && has_snapshots(earlier)) return last_of_[earlier];
        }
        return {};
    }

private:
    bool has_snapshots(std::size_t period) const {
        return time_.period[last_of_[period].at()] == static_cast<std::int32_t>(period);
    }

    const TimeWeights& time_;
    std::vector<char> is_cyclic_, by_period_;
    std::vector<Snapshot> first_of_, last_of_;
};

Quantity<one> kept(double standing_loss, Quantity<hour> passed) {
    return {std::pow(1.0 - standing_loss, passed.value)};
}

// (N8) e(t) = (1 - loss)^h e(before) + h (eta+ charge + inflow - spill - dispatch / eta-)
void write_storage_units(lp::Model& model, const Network& network, const NetworkVariables& v) {
    const StorageUnits& units = v.storage_units;
    const Component& component = *units.assets.component;
    if (component.size() == 0) return;
    const auto loss = component.profile("standing_loss"), inflow = component.profile("inflow");
    const auto in = component.profile("efficiency_store"), out = component.profile("efficiency_dispatch");
    const auto initial = component.numbers("state_of_charge_initial");
    const Before before(network, v.time, component, "cyclic_state_of_charge", "cyclic_state_of_charge_per_period",
        "state_of_charge_initial_per_period");
    const auto state = model.constraints<MWh>("storage_units_energy_balance", component.items(), v.time.snapshots);
    model.label_rows(labels_of(network, component));
    for (const Item i : component.items())
        for (const Snapshot t : v.time.snapshots) {
            if (!units.assets.is_active(i, t, v.time)) continue;
            const auto passed = v.time.store(t);
            const auto from = before(units.assets, i, t);
            // Only units with an inflow have a column to spill with; another stands in where it is not read.
            const bool spills = inflow(i, t) > 0.0;
            const auto spilt = spills ? units.spill(i, t) : units.charging(i, t);
            const auto arrives = passed * Quantity<MW>{inflow(i, t)} + Quantity<MWh>{from ? 0.0 : initial[i.at()]};
            // clang-format off
            model.subject_to(state(i, t),
                  units.state_of_charge(i, t)
                - when(from.has_value(), kept(loss(i, t), passed) * units.state_of_charge(i, from.value_or(t)))
                - (in(i, t) * passed) * units.charging(i, t)
                + (1.0 / out(i, t) * passed) * units.assets.level(i, t)
                + when(spills, passed * spilt)
               == arrives);
            // clang-format on
        }
}

// (N8) e(t) = (1 - loss)^h e(before) - h p
void write_stores(lp::Model& model, const Network& network, const NetworkVariables& v) {
    const Component& component = *v.stores.assets.component;
    if (component.size() == 0) return;
    const auto loss = component.profile("standing_loss");
    const auto initial = component.numbers("e_initial");
    const Before before(network, v.time, component, "e_cyclic", "e_cyclic_per_period", "e_initial_per_period");
    const auto state = model.constraints<MWh>("stores_energy_balance", component.items(), v.time.snapshots);
    model.label_rows(labels_of(network, component));
    for (const Item i : component.items())
        for (const Snapshot t : v.time.snapshots) {
            if (!v.stores.assets.is_active(i, t, v.time)) continue;
            const auto passed = v.time.store(t);
            const auto from = before(v.stores.assets, i, t);
            // clang-format off
            model.subject_to(state(i, t),
                  v.stores.assets.level(i, t)
                - when(from.has_value(), kept(loss(i, t), passed) * v.stores.assets.level(i, from.value_or(t)))
                + passed * v.stores.power(i, t)
               == Quantity<MWh>{from ? 0.0 : initial[i.at()]});
            // clang-format on
        }
}

// (N4) what a storage unit gives to its bus, less what it takes
void fix_net_power(lp::Model& model, const Network& network, const NetworkVariables& v) {
    const StorageUnits& units = v.storage_units;
    const Component& component = *units.assets.component;
    // PyPSA 0.x read it for power flow only.
    if (!component.has("p_set") || network.is_before_version_1) return;
    const auto given = component.profile("p_set");
    const auto row = model.constraints<MW>("storage_units_p_set", component.items(), v.time.snapshots);
    model.label_rows(labels_of(network, component));
    for (const Item i : component.items())
        for (const Snapshot t : v.time.snapshots)
            if (const double value = given(i, t); !std::isnan(value))
                model.subject_to(row(i, t), units.assets.level(i, t) - units.charging(i, t) == Quantity<MW>{value});
}

}  // namespace

StorageUnits make_storage_units(lp::Model& model, const Network& network, const TimeWeights& time) {
    StorageUnits units;
    units.assets = make_assets<MW>(model, network, time, "storage_units", "p_nom", "p_dispatch");
    const Component& component = *units.assets.component;
    const auto labels = labels_of(network, component);
    units.charging =
        model.variables<MW>("storage_units_p_store", {.lower = -lp::infinity}, component.items(), time.snapshots);
    model.label_columns(labels);
    units.state_of_charge = model.variables<MWh>(
        "storage_units_state_of_charge", {.lower = -lp::infinity}, component.items(), time.snapshots);
    model.label_columns(labels);
    const bool has_inflow = component.has("inflow");
    units.spill =
        model.variables<MW>("storage_units_spill", {}, has_inflow ? component.items() : Set<Item>(0), time.snapshots);
    model.label_columns({has_inflow ? component.names() : std::vector<std::string>{}, network.snapshots.labels});
    return units;
}

Stores make_stores(lp::Model& model, const Network& network, const TimeWeights& time) {
    Stores stores;
    stores.assets = make_assets<MWh>(model, network, time, "stores", "e_nom", "e");
    stores.power = model.variables<MW>("stores_p", {.lower = -lp::infinity}, stores.assets.items, time.snapshots);
    model.label_columns(labels_of(network, *stores.assets.component));
    return stores;
}

void write_storage(lp::Model& model, const Network& network, const NetworkVariables& v) {
    const StorageUnits& units = v.storage_units;
    const Component& component = *units.assets.component;
    const auto least = component.profile("p_min_pu"), most = component.profile("p_max_pu");
    const auto hours = component.numbers("max_hours");
    const auto none = [](Item, Snapshot) { return 0.0; };
    limit_by_capacity(model, network, "storage_units_p_dispatch", units.assets.level, units.assets, v.time, none, most);
    limit_by_capacity(model, network, "storage_units_p_store", units.charging, units.assets, v.time, none,
        [&](Item i, Snapshot t) { return -least(i, t); });
    limit_by_capacity(model, network, "storage_units_state_of_charge", units.state_of_charge, units.assets, v.time,
        none, [&](Item i, Snapshot) { return hours[i.at()]; });
    if (component.has("inflow")) {
        const auto inflow = component.profile("inflow");
        for (const Item i : component.items())
            for (const Snapshot t : v.time.snapshots)
                model.bound(units.spill(i, t), Quantity<MW>{0.0},
                    Quantity<MW>{units.assets.is_active(i, t, v.time) ? std::max(0.0, inflow(i, t)) : 0.0});
    }
    fix_given(model, network, "storage_units_state_of_charge_set", component, "state_of_charge_set",
        units.state_of_charge, v.time);
    fix_given(model, network, "storage_units_p_dispatch_set", component, "p_dispatch_set", units.assets.level, v.time);
    fix_given(model, network, "storage_units_p_store_set", component, "p_store_set", units.charging, v.time);

    fix_net_power(model, network, v);

    const Stores& stores = v.stores;
    limit_by_capacity(model, network, "stores_e", stores.assets.level, stores.assets, v.time,
        stores.assets.component->profile("e_min_pu"), stores.assets.component->profile("e_max_pu"));
    for (const Item i : stores.assets.items)
        for (const Snapshot t : v.time.snapshots)
            if (!stores.assets.is_active(i, t, v.time))
                model.bound(stores.power(i, t), Quantity<MW>{0.0}, Quantity<MW>{0.0});
    fix_given(model, network, "stores_e_set", *stores.assets.component, "e_set", stores.assets.level, v.time);
    fix_given(model, network, "stores_p_set", *stores.assets.component, "p_set", stores.power, v.time);
    write_storage_units(model, network, v);
    write_stores(model, network, v);
}

Drawdown drawdown_of(const Network& network, const TimeWeights& time, const Component& component,
    const std::string& cyclic, const std::string& by_period, const std::string& initial,
    const std::vector<char>& active) {
    Drawdown found;
    const auto is_cyclic = component.flags(cyclic), starts_anew = component.flags(by_period);
    const auto before = component.numbers(initial);
    const auto add = [&](Item i, std::int32_t period, Snapshot last) {
        found.period.push_back(period);
        found.item.push_back(i);
        found.last.push_back(last);
        found.initial.push_back(before[i.at()]);
    };
    for (const Item i : component.items()) {
        if (is_cyclic[i.at()] != 0) continue;
        const bool anew = network.has_periods() && starts_anew[i.at()] != 0;
        std::optional<Snapshot> last;
        for (const Snapshot t : time.snapshots) {
            const auto period = static_cast<std::size_t>(time.period[t.at()]);
            if (active[i.at() * time.periods() + period] == 0) continue;
            const bool is_last = t.at() + 1 == time.period.size() || time.period[t.at() + 1] != time.period[t.at()];
            if (anew && is_last) add(i, time.period[t.at()], t);
            last = t;
        }
        if (!anew && last) add(i, -1, *last);
    }
    return found;
}

}  // namespace ecumene::network
