#include "diagnosis/spread/neighbourhood.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace ecumene::diagnosis {
namespace {

constexpr double earth_radius_km = 6371.0088;  // mean radius, IUGG 1980
constexpr double radians_per_degree = std::numbers::pi / 180.0;

Neighbourhood standardised(Neighbourhood raw) {
    for (auto& row : raw.weights) {
        double sum = 0.0;
        for (const auto& [place, weight] : row) sum += weight;
        for (auto& [place, weight] : row) weight /= sum;
    }
    return raw;
}

}  // namespace

double great_circle_km(Centre a, Centre b) {
    const double north = std::sin((b.lat - a.lat) * radians_per_degree / 2.0);
    const double east = std::sin((b.lon - a.lon) * radians_per_degree / 2.0);
    const double chord =
        north * north + std::cos(a.lat * radians_per_degree) * std::cos(b.lat * radians_per_degree) * east * east;
    return 2.0 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(chord)));
}

Neighbourhood of_adjacency(std::size_t count, std::span<const std::pair<std::size_t, std::size_t>> touching) {
    std::vector<std::set<std::size_t>> sets(count);
    for (const auto& [a, b] : touching) {
        if (a == b) continue;
        sets[a].insert(b);
        sets[b].insert(a);
    }
    Neighbourhood result;
    for (const auto& set : sets) {
        auto& row = result.weights.emplace_back();
        for (const std::size_t place : set) row.emplace_back(place, 1.0);
    }
    return standardised(std::move(result));
}

Neighbourhood nearest_neighbours(std::span<const Centre> centres, std::size_t k) {
    Neighbourhood result;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        std::vector<std::pair<double, std::size_t>> others;
        for (std::size_t j = 0; j < centres.size(); ++j)
            if (j != i) others.emplace_back(great_circle_km(centres[i], centres[j]), j);
        const std::size_t near = std::min(k, others.size());
        std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(near), others.end());
        auto& row = result.weights.emplace_back();
        for (std::size_t n = 0; n < near; ++n) row.emplace_back(others[n].second, 1.0);
        std::sort(row.begin(), row.end());
    }
    return standardised(std::move(result));
}

}  // namespace ecumene::diagnosis
