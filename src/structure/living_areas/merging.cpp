#include "structure/living_areas/merging.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace ecumene::structure {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// A square table of areas that merge, with the best partner of every row kept up to date.
class Agglomeration {
public:
    // measure(i, j): how much row i wants to join j; below or at `least` it does not.
    Agglomeration(std::size_t n, double least)
        : is_there(n, 1), best_of(n, none), best_value(n, least), least_(least) {}

    template <class Measure>
    void seek(std::size_t i, const Measure& measure) {
        best_of[i] = none;
        best_value[i] = least_;
        for (std::size_t j = 0; j < is_there.size(); ++j)
            if (j != i && is_there[j] != 0) offer(i, j, measure(i, j));
    }
    void offer(std::size_t i, std::size_t j, double value) {
        if (value > best_value[i] || (value == best_value[i] && j < best_of[i] && best_of[i] != none)) {
            best_value[i] = value;
            best_of[i] = j;
        }
    }
    // The row whose best is the best of all; none if nothing is left to merge.
    std::size_t winner() const {
        std::size_t best = none;
        for (std::size_t i = 0; i < is_there.size(); ++i)
            if (is_there[i] != 0 && best_of[i] != none && (best == none || best_value[i] > best_value[best])) best = i;
        return best;
    }

    std::vector<char> is_there;
    std::vector<std::size_t> best_of;
    std::vector<double> best_value;

private:
    double least_;
};

// Row and column of `gone` are added to those of `kept`; its inner flow too.
void add_area(std::vector<double>& f, std::size_t n, std::size_t kept, std::size_t gone) {
    for (std::size_t j = 0; j < n; ++j) f[kept * n + j] += f[gone * n + j];
    for (std::size_t i = 0; i < n; ++i) f[i * n + kept] += f[i * n + gone];
    for (std::size_t j = 0; j < n; ++j) f[gone * n + j] = f[j * n + gone] = 0.0;
}

std::vector<double> row_sums(const std::vector<double>& f, std::size_t n) {
    std::vector<double> sums(n);
    for (std::size_t i = 0; i < n; ++i)
        sums[i] = std::accumulate(
            f.begin() + static_cast<std::ptrdiff_t>(i * n), f.begin() + static_cast<std::ptrdiff_t>((i + 1) * n), 0.0);
    return sums;
}

std::vector<double> column_sums(const std::vector<double>& f, std::size_t n) {
    std::vector<double> sums(n);
    for (std::size_t k = 0; k < f.size(); ++k) sums[k % n] += f[k];
    return sums;
}

// Merges pair after pair by a measure of the current table that is the same both ways; `join` recomputes the table.
template <class Measure, class Join>
Merging merge_pairs(std::size_t n, double least, const Measure& measure, const Join& join) {
    Merging merging{.units = n};
    Agglomeration state(n, least);
    for (std::size_t i = 0; i < n; ++i) state.seek(i, measure);
    for (std::size_t first = state.winner(); first != none; first = state.winner()) {
        const std::size_t kept = std::min(first, state.best_of[first]), gone = std::max(first, state.best_of[first]);
        merging.merges.push_back({unit_at(kept), unit_at(gone), state.best_value[first]});
        join(kept, gone);
        state.is_there[gone] = 0;
        state.seek(kept, measure);
        for (std::size_t i = 0; i < n; ++i) {
            if (state.is_there[i] == 0 || i == kept) continue;
            if (state.best_of[i] == gone || state.best_of[i] == kept)
                state.seek(i, measure);
            else
                state.offer(i, kept, measure(i, kept));
        }
    }
    return merging;
}

}  // namespace

Merging flow_merging(const FlowTable& flows) {
    const std::size_t n = flows.units();
    auto f = flows.values();
    auto sent = row_sums(f, n);
    const auto share = [&](std::size_t i, std::size_t j) {
        return sent[i] > 0.0 ? f[i * n + j] / sent[i] : 0.0;
    };  // (S11)
    Merging merging{.units = n};
    Agglomeration state(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) state.seek(i, share);
    for (std::size_t gone = state.winner(); gone != none; gone = state.winner()) {
        const std::size_t kept = state.best_of[gone];
        merging.merges.push_back({unit_at(kept), unit_at(gone), state.best_value[gone]});
        sent[kept] += sent[gone];
        add_area(f, n, kept, gone);
        state.is_there[gone] = 0;
        state.seek(kept, share);
        for (std::size_t i = 0; i < n; ++i) {
            if (state.is_there[i] == 0 || i == kept) continue;
            if (state.best_of[i] == gone)
                state.seek(i, share);
            else
                state.offer(i, kept, share(i, kept));
        }
    }
    return merging;
}

Merging intramax(const FlowTable& flows) {
    const std::size_t n = flows.units();
    auto f = flows.values();
    auto sent = row_sums(f, n), received = column_sums(f, n);
    const auto part = [&](std::size_t i, std::size_t j) {
        const double expected = sent[i] * received[j];
        return expected > 0.0 ? f[i * n + j] / expected : 0.0;
    };
    return merge_pairs(
        n, 0.0,
        [&](std::size_t i, std::size_t j) {
            return part(std::min(i, j), std::max(i, j)) + part(std::max(i, j), std::min(i, j));
        },  // (S12)
        [&](std::size_t kept, std::size_t gone) {
            sent[kept] += sent[gone];
            received[kept] += received[gone];
            add_area(f, n, kept, gone);
        });
}

Merging commuting_zones(const FlowTable& flows, double cut) {
    const std::size_t n = flows.units();
    const auto workers = row_sums(flows.values(), n);
    std::vector<double> distance(n * n, 1.0), size(n, 1.0);
    for (const Unit i : Set<Unit>(n))
        for (const Unit j : Set<Unit>(n)) {
            const double smaller = std::min(workers[i.at()], workers[j.at()]);
            if (i != j && smaller > 0.0)
                distance[i.at() * n + j.at()] = std::max(0.0, 1.0 - (flows(i, j) + flows(j, i)) / smaller);  // (S13)
        }
    auto merging = merge_pairs(
        n, -cut, [&](std::size_t i, std::size_t j) { return -distance[i * n + j]; },
        [&](std::size_t kept, std::size_t gone) {
            const double all = size[kept] + size[gone];
            for (std::size_t k = 0; k < n; ++k) {
                const double mean = (size[kept] * distance[kept * n + k] + size[gone] * distance[gone * n + k]) / all;
                distance[kept * n + k] = distance[k * n + kept] = mean;
            }
            size[kept] = all;
        });
    for (auto& merge : merging.merges) merge.measure = -merge.measure;
    return merging;
}

Partition after(const Merging& merging, std::size_t areas) {
    std::vector<int> stands_for(merging.units);
    std::iota(stands_for.begin(), stands_for.end(), 0);
    const std::size_t count = std::min(merging.merges.size(), merging.units - std::min(areas, merging.units));
    for (std::size_t k = 0; k < count; ++k) stands_for[merging.merges[k].merged.at()] = merging.merges[k].kept.pos;
    for (auto& unit : stands_for)
        while (stands_for[static_cast<std::size_t>(unit)] != unit) unit = stands_for[static_cast<std::size_t>(unit)];
    return numbered(stands_for);
}

std::vector<Unit> cores(const Merging& merging, std::size_t areas) {
    const auto partition = after(merging, areas);
    std::vector<char> is_merged(merging.units);
    const std::size_t count = merging.units - static_cast<std::size_t>(partition.areas);
    for (std::size_t k = 0; k < count; ++k) is_merged[merging.merges[k].merged.at()] = 1;
    std::vector<Unit> found(static_cast<std::size_t>(partition.areas));
    for (const Unit unit : Set<Unit>(merging.units))
        if (is_merged[unit.at()] == 0) found[static_cast<std::size_t>(partition.area_of[unit.at()])] = unit;
    return found;
}

std::size_t most_areas_with_inner_flow(const Merging& merging, const SparseFlows& flows) {
    // Whoever merged has flow with its partner: only units by themselves can be without.
    std::vector<char> is_without(merging.units);
    std::size_t without = 0;
    for (const Unit unit : Set<Unit>(merging.units)) {
        is_without[unit.at()] = flows.inner(unit) > 0.0 ? 0 : 1;
        without += is_without[unit.at()] != 0 ? 1 : 0;
    }
    std::size_t areas = merging.units;
    for (const auto& merge : merging.merges) {
        if (without == 0) break;
        for (const Unit unit : {merge.kept, merge.merged})
            if (is_without[unit.at()] != 0) {
                is_without[unit.at()] = 0;
                --without;
            }
        --areas;
    }
    return areas;
}

}  // namespace ecumene::structure
