// How many-centred a set of places is, by size (morphological) and by linkages (functional).
//
//     burger_meijers(sizes)                  // mean slope of ln size on ln(rank - 1/2) over the 2, 3, 4 largest: near 0 many centres
//     functional_polycentricity(flows)       // Green (2007): near 0 few centres or ties, 1 all tied alike
//
// Sizes that are not above zero do not count. A measure without a meaning for the input is empty.
#pragma once

#include <optional>
#include <span>

#include "structure/flow_table.hpp"

namespace ecumene::structure {

// (S20) over the `leading` largest; empty with fewer than two places.
std::optional<double> rank_size_slope(std::span<const double> sizes, std::size_t leading);
// Mean of the slopes over the 2, 3 and 4 largest, as far as there are so many (Burger and Meijers 2012).
std::optional<double> burger_meijers(std::span<const double> sizes);
// (S22) -sum p ln p / ln n: 1 all alike.
std::optional<double> evenness(std::span<const double> sizes);
// Share of the largest.
std::optional<double> primacy(std::span<const double> sizes);

struct SizeMeasures {
    std::optional<double> slope, evenness, primacy;  // (S20) over the 2 to 4 largest, (S22), share of the largest
};
SizeMeasures size_measures(std::span<const double> sizes);

// (S21) P = (1 - sigma / sigma_max) density over what places receive from others: sigma the standard deviation of it, sigma_max that of
// two places, one with the largest of it and one with none, density the mean flow of a pair over the largest.
std::optional<double> functional_polycentricity(const FlowTable& flows);

}  // namespace ecumene::structure
