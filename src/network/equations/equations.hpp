// The equations of a network, one function for each idea; numbers as in docs/model/network.md.
//
// Each is called once, after the columns it writes about are there (network_model.cpp gives the order).
#pragma once

#include "network/equations/variables.hpp"

namespace ecumene::network {

// (N3, N4) dispatch of generators, links and processes within their limits
void write_dispatch(lp::Model& model, const Network& network, NetworkVariables& v);
// (N5) energy of a generator over all snapshots
void write_energy_sums(lp::Model& model, const Network& network, const NetworkVariables& v);
// (N6) what is made from one snapshot to the next
void write_ramps(lp::Model& model, const Network& network, const NetworkVariables& v);
// (N7) on and off
Commitment make_commitment(lp::Model& model, const Network& network, const TimeWeights& time, Assets<MW>& assets);
void write_commitment(lp::Model& model, const Network& network, const NetworkVariables& v);
// (N8) storage units and stores
StorageUnits make_storage_units(lp::Model& model, const Network& network, const TimeWeights& time);
Stores make_stores(lp::Model& model, const Network& network, const TimeWeights& time);
void write_storage(lp::Model& model, const Network& network, const NetworkVariables& v);
// What non-cyclic stores gave by the end of the horizon, or of each period.
Drawdown drawdown_of(const Network& network, const TimeWeights& time, const Component& component,
    const std::string& cyclic, const std::string& by_period, const std::string& initial,
    const std::vector<char>& active);
// (N9) flows of lines and transformers, and Kirchhoff's voltage law around every cycle
void write_flows(lp::Model& model, const Network& network, const NetworkVariables& v);
// (N10) what enters a bus leaves it
void write_balance(lp::Model& model, const Network& network, NetworkVariables& v);
// (N11) what is minimised; returns the constant that PyPSA reports apart
double write_objective(lp::Model& model, const Network& network, const NetworkVariables& v);
// (N12, N13) limits over many components, growth of carriers
void write_global_constraints(lp::Model& model, const Network& network, NetworkVariables& v);

}  // namespace ecumene::network
