// Commuting between units that nobody counted: a gravity model that meets published totals.
//
//     CommutingModel m = modelled_commuting(units, {.mean_km = 8.65, .shares = {{"31", "11", .215}}, .source = "..."});
//     m.flows.origin().status == "modelled"
//
// Origins are resident workers, destinations jobs (scaled to the same sum), cost the way in kilometres: great circle times `detour`,
// within a unit that of a disc of its settled area, which holds at least `settled_density` people per km² (people of large
// rural units live in their towns). The strength of deterrence is the one whose shares of a region's workers who work in a region
// come nearest to the published ones, and what is left of the difference is met by weights between regions (S10); without
// published shares it is the one of the published mean way (S7). The mean way is not forced where shares are given: estimated jobs
// may need longer ways than are published. What is missed is told, never bent away.
#pragma once

#include <string>
#include <vector>

#include "structure/flows/gravity.hpp"

namespace ecumene::structure {

struct CommutingShare {
    std::string origin, destination;  // regions
    double share{};                   // of the origin's resident workers
};

struct CommutingTotals {
    double mean_km{};  // published, one way; met only where no shares are given
    std::vector<CommutingShare> shares{};
    int year{};
    std::string source{};
    double detour{1.3};
    double settled_density{5000.0};  // people per km2
};

struct CommutingModel {
    FlowTable flows;
    double beta{};               // per km
    double mean_km{};            // reached
    std::vector<double> shares;  // reached, in the order of the totals
    double worst_miss{};         // of a share, in points of 1
    int rounds{};
};

// Throws Error input if units lack places, workers or jobs.
CommutingModel modelled_commuting(const Units& units, const CommutingTotals& totals);

}  // namespace ecumene::structure
