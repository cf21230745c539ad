// Communities of flows that are denser than a null model expects, by the Leiden method (Traag, Waltman and van Eck 2019).
//
//     Partition p = communities(flows, expected_by_totals(flows));              // configuration null: O_i D_j / F
//     Partition q = communities(flows, gravity_fit.flows);                       // what distance explains is taken out
//
// (S14) maximises sum over pairs in one community of (F_ij - gamma P_ij)/F, directed (Leicht and Newman 2008); P is the null model.
// With the gravity null, ties that are stronger than size and distance make an area, not nearness itself. No proof of an optimum:
// for an exact objective see living_areas/optimum.hpp. Deterministic: units are visited in their order. Dense: n^2 numbers.
#pragma once

#include <vector>

#include "structure/living_areas/partition.hpp"

namespace ecumene::structure {

std::vector<double> expected_by_totals(const FlowTable& flows);

struct Communities {
    Partition partition;
    double quality{};  // (S14)
};
// `expected` is row-major and sums to the flows' total; `resolution` is gamma.
Communities communities(const FlowTable& flows, const std::vector<double>& expected, double resolution = 1.0);

}  // namespace ecumene::structure
