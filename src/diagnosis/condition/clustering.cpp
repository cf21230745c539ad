#include "diagnosis/condition/clustering.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace ecumene::diagnosis {
namespace {

using Points = std::vector<std::vector<double>>;
using Random = std::mt19937_64;

double squared_distance(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
    return sum;
}

std::vector<std::vector<double>> squared_distances(const Points& points) {
    std::vector<std::vector<double>> distance(points.size(), std::vector<double>(points.size(), 0.0));
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) distance[i][j] = distance[j][i] = squared_distance(points[i], points[j]);
    return distance;
}

struct Merge {
    std::size_t a{}, b{};
    double height{};
};

// Clusters being merged: one row for each that is left, under the position of its first point.
class Agglomeration {
public:
    explicit Agglomeration(const Points& points)
        : distance_(squared_distances(points)), size_(points.size(), 1.0), is_left_(points.size(), true) {}

    // Follows nearest neighbours until two are nearest to each other and joins them; for Ward's method that gives the
    // same tree as looking for the nearest pair of all, in quadratic time (Murtagh 1983).
    std::vector<Merge> all_merges() {
        std::vector<Merge> merges;
        std::vector<std::size_t> chain;
        while (merges.size() + 1 < size_.size()) {
            if (chain.empty()) chain.push_back(first_left());
            const std::size_t last = chain.back();
            const std::size_t before = chain.size() > 1 ? chain[chain.size() - 2] : last;
            const std::size_t next = nearest_to(last, before);
            if (chain.size() > 1 && next == before) {
                chain.resize(chain.size() - 2);
                merges.push_back({std::min(last, next), std::max(last, next), distance_[last][next]});
                join(std::min(last, next), std::max(last, next));
            } else {
                chain.push_back(next);
            }
        }
        return merges;
    }

private:
    std::size_t first_left() const {
        return static_cast<std::size_t>(std::find(is_left_.begin(), is_left_.end(), true) - is_left_.begin());
    }

    // Ties go to `preferred`, so that the chain ends.
    std::size_t nearest_to(std::size_t of, std::size_t preferred) const {
        std::size_t best = preferred;
        double least = preferred == of ? std::numeric_limits<double>::infinity() : distance_[of][preferred];
        for (std::size_t j = 0; j < size_.size(); ++j)
            if (j != of && is_left_[j] && distance_[of][j] < least) {
                least = distance_[of][j];
                best = j;
            }
        return best;
    }

    // Lance and Williams (1967) with Ward's coefficients.
    void join(std::size_t a, std::size_t b) {
        for (std::size_t k = 0; k < size_.size(); ++k) {
            if (!is_left_[k] || k == a || k == b) continue;
            const double all = size_[a] + size_[b] + size_[k];
            const double to = ((size_[a] + size_[k]) * distance_[a][k] + (size_[b] + size_[k]) * distance_[b][k] -
                                  size_[k] * distance_[a][b]) /
                              all;
            distance_[a][k] = distance_[k][a] = to;
        }
        size_[a] += size_[b];
        is_left_[b] = false;
    }

    std::vector<std::vector<double>> distance_;
    std::vector<double> size_;
    std::vector<bool> is_left_;
};

std::vector<Merge> tree_of(const Points& points) {
    auto merges = Agglomeration(points).all_merges();
    std::stable_sort(merges.begin(), merges.end(), [](const Merge& a, const Merge& b) { return a.height < b.height; });
    return merges;
}

// Groups numbered by first appearance.
std::vector<std::size_t> cut(const std::vector<Merge>& tree, std::size_t points, std::size_t groups) {
    std::vector<std::size_t> root(points);
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
        while (root[i] != i) i = root[i];
        return i;
    };
    for (std::size_t m = 0; m + groups < points; ++m) root[find(tree[m].b)] = find(tree[m].a);
    std::vector<std::size_t> number(points, points), member(points);
    std::size_t next = 0;
    for (std::size_t i = 0; i < points; ++i) {
        auto& own = number[find(i)];
        if (own == points) own = next++;
        member[i] = own;
    }
    return member;
}

double spread_within(const Points& points, const std::vector<std::size_t>& member, std::size_t groups) {
    const std::size_t dimensions = points.front().size();
    std::vector<std::vector<double>> centre(groups, std::vector<double>(dimensions, 0.0));
    std::vector<double> count(groups, 0.0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        count[member[i]] += 1.0;
        for (std::size_t d = 0; d < dimensions; ++d) centre[member[i]][d] += points[i][d];
    }
    for (std::size_t g = 0; g < groups; ++g)
        for (auto& x : centre[g]) x /= count[g];
    double sum = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) sum += squared_distance(points[i], centre[member[i]]);
    return sum;
}

// (b - a) / max(a, b): how much nearer the own group is than the next (Rousseeuw 1987); a group of one has 0.
double silhouette_of(const std::vector<std::vector<double>>& distance, const std::vector<std::size_t>& member,
    std::size_t groups, std::size_t i) {
    std::vector<double> sum(groups, 0.0), count(groups, 0.0);
    for (std::size_t j = 0; j < member.size(); ++j) {
        if (j == i) continue;
        sum[member[j]] += std::sqrt(distance[i][j]);
        count[member[j]] += 1.0;
    }
    const std::size_t own = member[i];
    if (!(count[own] > 0.0)) return 0.0;
    const double inside = sum[own] / count[own];
    double outside = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < groups; ++g)
        if (g != own && count[g] > 0.0) outside = std::min(outside, sum[g] / count[g]);
    const double larger = std::max(inside, outside);
    return std::isfinite(outside) && larger > 0.0 ? (outside - inside) / larger : 0.0;
}

std::vector<double> silhouettes_of(
    const std::vector<std::vector<double>>& distance, const std::vector<std::size_t>& member, std::size_t groups) {
    std::vector<double> result;
    for (std::size_t i = 0; i < member.size(); ++i)
        result.push_back(groups > 1 ? silhouette_of(distance, member, groups, i) : 0.0);
    return result;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// 53 random bits, the same on every machine.
double uniform(Random& random) {
    return static_cast<double>(random() >> 11U) * 0x1.0p-53;
}

// Points without any groups: uniform over the box the real ones fill.
Points uniform_like(const Points& points, Random& random) {
    std::vector<double> low = points.front(), high = points.front();
    for (const auto& point : points)
        for (std::size_t d = 0; d < point.size(); ++d) {
            low[d] = std::min(low[d], point[d]);
            high[d] = std::max(high[d], point[d]);
        }
    Points drawn = points;
    for (auto& point : drawn)
        for (std::size_t d = 0; d < point.size(); ++d) point[d] = low[d] + uniform(random) * (high[d] - low[d]);
    return drawn;
}

std::vector<double> log_spreads(const Points& points, std::size_t most) {
    constexpr double least = 1e-300;  // groups of equal points have no spread, and no logarithm of it
    const auto tree = tree_of(points);
    std::vector<double> logs;
    for (std::size_t k = 1; k <= most; ++k)
        logs.push_back(std::log(std::max(spread_within(points, cut(tree, points.size(), k), k), least)));
    return logs;
}

// Tibshirani, Walther and Hastie (2001).
void add_gaps(const Points& points, const ClusterOptions& options, std::vector<GroupCount>& tried) {
    Random random(options.seed);
    std::vector<std::vector<double>> references;
    references.reserve(static_cast<std::size_t>(std::max(options.references, 0)));
    for (int b = 0; b < options.references; ++b)
        references.push_back(log_spreads(uniform_like(points, random), tried.size()));
    const auto found = log_spreads(points, tried.size());
    const double draws = static_cast<double>(references.size());
    for (std::size_t k = 0; k < tried.size() && !references.empty(); ++k) {
        double mean = 0.0, squares = 0.0;
        for (const auto& one : references) mean += one[k] / draws;
        for (const auto& one : references) squares += (one[k] - mean) * (one[k] - mean) / draws;
        tried[k].gap = mean - found[k];
        tried[k].gap_error = std::sqrt(squares) * std::sqrt(1.0 + 1.0 / draws);
    }
}

std::size_t groups_by_gap(const std::vector<GroupCount>& tried) {
    for (std::size_t k = 0; k + 1 < tried.size(); ++k)
        if (tried[k].gap >= tried[k + 1].gap - tried[k + 1].gap_error) return tried[k].groups;
    return tried.back().groups;
}

std::size_t groups_by_silhouette(const std::vector<GroupCount>& tried) {
    const auto best = std::max_element(tried.begin() + 1, tried.end(),
        [](const GroupCount& a, const GroupCount& b) { return a.silhouette < b.silhouette; });
    return best->groups;
}

}  // namespace

Clustering cluster(const Points& points, const ClusterOptions& options) {
    Clustering result;
    result.member.assign(points.size(), 0);
    result.silhouettes.assign(points.size(), 0.0);
    if (points.size() < 3) return result;
    const auto tree = tree_of(points);
    const auto distance = squared_distances(points);
    for (std::size_t k = 1; k <= std::min(options.most, points.size() - 1); ++k)
        result.tried.push_back({.groups = k,
            .silhouette = mean_of(silhouettes_of(distance, cut(tree, points.size(), k), k)),
            .gap = 0.0,
            .gap_error = 0.0});
    if (result.tried.size() < 2) return result;
    add_gaps(points, options, result.tried);
    result.groups = groups_by_silhouette(result.tried);
    result.groups_by_gap = groups_by_gap(result.tried);
    result.is_structured = result.groups_by_gap > 1;
    result.member = cut(tree, points.size(), result.groups);
    result.silhouettes = silhouettes_of(distance, result.member, result.groups);
    result.silhouette = mean_of(result.silhouettes);
    return result;
}

}  // namespace ecumene::diagnosis
