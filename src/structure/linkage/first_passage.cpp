#include "structure/linkage/first_passage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ecumene::structure {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double least_share = 1e-3, most_steps = 1e9;

FlowTable without_traces(const FlowTable& flows) {
    FlowTable kept(flows.units());
    for (const Unit i : Set<Unit>(flows.units())) {
        const double least = least_share * flows.out(i);
        for (const Unit j : Set<Unit>(flows.units()))
            if (flows(i, j) >= least) kept.set(i, j, flows(i, j));
    }
    return kept;
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

// Who can be reached from whom, oneself included.
std::vector<std::vector<char>> reachable(const SparseFlows& flows) {
    std::vector<std::vector<char>> reach(flows.units(), std::vector<char>(flows.units()));
    for (const Unit start : Set<Unit>(flows.units())) {
        auto& seen = reach[start.at()];
        std::vector<Unit> open{start};
        seen[start.at()] = 1;
        while (!open.empty()) {
            const Unit i = open.back();
            open.pop_back();
            for (const auto& [j, value] : flows.from(i))
                if (value > 0.0 && std::exchange(seen[j.at()], 1) == 0) open.push_back(j);
        }
    }
    return reach;
}

// Places that can be reached from one another: groups, by first place.
std::vector<std::vector<std::size_t>> groups_of(const SparseFlows& flows) {
    const auto reach = reachable(flows);
    std::vector<std::vector<std::size_t>> groups;
    std::vector<char> is_in(reach.size());
    for (std::size_t i = 0; i < reach.size(); ++i) {
        if (is_in[i] != 0) continue;
        groups.emplace_back();
        for (std::size_t j = i; j < reach.size(); ++j)
            if (reach[i][j] != 0 && reach[j][i] != 0) {
                groups.back().push_back(j);
                is_in[j] = 1;
            }
    }
    return groups;
}

// Fills in what lies between the places of a group and returns their stationary shares; what leaves the group is left out.
std::vector<double> solve_group(
    const std::vector<std::size_t>& group, const FlowTable& flows, std::vector<double>& passage) {
    const std::size_t n = group.size(), all = flows.units();
    const auto flow = [&](std::size_t i, std::size_t j) {
        return flows(Unit{static_cast<std::int32_t>(group[i])}, Unit{static_cast<std::int32_t>(group[j])});
    };
    // With P the shares of outflow, (I - P + 1 1')^-1 = Z; its column sums are the stationary shares w (Kemeny and Snell 1960,
    // Hunter 1982: any 1 u' with u' 1 not zero serves).
    std::vector<double> system(n * n, 1.0);
    for (std::size_t i = 0; i < n; ++i) {
        double out = 0.0;
        for (std::size_t j = 0; j < n; ++j) out += flow(i, j);
        for (std::size_t j = 0; j < n; ++j) {
            const double share = out > 0.0 ? flow(i, j) / out : (i == j ? 1.0 : 0.0);
            system[i * n + j] += (i == j ? 1.0 : 0.0) - share;
        }
    }
    const auto z = inverse(std::move(system), n);
    if (z.empty()) return {};
    std::vector<double> w(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) w[j] += z[i * n + j];
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (w[j] > 0.0)
                passage[group[i] * all + group[j]] =
                    i == j ? 1.0 / w[j] : (z[j * n + j] - z[i * n + j]) / w[j];  // (S24)
    return w;
}

}  // namespace

FlowChain flow_chain(const FlowTable& all_flows, std::size_t most) {
    const std::size_t n = all_flows.units();
    if (n == 0 || n > most) return {};
    const FlowTable flows = without_traces(all_flows);
    FlowChain chain{.passage = std::vector<double>(n * n, never), .stationary = std::vector<double>(n)};
    std::size_t most_places = 0;
    for (const auto& group : groups_of(SparseFlows(flows))) {
        const auto shares = solve_group(group, flows, chain.passage);
        if (shares.empty() || group.size() <= most_places) continue;
        most_places = group.size();
        chain.stationary.assign(n, 0.0);
        for (std::size_t k = 0; k < group.size(); ++k) chain.stationary[group[k]] = shares[k];
    }
    return chain;
}

std::optional<MeanPassage> mean_first_passage(const FlowChain& chain) {
    const std::size_t n = chain.stationary.size();
    MeanPassage mean;
    for (std::size_t i = 0; i < n; ++i) {
        mean.places += chain.stationary[i] > 0.0 ? 1U : 0U;
        for (std::size_t j = 0; j < n; ++j)
            if (const double both = chain.stationary[i] * chain.stationary[j]; i != j && both > 0.0)
                mean.steps += both * chain.passage[i * n + j];  // (S27)
    }
    if (mean.places < 2 || !std::isfinite(mean.steps)) return std::nullopt;
    return mean;
}

std::vector<std::optional<double>> steps_to(const FlowChain& chain, const FlowTable& flows) {
    const std::size_t n = flows.units();
    std::vector<std::optional<double>> steps(n);
    for (std::size_t j = 0; j < n && !chain.passage.empty(); ++j) {
        double sum = 0.0, leaving = 0.0;
        for (const Unit i : Set<Unit>(n)) {
            const double out = flows.out(i);
            if (i.at() == j || out <= 0.0 || !std::isfinite(chain.passage[i.at() * n + j])) continue;
            sum += out * chain.passage[i.at() * n + j];
            leaving += out;
        }
        if (leaving > 0.0 && sum / leaving < most_steps) steps[j] = sum / leaving;  // (S26)
    }
    return steps;
}

}  // namespace ecumene::structure
