#include "structure/linkage/polycentricity.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

namespace ecumene::structure {
namespace {

std::vector<double> largest_first(std::span<const double> sizes) {
    std::vector<double> sorted;
    for (const double size : sizes)
        if (size > 0.0) sorted.push_back(size);
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    return sorted;
}

double deviation(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double sum = 0.0;
    for (const double value : values) sum += (value - mean) * (value - mean);
    return std::sqrt(sum / n);
}

}  // namespace

std::optional<double> rank_size_slope(std::span<const double> sizes, std::size_t leading) {
    auto sorted = largest_first(sizes);
    sorted.resize(std::min(sorted.size(), leading));
    if (sorted.size() < 2) return std::nullopt;
    const auto n = static_cast<double>(sorted.size());
    double x_sum = 0.0, y_sum = 0.0, xx = 0.0, xy = 0.0;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        const double x = std::log(static_cast<double>(k) + 0.5), y = std::log(sorted[k]);
        x_sum += x;
        y_sum += y;
        xx += x * x;
        xy += x * y;
    }
    return (n * xy - x_sum * y_sum) / (n * xx - x_sum * x_sum);  // (S20)
}

std::optional<double> burger_meijers(std::span<const double> sizes) {
    const auto count = largest_first(sizes).size();
    if (count < 2) return std::nullopt;
    double sum = 0.0, slopes = 0.0;
    for (std::size_t leading = 2; leading <= std::min<std::size_t>(count, 4); ++leading) {
        sum += *rank_size_slope(sizes, leading);
        slopes += 1.0;
    }
    return sum / slopes;
}

std::optional<double> evenness(std::span<const double> sizes) {
    const auto sorted = largest_first(sizes);
    if (sizes.size() < 2 || sorted.empty()) return std::nullopt;
    const double all = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    double sum = 0.0;
    for (const double size : sorted) sum -= size / all * std::log(size / all);
    return sum / std::log(static_cast<double>(sizes.size()));  // (S22)
}

std::optional<double> primacy(std::span<const double> sizes) {
    const auto sorted = largest_first(sizes);
    if (sorted.empty()) return std::nullopt;
    return sorted.front() / std::accumulate(sorted.begin(), sorted.end(), 0.0);
}

SizeMeasures size_measures(std::span<const double> sizes) {
    return {burger_meijers(sizes), evenness(sizes), primacy(sizes)};
}

std::optional<double> functional_polycentricity(const FlowTable& flows) {
    const std::size_t n = flows.units();
    if (n < 2) return std::nullopt;
    std::vector<double> degree(n);
    double all = 0.0, largest = 0.0;
    for (const Unit i : Set<Unit>(n))
        for (const Unit j : Set<Unit>(n)) {
            if (i == j) continue;
            degree[j.at()] += flows(i, j);
            all += flows(i, j);
            largest = std::max(largest, flows(i, j));
        }
    if (largest <= 0.0) return std::nullopt;
    // Of two places, one with the largest degree and one without any: no spread within these ends is wider.
    const double widest = 0.5 * *std::max_element(degree.begin(), degree.end());
    const double density = all / (static_cast<double>(n) * static_cast<double>(n - 1) * largest);
    return (1.0 - deviation(degree) / widest) * density;  // (S21)
}

}  // namespace ecumene::structure
