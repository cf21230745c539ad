#include "structure/linkage/first_passage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ecumene::structure {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

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

// Places from which everywhere one can go leads back: they form groups that nobody leaves.
std::vector<char> final_places(const std::vector<std::vector<char>>& reach) {
    std::vector<char> is_final(reach.size(), 1);
    for (std::size_t i = 0; i < reach.size(); ++i)
        for (std::size_t j = 0; j < reach.size(); ++j)
            if (reach[i][j] != 0 && reach[j][i] == 0) is_final[i] = 0;
    return is_final;
}

// The first place of the one such group in which all end who begin where `seen` begins; empty if there are several.
std::optional<std::size_t> end_of(
    const std::vector<char>& seen, const std::vector<std::vector<char>>& reach, const std::vector<char>& is_final) {
    std::optional<std::size_t> end;
    for (std::size_t j = 0; j < seen.size(); ++j) {
        if (seen[j] == 0 || is_final[j] == 0) continue;
        if (!end) end = j;
        if (reach[*end][j] == 0) return std::nullopt;
    }
    return end;
}

// Fills in what lies between the places of `group`, which nobody leaves and all of which end in one place; their stationary shares.
std::vector<double> solve_group(
    const std::vector<std::size_t>& group, const FlowTable& flows, std::vector<double>& passage) {
    const std::size_t n = group.size(), all = flows.units();
    // With P the shares of outflow, (I - P + 1 1')^-1 = Z; its column sums are the stationary shares w (Kemeny and Snell 1960,
    // Hunter 1982: any 1 u' with u' 1 not zero serves).
    std::vector<double> system(n * n, 1.0);
    for (std::size_t i = 0; i < n; ++i) {
        const Unit from{static_cast<std::int32_t>(group[i])};
        const double out = flows.out(from);
        for (std::size_t j = 0; j < n; ++j) {
            const double flow = flows(from, Unit{static_cast<std::int32_t>(group[j])});
            const double share = out > 0.0 ? flow / out : (i == j ? 1.0 : 0.0);
            system[i * n + j] += (i == j ? 1.0 : 0.0) - share;
        }
    }
    const auto z = inverse(std::move(system), n);
    if (z.empty()) return {};
    std::vector<double> w(n);
    for (std::size_t k = 0; k < z.size(); ++k) w[k % n] += z[k];
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (w[j] > 1e-12)
                passage[group[i] * all + group[j]] =
                    i == j ? 1.0 / w[j] : (z[j * n + j] - z[i * n + j]) / w[j];  // (S24)
    return w;
}

}  // namespace

FlowChain flow_chain(const FlowTable& flows, std::size_t most) {
    const std::size_t n = flows.units();
    if (n == 0 || n > most) return {};
    FlowChain chain{.passage = std::vector<double>(n * n, never), .stationary = {}};
    const auto reach = reachable(SparseFlows(flows));
    const auto is_final = final_places(reach);
    std::vector<std::vector<std::size_t>> groups(n);
    for (std::size_t i = 0; i < n; ++i)
        if (const auto end = end_of(reach[i], reach, is_final)) groups[*end].push_back(i);
    std::size_t most_final = 0;
    for (const auto& group : groups) {
        if (group.empty()) continue;
        const auto shares = solve_group(group, flows, chain.passage);
        const auto final_here = static_cast<std::size_t>(
            std::count_if(group.begin(), group.end(), [&](std::size_t i) { return is_final[i] != 0; }));
        if (shares.empty() || final_here <= most_final) continue;
        most_final = final_here;
        chain.stationary.assign(n, 0.0);
        for (std::size_t k = 0; k < group.size(); ++k)
            if (is_final[group[k]] != 0) chain.stationary[group[k]] = shares[k];
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
    if (mean.places < 2) return std::nullopt;
    return mean;
}

std::vector<std::optional<double>> steps_to(const FlowChain& chain, const FlowTable& flows) {
    const std::size_t n = flows.units();
    std::vector<std::optional<double>> steps(n);
    for (std::size_t j = 0; j < n && !chain.passage.empty(); ++j) {
        double sum = 0.0, leaving = 0.0;
        for (const Unit i : Set<Unit>(n)) {
            const double out = i.at() == j ? 0.0 : flows.out(i);
            if (out <= 0.0) continue;
            sum += out * chain.passage[i.at() * n + j];
            leaving += out;
        }
        if (leaving > 0.0 && std::isfinite(sum)) steps[j] = sum / leaving;  // (S26)
    }
    return steps;
}

}  // namespace ecumene::structure
