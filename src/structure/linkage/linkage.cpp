#include "structure/linkage/linkage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ecumene::structure {
namespace {

std::optional<Unit> largest_destination(const FlowTable& flows, Unit from) {
    std::optional<Unit> best;
    for (const Unit to : Set<Unit>(flows.units()))
        if (to != from && flows(from, to) > 0.0 && (!best || flows(from, to) > flows(from, *best))) best = to;
    return best;
}

// row r of `a` less `factor` times row c
void subtract_row(std::vector<double>& a, std::size_t n, std::size_t r, std::size_t c, double factor) {
    for (std::size_t k = 0; k < n; ++k) a[r * n + k] -= factor * a[c * n + k];
}

// Inverts a square matrix (Gauss and Jordan, partial pivots); empty if it is singular.
std::vector<double> inverse(std::vector<double> a, std::size_t n) {
    std::vector<double> b(n * n);
    for (std::size_t i = 0; i < n; ++i) b[i * n + i] = 1.0;
    for (std::size_t c = 0; c < n; ++c) {
        std::size_t pivot = c;
        for (std::size_t r = c + 1; r < n; ++r)
            if (std::abs(a[r * n + c]) > std::abs(a[pivot * n + c])) pivot = r;
        if (std::abs(a[pivot * n + c]) < 1e-13) return {};
        for (std::size_t k = 0; k < n && pivot != c; ++k) {
            std::swap(a[pivot * n + k], a[c * n + k]);
            std::swap(b[pivot * n + k], b[c * n + k]);
        }
        const double scale = 1.0 / a[c * n + c];
        for (std::size_t k = 0; k < n; ++k) {
            a[c * n + k] *= scale;
            b[c * n + k] *= scale;
        }
        for (std::size_t r = 0; r < n; ++r) {
            const double factor = a[r * n + c];
            if (r == c || factor == 0.0) continue;
            subtract_row(a, n, r, c, factor);
            subtract_row(b, n, r, c, factor);
        }
    }
    return b;
}

}  // namespace

FlowTable between_areas(const FlowTable& flows, const Partition& partition) {
    FlowTable between(static_cast<std::size_t>(partition.areas), flows.origin());
    for (const Unit i : Set<Unit>(flows.units()))
        for (const Unit j : Set<Unit>(flows.units()))
            between.add(Unit{partition.area_of[i.at()]}, Unit{partition.area_of[j.at()]}, flows(i, j));
    return between;
}

std::vector<Standing> standings(const FlowTable& flows) {
    std::vector<Standing> found(flows.units());
    double all = 0.0;
    for (const Unit unit : Set<Unit>(flows.units())) {
        auto& s = found[unit.at()];
        s.in_strength = flows.in(unit)-flows(unit, unit);
        s.out_strength = flows.out(unit) - flows(unit, unit);
        s.main_destination = largest_destination(flows, unit);
        all += s.in_strength;
    }
    for (auto& s : found) {
        s.dominance = all > 0.0 ? s.in_strength * static_cast<double>(found.size()) / all : 0.0;  // (S23)
        s.is_terminal = s.main_destination && found[s.main_destination->at()].in_strength < s.in_strength;
    }
    return found;
}

std::vector<Flow> strongest_links(const FlowTable& flows, std::size_t count) {
    std::vector<Flow> links;
    for (const Unit i : Set<Unit>(flows.units()))
        for (const Unit j : Set<Unit>(flows.units()))
            if (i < j && flows(i, j) + flows(j, i) > 0.0) links.push_back({i, j, flows(i, j) + flows(j, i)});
    std::stable_sort(links.begin(), links.end(), [](const Flow& a, const Flow& b) { return a.value > b.value; });
    links.resize(std::min(links.size(), count));
    return links;
}

std::vector<double> mean_first_passage(const FlowTable& flows, std::size_t most) {
    const std::size_t n = flows.units();
    if (n == 0 || n > most) return {};
    std::vector<double> passage(n * n, std::numeric_limits<double>::infinity());
    // With P the shares of outflow, (I - P + 1 1')^-1 = Z; its column sums are the stationary shares w (Kemeny and Snell 1960,
    // Hunter 1982: any 1 u' with u' 1 not zero serves).
    std::vector<double> system(n * n, 1.0);
    for (const Unit i : Set<Unit>(n))
        for (const Unit j : Set<Unit>(n)) {
            const double share = flows.out(i) > 0.0 ? flows(i, j) / flows.out(i) : (i == j ? 1.0 : 0.0);
            system[i.at() * n + j.at()] += (i == j ? 1.0 : 0.0) - share;
        }
    const auto z = inverse(std::move(system), n);
    if (z.empty()) return passage;
    std::vector<double> w(n);
    for (std::size_t k = 0; k < z.size(); ++k) w[k % n] += z[k];
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (w[j] > 1e-15) passage[i * n + j] = i == j ? 1.0 / w[j] : (z[j * n + j] - z[i * n + j]) / w[j];  // (S24)
    return passage;
}

}  // namespace ecumene::structure
