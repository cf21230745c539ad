#include "invented_region.hpp"

#include <cmath>
#include <cstdlib>
#include <random>

namespace ecumene::structure::test {

Arranged invented_region(std::uint64_t seed, std::size_t units) {
    std::mt19937_64 draw(seed);  // its sequence is laid down by the standard
    const auto uniform = [&] { return static_cast<double>(draw() >> 11U) * 0x1.0p-53; };
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(units))));
    Arranged region;
    std::vector<double> size, jobs;
    for (std::size_t i = 0; i < units; ++i) {
        region.units.add({.code = "u" + std::to_string(100000 + i),
            .longitude = static_cast<double>(i % columns),
            .latitude = static_cast<double>(i / columns)});
        size.push_back(std::exp(6.5 + 2.5 * uniform()));
        jobs.push_back(size.back() * (0.4 + (uniform() < 0.3 ? 1.6 : 0.4) * uniform()));
    }
    region.flows = FlowTable(units);
    std::vector<std::pair<Unit, Unit>> borders;
    for (const Unit i : region.units.all()) {
        std::vector<double> pull(units);
        double all = 0.0;
        for (const Unit j : region.units.all()) {
            const double dx = region.units[i].longitude - region.units[j].longitude;
            const double dy = region.units[i].latitude - region.units[j].latitude;
            pull[j.at()] = jobs[j.at()] * std::exp(-1.6 * std::hypot(dx, dy)) * (0.5 + uniform());
            all += pull[j.at()];
            if (j < i && std::abs(dx) + std::abs(dy) < 1.5) borders.emplace_back(j, i);
        }
        for (const Unit j : region.units.all()) region.flows.set(i, j, std::round(size[i.at()] * pull[j.at()] / all));
    }
    region.borders = adjacency(units, borders);
    for (const Unit unit : region.units.all()) region.came_from.push_back(unit);
    return region;
}

}  // namespace ecumene::structure::test
