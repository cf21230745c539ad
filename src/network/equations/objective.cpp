// What a network costs. (N11)
#include "network/equations/equations.hpp"

namespace ecumene::network {
namespace {

template <Dim D>
void add_running_cost(lp::Model& model, const lp::Variables<D, Item, Snapshot>& level, const Component& component,
    const std::string& attribute, const TimeWeights& time) {
    if (!component.has(attribute)) return;
    const auto cost = component.profile(attribute);
    for (const Item i : component.items())
        for (const Snapshot t : time.snapshots)
            if (const double unit_cost = cost(i, t); unit_cost != 0.0)
                model.minimise(Quantity<currency / (D * hour)>{unit_cost} * (time.cost_of(t) * level(i, t)));
}

// Returns the cost of what stands already: PyPSA counts growth only, and reports the constant apart.
template <Dim D>
double add_capacity_cost(lp::Model& model, const Assets<D>& assets, const TimeWeights& time) {
    const auto cost = capacity_cost(assets, time);
    double constant = 0.0;
    for (const Item i : assets.extendable) {
        model.minimise(Quantity<currency / D>{cost[i.at()]} * assets.capacity_of(i));
        if (cost[i.at()] != 0.0) constant += cost[i.at()] * assets.nominal[i.at()];
    }
    return constant;
}

void add_commitment_cost(
    lp::Model& model, const Assets<MW>& assets, const Commitment& commitment, const TimeWeights& time) {
    if (commitment.units.empty()) return;
    const Component& component = *assets.component;
    const auto running = component.profile("stand_by_cost");
    const auto starting = component.numbers("start_up_cost"), stopping = component.numbers("shut_down_cost");
    for (const Item u : Set<Item>(commitment.units.size())) {
        const Item i = commitment.units[u.at()];
        for (const Snapshot t : time.snapshots) {
            model.minimise(Quantity<currency / hour>{running(i, t)} * (time.cost_of(t) * commitment.status(u, t)));
            model.minimise(Quantity<currency>{starting[i.at()]} * commitment.start_up(u, t));
            model.minimise(Quantity<currency>{stopping[i.at()]} * commitment.shut_down(u, t));
        }
    }
}

}  // namespace

double write_objective(lp::Model& model, const Network& network, const NetworkVariables& v) {
    const TimeWeights& time = v.time;
    add_running_cost(model, v.generators.level, network["generators"], "marginal_cost", time);
    add_running_cost(model, v.links.level, network["links"], "marginal_cost", time);
    add_running_cost(model, v.processes.level, network["processes"], "marginal_cost", time);
    add_running_cost(model, v.stores.power, network["stores"], "marginal_cost", time);
    add_running_cost(model, v.stores.assets.level, network["stores"], "marginal_cost_storage", time);
    const StorageUnits& units = v.storage_units;
    add_running_cost(model, units.assets.level, network["storage_units"], "marginal_cost", time);
    add_running_cost(model, units.state_of_charge, network["storage_units"], "marginal_cost_storage", time);
    if (network["storage_units"].has("inflow"))
        add_running_cost(model, units.spill, network["storage_units"], "spill_cost", time);
    add_commitment_cost(model, v.generators, v.generator_commitment, time);
    add_commitment_cost(model, v.links, v.link_commitment, time);
    add_commitment_cost(model, v.processes, v.process_commitment, time);
    double constant = add_capacity_cost(model, v.stores.assets, time);
    for (const auto* assets : {&v.generators, &v.links, &v.processes, &v.lines, &v.transformers, &units.assets})
        constant += add_capacity_cost(model, *assets, time);
    model.add_constant(Quantity<currency>{-constant});
    return constant;
}

}  // namespace ecumene::network
