#include "structure/flows/radiation.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace ecumene::structure {

std::vector<double> radiation(
    const std::vector<double>& origins, const std::vector<double>& people, const std::vector<double>& distance) {
    const std::size_t n = origins.size();
    const double all = std::accumulate(people.begin(), people.end(), 0.0);
    std::vector<double> flows(n * n);
    std::vector<std::size_t> by_distance(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double m = people[i];
        if (m <= 0.0 || m >= all) continue;
        std::iota(by_distance.begin(), by_distance.end(), std::size_t{0});
        std::stable_sort(by_distance.begin(), by_distance.end(),
            [&](std::size_t a, std::size_t b) { return distance[i * n + a] < distance[i * n + b]; });
        double nearer = 0.0;
        for (const std::size_t j : by_distance) {
            if (j == i) continue;
            flows[i * n + j] =
                origins[i] / (1.0 - m / all) * m * people[j] / ((m + nearer) * (m + people[j] + nearer));  // (S9)
            nearer += people[j];
        }
    }
    return flows;
}

}  // namespace ecumene::structure
