// Limits over many components at once: emissions, operation, capacity, transmission; growth of carriers. (N12, N13)
#include <algorithm>
#include <cmath>
#include <set>

#include "core/text.hpp"
#include "network/equations/equations.hpp"

namespace ecumene::network {
namespace {

// "AC, DC" or "[AC, DC]"
std::set<std::string> carriers_in(const std::string& text) {
    std::string plain;
    for (const char c : text)
        if (std::string_view("[]()'\"").find(c) == std::string_view::npos) plain += c;
    std::set<std::string> carriers;
    for (const auto& word : split(plain, ',')) carriers.emplace(trim(word));
    return carriers;
}

// A line is of its bus's carrier, whatever it says itself.
std::vector<std::string> carriers_of(const Network& network, const Component& component) {
    if (component.list() != "lines") return component.texts("carrier");
    const Component& buses = network["buses"];
    const auto of_bus = buses.texts("carrier");
    std::vector<std::string> carriers;
    for (const auto& bus : component.texts("bus0")) carriers.push_back(of_bus[buses.find(bus).value_or(Item{0}).at()]);
    return carriers;
}

class LimitWriter {
public:
    LimitWriter(lp::Model& model, const Network& network, NetworkVariables& v)
        : model_(model),
          network_(network),
          v_(v),
          limits_(network["global_constraints"]),
          type_(limits_.texts("type")),
          sense_(limits_.texts("sense")),
          attribute_(limits_.texts("carrier_attribute")),
          bus_(limits_.texts("bus")),
          constant_(limits_.numbers("constant")),
          period_(limits_.numbers("investment_period")) {}

    void write() {
        v_.global = model_.constraints<one>("global_constraints", limits_.items());
        model_.label_rows({limits_.names()});
        for (const Item limit : limits_.items()) write(limit);
    }

private:
    void write(Item limit) {
        const auto& type = type_[limit.at()];
        entries_ = 0;
        double rest = constant_[limit.at()];
        if (type == "primary_energy")
            rest -= add_primary_energy(limit);
        else if (type == "operational_limit")
            rest -= add_operation(limit);
        else if (type == "tech_capacity_expansion_limit")
            add_capacities(limit);
        else
            add_transmission(limit, type == "transmission_expansion_cost_limit");
        if (entries_ == 0) return;  // it counts nothing that is here
        const auto& sense = sense_[limit.at()];
        model_.set_bounds(v_.global(limit), Quantity<one>{sense == "<=" ? -lp::infinity : rest},
            Quantity<one>{sense == ">=" ? lp::infinity : rest});
    }

    void add(Item limit, std::int32_t column, double coefficient) {
        ++entries_;
        model_.add_to(v_.global(limit), lp::Term<one>{column, coefficient});
    }

    bool counts(Item limit, std::size_t period) const {
        if (std::isnan(period_[limit.at()]) || v_.time.period_start.empty()) return true;
        return v_.time.period_start[period] == static_cast<int>(period_[limit.at()]);
    }
    bool counts(Item limit, Snapshot t) const {
        return counts(limit, static_cast<std::size_t>(v_.time.period[t.at()]));
    }

    double hours_over_years(Snapshot t) const {
        return v_.time.generator_hours[t.at()] * v_.time.period_years[static_cast<std::size_t>(v_.time.period[t.at()])];
    }

    // By item of a list: what its carrier has of the attribute counted.
    std::vector<double> carried(const Component& component, const std::string& attribute) const {
        const Component& carriers = network_["carriers"];
        const auto amount = carriers.numbers(attribute);
        std::vector<double> found;
        for (const auto& carrier : component.texts("carrier")) {
            const auto at = carriers.find(carrier);
            found.push_back(at ? amount[at->at()] : 0.0);
        }
        return found;
    }

    // Returns what the initial levels of stores count for. (N12)
    double add_primary_energy(Item limit) {
        const auto& attribute = attribute_[limit.at()];
        const Component& generators = network_["generators"];
        const auto carried_by = carried(generators, attribute);
        const auto efficiency = generators.profile("efficiency");
        for (const Item i : generators.items()) {
            if (carried_by[i.at()] == 0.0) continue;
            for (const Snapshot t : v_.time.snapshots)
                if (counts(limit, t) && v_.generators.is_active(i, t, v_.time))
                    add(limit, v_.generators.level(i, t).column,
                        carried_by[i.at()] / efficiency(i, t) * hours_over_years(t));
        }
        return add_stores(limit, carried(network_["storage_units"], attribute), carried(network_["stores"], attribute));
    }

    double add_operation(Item limit) {
        const auto& carrier = attribute_[limit.at()];
        const auto is_of = [&](const Component& component) {
            std::vector<double> found;
            for (const auto& own : component.texts("carrier")) found.push_back(own == carrier ? 1.0 : 0.0);
            return found;
        };
        const Component& generators = network_["generators"];
        const auto counted = is_of(generators);
        for (const Item i : generators.items()) {
            if (counted[i.at()] == 0.0) continue;
            for (const Snapshot t : v_.time.snapshots)
                if (counts(limit, t) && v_.generators.is_active(i, t, v_.time))
                    add(limit, v_.generators.level(i, t).column, hours_over_years(t));
        }
        return add_stores(limit, is_of(network_["storage_units"]), is_of(network_["stores"]));
    }

    double add_stores(Item limit, const std::vector<double>& of_units, const std::vector<double>& of_stores) {
        const auto& units = v_.storage_units;
        const auto& stores = v_.stores;
        return add_drawdown(limit, of_units, units.state_of_charge,
                   drawdown_of(network_, v_.time, *units.assets.component, "cyclic_state_of_charge",
                       "state_of_charge_initial_per_period", "state_of_charge_initial", units.assets.active)) +
               add_drawdown(limit, of_stores, stores.assets.level,
                   drawdown_of(network_, v_.time, *stores.assets.component, "e_cyclic", "e_initial_per_period",
                       "e_initial", stores.assets.active));
    }

    double add_drawdown(Item limit, const std::vector<double>& counted, const lp::Variables<MWh, Item, Snapshot>& level,
        const Drawdown& drawdown) {
        double initial = 0.0;
        for (std::size_t k = 0; k < drawdown.item.size(); ++k) {
            const double amount = counted[drawdown.item[k].at()];
            const auto period = drawdown.period[k];
            if (amount == 0.0 || (period >= 0 && !counts(limit, static_cast<std::size_t>(period)))) continue;
            const double weight = amount * (period < 0 ? 1.0 : v_.time.period_years[static_cast<std::size_t>(period)]);
            add(limit, level(drawdown.item[k], drawdown.last[k]).column, -weight);
            initial += weight * drawdown.initial[k];
        }
        return initial;
    }

    bool stands(Item limit, const std::vector<char>& active, Item i) const {
        for (std::size_t period = 0; period < v_.time.periods(); ++period)
            if (counts(limit, period) && active[i.at() * v_.time.periods() + period] != 0) return true;
        return false;
    }

    void add_capacities(Item limit) {
        const auto add_of = [&](const auto& assets, const char* end) {
            const auto carrier = carriers_of(network_, *assets.component), bus = assets.component->texts(end);
            for (const Item i : assets.extendable)
                if (carrier[i.at()] == attribute_[limit.at()] && stands(limit, assets.active, i) &&
                    (bus_[limit.at()].empty() || bus[i.at()] == bus_[limit.at()]))
                    add(limit, assets.capacity_of(i).column, 1.0);
        };
        add_of(v_.generators, "bus");
        add_of(v_.storage_units.assets, "bus");
        add_of(v_.stores.assets, "bus");
        for (const auto* assets : {&v_.links, &v_.processes, &v_.lines}) add_of(*assets, "bus0");
    }

    void add_transmission(Item limit, bool is_cost) {
        const auto carriers = carriers_in(attribute_[limit.at()]);
        for (const auto* assets : {&v_.lines, &v_.links}) {
            const auto carrier = carriers_of(network_, *assets->component);
            const auto length = assets->component->numbers("length"), cost = assets->component->numbers("capital_cost");
            for (const Item i : assets->extendable) {
                if (carriers.count(carrier[i.at()]) == 0 || !stands(limit, assets->active, i)) continue;
                add(limit, assets->capacity_of(i).column,
                    is_cost ? cost[i.at()] * cost_weight(limit, *assets, i) : length[i.at()]);
            }
        }
    }

    double cost_weight(Item limit, const Assets<MW>& assets, Item i) const {
        if (v_.time.period_start.empty() || !std::isnan(period_[limit.at()])) return 1.0;
        double weight = 0.0;
        for (std::size_t period = 0; period < v_.time.periods(); ++period)
            if (assets.is_active(i, period)) weight += v_.time.period_cost[period];
        return weight;
    }

    lp::Model& model_;
    const Network& network_;
    NetworkVariables& v_;
    const Component& limits_;
    std::vector<std::string> type_, sense_, attribute_, bus_;
    std::vector<double> constant_, period_;
    std::size_t entries_{};
};

// (N13) what a carrier gains in a period
void write_growth(lp::Model& model, const Network& network, const NetworkVariables& v) {
    const Component& carriers = network["carriers"];
    const auto most = carriers.numbers("max_growth");
    const bool has_limit = std::any_of(most.begin(), most.end(), [](double m) { return std::isfinite(m); });
    if (!network.has_periods() || !has_limit) return;
    const Set<Item> periods(v.time.periods());
    const auto growth = model.constraints<one>("carrier_growth", carriers.items(), periods);
    const auto add_of = [&](const auto& assets) {
        const auto carrier = carriers_of(network, *assets.component);
        for (const Item i : assets.extendable) {
            const auto of = carriers.find(carrier[i.at()]);
            if (!of || !std::isfinite(most[of->at()])) continue;
            for (const Item period : periods)
                if (assets.is_active(i, period.at())) {
                    model.add_to(growth(*of, period), lp::Term<one>{assets.capacity_of(i).column, 1.0});
                    model.set_bounds(growth(*of, period), Quantity<one>{-lp::infinity}, Quantity<one>{most[of->at()]});
                    break;
                }
        }
    };
    add_of(v.generators);
    add_of(v.storage_units.assets);
    add_of(v.stores.assets);
    for (const auto* assets : {&v.links, &v.processes, &v.lines}) add_of(*assets);
}

}  // namespace

void write_global_constraints(lp::Model& model, const Network& network, NetworkVariables& v) {
    LimitWriter(model, network, v).write();
    write_growth(model, network, v);
}

}  // namespace ecumene::network
