#include "structure/living_areas/modularity.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace ecumene::structure {
namespace {

constexpr double least_gain = 1e-12;
constexpr int most_passes = 100;

// What a pair gains by being in one community, both ways together; symmetric, the diagonal once.
struct Gains {
    std::size_t n{};
    std::vector<double> value;
    double operator()(std::size_t i, std::size_t j) const { return value[i * n + j]; }
};

Gains gains_of(const FlowTable& flows, const std::vector<double>& expected, double resolution) {
    const std::size_t n = flows.units();
    Gains gains{.n = n, .value = std::vector<double>(n * n)};
    const double all = flows.total();
    if (all <= 0.0) return gains;
    const auto excess = [&](std::size_t k) { return (flows.values()[k] - resolution * expected[k]) / all; };  // (S14)
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            gains.value[i * n + j] = i == j ? excess(i * n + i) : excess(i * n + j) + excess(j * n + i);
    return gains;
}

// Moves nodes, in turn, to the community that gains most, until none does. `within`: a node may only meet nodes of its own group.
bool move_nodes(const Gains& gains, std::vector<int>& community, const std::vector<int>* within) {
    const std::size_t n = gains.n;
    std::vector<double> gain(n);
    bool has_moved = false;
    for (int round = 0; round < most_passes; ++round) {
        bool moves = false;
        for (std::size_t i = 0; i < n; ++i) {
            std::fill(gain.begin(), gain.end(), 0.0);
            for (std::size_t j = 0; j < n; ++j)
                if (j != i && (within == nullptr || (*within)[i] == (*within)[j]))
                    gain[static_cast<std::size_t>(community[j])] += gains(i, j);
            const auto own = static_cast<std::size_t>(community[i]);
            std::size_t best = own;
            for (std::size_t c = 0; c < n; ++c)
                if (gain[c] > gain[best] + least_gain) best = c;
            if (best == own && gain[own] < -least_gain) {
                // Better by itself: any number that no one bears.
                std::vector<char> is_taken(n);
                for (const int c : community) is_taken[static_cast<std::size_t>(c)] = 1;
                best = static_cast<std::size_t>(std::find(is_taken.begin(), is_taken.end(), 0) - is_taken.begin());
            }
            if (best == own) continue;
            community[i] = static_cast<int>(best);
            moves = has_moved = true;
        }
        if (!moves) break;
    }
    return has_moved;
}

Gains merged(const Gains& gains, const Partition& groups) {
    const auto m = static_cast<std::size_t>(groups.areas);
    Gains sum{.n = m, .value = std::vector<double>(m * m)};
    for (std::size_t i = 0; i < gains.n; ++i)
        for (std::size_t j = i; j < gains.n; ++j) {
            const auto a = static_cast<std::size_t>(groups.area_of[i]), b = static_cast<std::size_t>(groups.area_of[j]);
            sum.value[a * m + b] += gains(i, j);
            if (a != b) sum.value[b * m + a] += gains(i, j);
        }
    return sum;
}

std::vector<int> singles(std::size_t n) {
    std::vector<int> labels(n);
    std::iota(labels.begin(), labels.end(), 0);
    return labels;
}

double quality_of(const Gains& gains, const std::vector<int>& community) {
    double sum = 0.0;
    for (std::size_t i = 0; i < gains.n; ++i)
        for (std::size_t j = i; j < gains.n; ++j)
            if (community[i] == community[j]) sum += gains(i, j);
    return sum;
}

}  // namespace

std::vector<double> expected_by_totals(const FlowTable& flows) {
    const std::size_t n = flows.units();
    std::vector<double> out, in, expected(n * n);
    for (const Unit unit : Set<Unit>(n)) {
        out.push_back(flows.out(unit));
        in.push_back(flows.in(unit));
    }
    const double all = flows.total();
    for (std::size_t k = 0; k < expected.size() && all > 0.0; ++k) expected[k] = out[k / n] * in[k % n] / all;
    return expected;
}

Communities communities(const FlowTable& flows, const std::vector<double>& expected, double resolution) {
    const Gains units = gains_of(flows, expected, resolution);
    Gains level = units;
    Partition of_unit = every_unit_by_itself(units.n);  // node of the level each unit is in
    std::vector<int> community = singles(units.n);      // of the nodes of the level
    std::vector<int> best(units.n);
    for (int round = 0; round < most_passes; ++round) {
        const bool has_moved = move_nodes(level, community, nullptr);
        for (std::size_t i = 0; i < units.n; ++i) best[i] = community[static_cast<std::size_t>(of_unit.area_of[i])];
        if (!has_moved && round > 0) break;
        // Refinement: communities may come apart again; their parts are the nodes of the next level.
        std::vector<int> refined = singles(level.n);
        move_nodes(level, refined, &community);
        const Partition parts = numbered(refined);
        if (static_cast<std::size_t>(parts.areas) == level.n) break;
        std::vector<int> next(static_cast<std::size_t>(parts.areas));
        for (std::size_t i = 0; i < level.n; ++i) next[static_cast<std::size_t>(parts.area_of[i])] = community[i];
        for (auto& node : of_unit.area_of) node = parts.area_of[static_cast<std::size_t>(node)];
        of_unit.areas = parts.areas;
        level = merged(level, parts);
        community = numbered(next).area_of;
    }
    return {.partition = numbered(best), .quality = quality_of(units, best)};
}

}  // namespace ecumene::structure
