// Which regions are near which: weights for spatial autocorrelation.
//
//     const Neighbourhood n = nearest_neighbours(places, 4);        // from centres; or of_adjacency(17, touching)
//     n.weights[i]                                                  // pairs (j, w), rows sum to 1
//
// Centres are degrees north and east, distances great-circle km (mean radius 6371.0088 km, IUGG 1980). A region without
// any neighbour has an empty row: an island in the sense of the measure.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace ecumene::diagnosis {

struct Centre {
    double lat{}, lon{};  // degree
};

struct Neighbourhood {
    std::vector<std::vector<std::pair<std::size_t, double>>> weights;  // row-standardised
    std::size_t size() const { return weights.size(); }
};

double great_circle_km(Centre a, Centre b);

// Pairs of positions that touch; each counts both ways.
Neighbourhood of_adjacency(std::size_t count, std::span<const std::pair<std::size_t, std::size_t>> touching);
// The k nearest centres of each; ties go to the first in order.
Neighbourhood nearest_neighbours(std::span<const Centre> centres, std::size_t k);

}  // namespace ecumene::diagnosis
