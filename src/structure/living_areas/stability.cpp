#include "structure/living_areas/stability.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace ecumene::structure {
namespace {

constexpr double gaussian_above = 50.0;

// SplitMix64 (Steele, Lea and Flood 2014): the standard library's distributions differ between machines.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}

    double uniform() {  // in (0, 1)
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return (static_cast<double>((z ^ (z >> 31)) >> 11) + 0.5) * 0x1.0p-53;
    }
    double poisson(double mean) {
        if (mean > gaussian_above) {
            const double normal = std::sqrt(-2.0 * std::log(uniform())) * std::cos(6.283185307179586 * uniform());
            return std::max(0.0, std::round(mean + std::sqrt(mean) * normal));
        }
        double count = 0.0;
        for (double product = uniform(); product > std::exp(-mean); product *= uniform()) count += 1.0;
        return count;
    }

private:
    std::uint64_t state_;
};

SparseFlows redrawn(const SparseFlows& flows, Draws& draws, double weight) {
    std::vector<Flow> drawn;
    drawn.reserve(flows.entries());
    for (const Unit from : Set<Unit>(flows.units()))
        for (const auto& [to, value] : flows.from(from))
            drawn.push_back({from, to, weight * draws.poisson(value / weight)});  // (S15)
    return SparseFlows(flows.units(), std::move(drawn));
}

// A unit keeps its area in a draw if area and drawn area are the same one for the most part: what they have in common is at least
// half the residents of either.
void count_those_that_stay(
    const SparseFlows& flows, const Partition& partition, const Partition& draw, std::vector<double>& count) {
    std::vector<double> area(static_cast<std::size_t>(partition.areas)), drawn(static_cast<std::size_t>(draw.areas));
    std::map<std::pair<int, int>, double> common;
    for (const Unit unit : Set<Unit>(flows.units())) {
        const int a = partition.area_of[unit.at()], d = draw.area_of[unit.at()];
        area[static_cast<std::size_t>(a)] += flows.out(unit);
        drawn[static_cast<std::size_t>(d)] += flows.out(unit);
        common[{a, d}] += flows.out(unit);
    }
    for (const Unit unit : Set<Unit>(flows.units())) {
        const int a = partition.area_of[unit.at()], d = draw.area_of[unit.at()];
        const double larger = std::max(area[static_cast<std::size_t>(a)], drawn[static_cast<std::size_t>(d)]);
        if (2.0 * common[{a, d}] >= larger) count[unit.at()] += 1.0;
    }
}

}  // namespace

BorderStability border_stability(const SparseFlows& flows, const Partition& partition,
    const std::function<Partition(const SparseFlows&)>& divide, const Resampling& options) {
    BorderStability found{.of_unit = std::vector<double>(flows.units()),
        .of_area = std::vector<double>(static_cast<std::size_t>(partition.areas)),
        .draws = options.draws};
    if (options.draws < 1) return found;
    Draws draws(options.seed);
    for (int k = 0; k < options.draws; ++k) {
        const auto draw = divide(redrawn(flows, draws, options.sample_weight));
        count_those_that_stay(flows, partition, draw, found.of_unit);
        found.mean_rand += adjusted_rand(partition, draw) / options.draws;
    }
    for (auto& share : found.of_unit) share /= options.draws;
    const auto lists = members(partition);
    for (std::size_t a = 0; a < lists.size(); ++a)
        for (const Unit unit : lists[a])
            found.of_area[a] += found.of_unit[unit.at()] / static_cast<double>(lists[a].size());
    return found;
}

}  // namespace ecumene::structure
