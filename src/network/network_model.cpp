#include "network/network_model.hpp"

#include <utility>

#include "network/equations/equations.hpp"

namespace ecumene::network {
namespace {

// A guess that spares copies: what most networks have for each item and snapshot.
std::size_t likely_coefficients(const Network& network) {
    std::size_t each = 0;
    for (const auto& component : network.components) {
        const auto& list = component.list();
        if (list == "generators" || list == "lines" || list == "transformers") each += component.size() * 4;
        if (list == "links" || list == "processes") each += component.size() * 5;
        if (list == "stores") each += component.size() * 8;
        if (list == "storage_units") each += component.size() * 12;
    }
    return each * network.snapshots.size();
}

}  // namespace

NetworkModel build_model(const Network& network) {
    lp::Model model;
    model.reserve(likely_coefficients(network));
    NetworkModel built;
    auto& v = built.variables;
    v.time = time_weights(network);
    v.generators = make_assets<MW>(model, network, v.time, "generators", "p_nom", "p");
    v.links = make_assets<MW>(model, network, v.time, "links", "p_nom", "p");
    v.processes = make_assets<MW>(model, network, v.time, "processes", "p_nom", "p");
    v.lines = make_assets<MW>(model, network, v.time, "lines", "s_nom", "s");
    v.transformers = make_assets<MW>(model, network, v.time, "transformers", "s_nom", "s");
    v.storage_units = make_storage_units(model, network, v.time);
    v.stores = make_stores(model, network, v.time);
    v.generator_commitment = make_commitment(model, network, v.time, v.generators);
    v.link_commitment = make_commitment(model, network, v.time, v.links);
    v.process_commitment = make_commitment(model, network, v.time, v.processes);

    write_dispatch(model, network, v);
    write_energy_sums(model, network, v);
    write_ramps(model, network, v);
    write_commitment(model, network, v);
    write_storage(model, network, v);
    write_flows(model, network, v);
    write_balance(model, network, v);
    write_global_constraints(model, network, v);
    built.constant = write_objective(model, network, v);
    built.problem = std::move(model).finish();
    return built;
}

}  // namespace ecumene::network
