// A network as one linear (or mixed-integer) problem, and the way back from its columns and rows to components.
//
//     NetworkModel model = build_model(network);
//     solver::Solution solution = solver::solve(model.problem, options);
//     Network solved = with_results(network, model, solution);      // results.hpp
//
// The problem's objective is PyPSA's: what growth of capacity and running cost, without the cost of capacity that stands
// already, which is `constant`. The network must outlive the model. Cost: about a microsecond for each coefficient.
#pragma once

#include "lp/problem.hpp"
#include "network/equations/variables.hpp"
#include "network/network.hpp"

namespace ecumene::network {

struct NetworkModel {
    lp::Problem problem;
    NetworkVariables variables;
    double constant{};  // currency
};

NetworkModel build_model(const Network& network);

}  // namespace ecumene::network
