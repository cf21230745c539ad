// The p-median problem to a proven optimum: open `count` sites so that all clients together are nearest.
//
//     PMedian problem{.clients = 229, .sites = 229, .cost = people_times_minutes, .count = 5};
//     PMedianAnswer a = solve_p_median(problem);
//     a.open;  a.cost;  a.bound;  a.is_proven;
//
// Lagrangian relaxation of "each client is served once" (S31), a subgradient search, interchange for answers, sites fixed by
// reduced cost, and branch and bound over sites for what is left (docs/model/centres.md). Needs no solver. Costs have any one
// unit, as long as it is the same. Deterministic: ties go to the lower position. Cost: some hundred passes over clients x sites.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "core/progress.hpp"

namespace ecumene::structure {

inline constexpr double infinite = std::numeric_limits<double>::infinity();  // the cost of what is not found yet

struct PMedian {
    std::size_t clients{}, sites{};
    std::vector<double> cost;  // row-major, clients x sites; finite
    std::size_t count{};       // sites to open, 1..sites

    double at(std::size_t client, std::size_t site) const { return cost[client * sites + site]; }
};

struct PMedianOptions {
    std::size_t node_limit{20'000};
    double relative_gap{0.0};  // a gap that is good enough
};

struct PMedianAnswer {
    std::vector<std::size_t> open;       // ascending
    std::vector<std::size_t> served_by;  // the open site of each client
    double cost{};
    double bound{};       // no choice of sites costs less
    double root_bound{};  // what the relaxation alone proves
    bool is_proven{};     // bound meets cost to within relative_gap (1e-9 where that is less)
    std::size_t nodes{};
};

// Throws ErrorKind::input where the numbers are not a problem; a limit or a cancelled search is an answer with a bound.
PMedianAnswer solve_p_median(const PMedian& problem, const PMedianOptions& options = {}, Progress& progress = silent());

}  // namespace ecumene::structure
