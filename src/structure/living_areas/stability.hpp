// How firm the border of every living area is: the division is drawn again from resampled flows.
//
//     const auto firm = border_stability(flows, partition, [&](const SparseFlows& f) { return greedy_living_areas(f, rule).partition; });
//     firm.of_unit[i];        // share of draws in which i stays in its area, 0..1
//
// (S15) Each flow is drawn from a Poisson law about its value (Gaussian above 50), as if the counted people were counted again
// on another day; a survey that counts one of k says so by `sample_weight` k. Seeded: the same seed gives the same draws
// on every machine. `draws` draws, one division each.
#pragma once

#include <cstdint>
#include <functional>

#include "structure/living_areas/partition.hpp"

namespace ecumene::structure {

struct Resampling {
    int draws{50};
    std::uint64_t seed{20260101};
    double sample_weight{1.0};  // people a counted one stands for
};

struct BorderStability {
    std::vector<double> of_unit;  // share of draws in which the area it lies in is, for the most part, its own
    std::vector<double> of_area;  // mean over its units
    double mean_rand{};           // mean adjusted Rand index of a draw with the division
    int draws{};
};

BorderStability border_stability(const SparseFlows& flows, const Partition& partition,
    const std::function<Partition(const SparseFlows&)>& divide, const Resampling& options = {});

}  // namespace ecumene::structure
