// What a solution says about every component, as PyPSA's output attributes.
//
//     Network solved = with_results(network, model, solution);
//     solved["buses"].find_series("marginal_price")
//     for (const Frame& table : result_tables(solved)) ...       // generators, generators-p, buses-marginal_price, ...
//
// Prices are duals of balances over the objective weight of the snapshot, so that they read as currency/MWh. A solution
// without duals (integers) leaves prices out.
#pragma once

#include <vector>

#include "core/frame.hpp"
#include "network/network.hpp"
#include "network/network_model.hpp"
#include "solver/solution.hpp"

namespace ecumene::network {

// The solution must hold values.
Network with_results(const Network& network, const NetworkModel& model, const solver::Solution& solution);

// Optimal capacities and other figures by item, and levels by snapshot, each under the name of the file PyPSA keeps it in.
std::vector<Frame> result_tables(const Network& solved);

}  // namespace ecumene::network
