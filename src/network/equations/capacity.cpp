// What stands in which period, and how large it may become. (N1, N2)
#include <algorithm>
#include <cmath>

#include "network/equations/variables.hpp"

namespace ecumene::network {
namespace {

// (N1) built <= period < built + lifetime
std::vector<char> activity(const Component& component, const TimeWeights& time) {
    const auto is_on = component.flags("active");
    const auto built = component.numbers("build_year"), lifetime = component.numbers("lifetime");
    std::vector<char> active;
    for (const Item i : component.items())
        for (std::size_t period = 0; period < time.periods(); ++period) {
            bool stands = true;
            if (!time.period_start.empty()) {
                const double year = time.period_start[period];
                stands = built[i.at()] <= year && year < built[i.at()] + lifetime[i.at()];
            }
            active.push_back(is_on[i.at()] != 0 && stands ? '\1' : '\0');
        }
    return active;
}

// Capacity of a transformer of a type is the type's.
std::vector<double> nominal_of(const Network& network, const Component& component, const std::string& stem) {
    auto nominal = component.numbers(stem);
    if (component.list() != "transformers") return nominal;
    const auto& own = network["transformer_types"];
    const auto type = component.texts("type");
    for (const Item i : component.items()) {
        if (type[i.at()].empty()) continue;
        if (const auto found = own.find(type[i.at()]))
            nominal[i.at()] = own.numbers("s_nom")[found->at()];
        else if (const auto* standard = standard_transformer_types().find(type[i.at()]))
            nominal[i.at()] = standard->front();
    }
    return nominal;
}

template <Dim D>
void write_capacities(lp::Model& model, Assets<D>& assets, const std::string& stem) {
    const Component& component = *assets.component;
    std::vector<std::string> names;
    for (const Item i : assets.extendable) names.push_back(component.name(i));
    assets.capacity = model.variables<D>(component.list() + "_" + stem, {}, Set<Item>(assets.extendable.size()));
    model.label_columns({names});
    const auto least = component.numbers(stem + "_min"), most = component.numbers(stem + "_max");
    const auto given = component.numbers(stem + "_set");
    for (const Item i : assets.extendable) {
        const bool is_given = !std::isnan(given[i.at()]);
        model.bound(assets.capacity_of(i), Quantity<D>{is_given ? given[i.at()] : least[i.at()]},
            Quantity<D>{is_given ? given[i.at()] : most[i.at()]});
    }
}

// Capacity in whole modules: P = module * n.
template <Dim D>
void write_modules(lp::Model& model, const Assets<D>& assets, const std::string& stem) {
    const Component& component = *assets.component;
    const auto module = component.numbers(stem + "_mod");
    std::vector<Item> modular;
    std::vector<std::string> names;
    for (const Item i : assets.extendable)
        if (module[i.at()] > 0.0) {
            modular.push_back(i);
            names.push_back(component.name(i));
        }
    if (modular.empty()) return;
    const Set<Item> members(modular.size());
    const auto count = model.integers<one>(component.list() + "_n_mod", {}, members);
    model.label_columns({names});
    const auto whole = model.constraints<D>(component.list() + "_modules", members);
    model.label_rows({names});
    for (const Item m : members) {
        const Item i = modular[m.at()];
        model.subject_to(whole(m), 1.0 * assets.capacity_of(i) == Quantity<D>{module[i.at()]} * count(m));
    }
}

}  // namespace

TimeWeights time_weights(const Network& network) {
    TimeWeights time;
    const auto& snapshots = network.snapshots;
    time.snapshots = snapshots.all();
    time.period_cost = time.period_years = {1.0};
    time.period.assign(snapshots.size(), 0);
    if (network.has_periods()) {
        time.period = snapshots.period;
        time.period_start = network.periods.start;
        time.period_cost = network.periods.objective;
        time.period_years = network.periods.years;
    }
    time.store_hours = snapshots.stores;
    time.generator_hours = snapshots.generators;
    time.years_modelled.assign(time.periods(), 0.0);
    constexpr double hours_of_a_year = 8760.0;
    for (const Snapshot t : time.snapshots) {
        const auto period = static_cast<std::size_t>(time.period[t.at()]);
        time.cost.push_back(snapshots.objective[t.at()] * time.period_cost[period]);
        time.years_modelled[period] += snapshots.objective[t.at()] / hours_of_a_year;
    }
    return time;
}

std::vector<std::vector<std::string>> labels_of(const Network& network, const Component& component) {
    return {component.names(), network.snapshots.labels};
}

template <Dim D>
Assets<D> make_assets(lp::Model& model, const Network& network, const TimeWeights& time, const std::string& list,
    const std::string& stem, const std::string& level) {
    Assets<D> assets;
    assets.component = &network[list];
    assets.items = assets.component->items();
    assets.periods = time.periods();
    assets.active = activity(*assets.component, time);
    assets.nominal = nominal_of(network, *assets.component, stem);
    assets.is_committed.assign(assets.component->size(), '\0');
    assets.place.assign(assets.component->size(), -1);
    const auto is_extendable = assets.component->flags(stem + "_extendable");
    for (const Item i : assets.items) {
        const auto first = assets.active.begin() + static_cast<std::ptrdiff_t>(i.at() * assets.periods);
        const bool ever =
            std::any_of(first, first + static_cast<std::ptrdiff_t>(assets.periods), [](char a) { return a != 0; });
        if (is_extendable[i.at()] == 0 || !ever) continue;
        assets.place[i.at()] = static_cast<std::int32_t>(assets.extendable.size());
        assets.extendable.push_back(i);
    }
    write_capacities(model, assets, stem);
    write_modules(model, assets, stem);
    assets.level = model.variables<D>(list + "_" + level, {.lower = -lp::infinity}, assets.items, time.snapshots);
    model.label_columns(labels_of(network, *assets.component));
    return assets;
}

template <Dim D>
std::vector<double> capacity_cost(const Assets<D>& assets, const TimeWeights& time) {
    const Component& component = *assets.component;
    const auto capital = component.numbers("capital_cost"), overnight = component.numbers("overnight_cost");
    const auto rate = component.numbers("discount_rate"), life = component.numbers("lifetime");
    const auto fixed = component.numbers("fom_cost");
    std::vector<double> cost(component.size(), 0.0);
    for (const Item i : assets.items)
        for (std::size_t period = 0; period < time.periods(); ++period) {
            if (!assets.is_active(i, period)) continue;
            const auto at = i.at();
            double yearly = capital[at];
            if (!std::isnan(overnight[at])) {
                // (N11) r / (1 - (1+r)^-n), 1/n without interest, r for ever
                const double annuity = rate[at] == 0.0        ? 1.0 / life[at]
                                       : std::isinf(life[at]) ? rate[at]
                                                              : rate[at] / (1.0 - std::pow(1.0 + rate[at], -life[at]));
                yearly = overnight[at] * annuity * time.years_modelled[period];
            }
            cost[at] += time.period_cost[period] * (yearly + fixed[at]);
        }
    return cost;
}

template Assets<MW> make_assets<MW>(
    lp::Model&, const Network&, const TimeWeights&, const std::string&, const std::string&, const std::string&);
template Assets<MWh> make_assets<MWh>(
    lp::Model&, const Network&, const TimeWeights&, const std::string&, const std::string&, const std::string&);
template std::vector<double> capacity_cost<MW>(const Assets<MW>&, const TimeWeights&);
template std::vector<double> capacity_cost<MWh>(const Assets<MWh>&, const TimeWeights&);

}  // namespace ecumene::network
