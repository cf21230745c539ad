// Flows where none are observed: the doubly constrained gravity model, and what makes it fit.
//
//     const Gravity demand{.origins = workers, .destinations = jobs, .cost = kilometres, .deterrence = Deterrence::exponential};
//     GravityFit fit = calibrate(demand, 8.65);        // beta whose mean cost is the observed one
//     FlowTable flows = to_table(fit, demand, {.kind = "commuting", .status = "modelled"});
//
// (S7) T_ij = A_i O_i B_j D_j f(c_ij), f = exp(-beta c) or c^-beta. Calibration is on the mean cost (exponential) or the mean log
// of cost (power), where the likelihood has its maximum (Hyman 1969, Evans 1971). Cost is dense, row-major, above zero for every
// pair that counts; an infinite cost carries nothing. `weights`, if given, multiply f (for instance barriers between regions).
// A modelled table is never an observed one: its status says so.
#pragma once

#include <string>
#include <vector>

#include "structure/flow_table.hpp"
#include "structure/flows/balancing.hpp"

namespace ecumene::structure {

enum class Deterrence { exponential, power };

struct Gravity {
    std::vector<double> origins;
    std::vector<double> destinations;
    std::vector<double> cost;  // row-major
    Deterrence deterrence{Deterrence::exponential};
    bool has_inner{true};           // false: nothing within a unit
    std::vector<double> weights{};  // row-major; empty: 1
};

struct GravityFit {
    double beta{};
    double mean{};  // of cost, or of its logarithm for power
    Balanced factors{};
    std::vector<double> flows{};  // row-major
    int trials{};
    bool has_converged{};
};

GravityFit gravity_at(
    const Gravity& model, double beta, const Balanced* start = nullptr, const BalanceOptions& options = {});
// Seeks beta by the secant rule until the mean differs by less than 1e-10 of itself. Throws Error input for a target that no beta reaches.
GravityFit calibrate(const Gravity& model, double target_mean);

// Mean of what calibration aims at, over observed flows.
double mean_cost(const std::vector<double>& flows, const std::vector<double>& cost, Deterrence deterrence);
// Common part of commuters (Gargiulo and others 2012; Lenormand and others 2016): 1 the same table, 0 nothing in common.
double common_part(const std::vector<double>& a, const std::vector<double>& b);

FlowTable to_table(const std::vector<double>& flows, std::size_t units, FlowOrigin origin);

}  // namespace ecumene::structure
