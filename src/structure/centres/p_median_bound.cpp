#include "structure/centres/p_median_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ecumene::structure {
namespace {

constexpr double memory = 0.9;       // of the running mean behind `tendency`
constexpr double least_step = 5e-3;  // a step factor that moves nothing any more
constexpr double overshoot = 1.02;   // aims a little above the best known cost, so that the step never vanishes

}  // namespace

std::vector<std::size_t> LagrangianBound::choose(const std::vector<double>& reduced) const {
    std::vector<std::size_t> order;
    for (std::size_t j = 0; j < problem_.sites; ++j)
        if (fixing_[j] != Fixing::closed) order.push_back(j);
    const auto comes_first = [&](std::size_t a, std::size_t b) {
        const bool a_fixed = fixing_[a] == Fixing::open, b_fixed = fixing_[b] == Fixing::open;
        if (a_fixed != b_fixed) return a_fixed;
        return reduced[a] != reduced[b] ? reduced[a] < reduced[b] : a < b;
    };
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(problem_.count);
    std::nth_element(order.begin(), end, order.end(), comes_first);
    order.erase(end, order.end());
    std::sort(order.begin(), order.end());
    return order;
}

LagrangianBound::Point LagrangianBound::evaluate(const std::vector<double>& multipliers) const {
    Point point;
    point.reduced.assign(problem_.sites, 0.0);
    for (std::size_t i = 0; i < problem_.clients; ++i) {
        const double u = multipliers[i];
        const double* row = problem_.cost.data() + i * problem_.sites;
        for (std::size_t j = 0; j < problem_.sites; ++j) point.reduced[j] += std::min(0.0, row[j] - u);
    }
    point.chosen = choose(point.reduced);
    point.value = std::accumulate(multipliers.begin(), multipliers.end(), 0.0);
    for (const std::size_t j : point.chosen) point.value += point.reduced[j];
    return point;
}

// One less the number of chosen sites that would serve the client.
std::vector<double> LagrangianBound::slope_at(const Point& point, const std::vector<double>& multipliers) const {
    std::vector<double> slope(problem_.clients, 1.0);
    for (std::size_t i = 0; i < problem_.clients; ++i)
        for (const std::size_t j : point.chosen)
            if (problem_.at(i, j) < multipliers[i]) slope[i] -= 1.0;
    return slope;
}

LagrangianState LagrangianBound::climb(std::vector<double> multipliers, double best_known, const LagrangianSteps& steps,
    const std::function<double(double)>& enough, const Offer& offer) const {
    LagrangianState state;
    state.bound = -std::numeric_limits<double>::infinity();
    state.tendency.assign(problem_.sites, 0.0);
    double step = steps.first_step;
    std::size_t since_gain = 0;
    for (std::size_t iteration = 0; iteration < steps.iterations && step > least_step; ++iteration) {
        Point point = evaluate(multipliers);
        const std::vector<double> slope = slope_at(point, multipliers);
        const double steepness = std::inner_product(slope.begin(), slope.end(), slope.begin(), 0.0);
        for (double& share : state.tendency) share *= memory;
        for (const std::size_t j : point.chosen) state.tendency[j] += 1.0 - memory;
        ++since_gain;
        if (point.value > state.bound) {
            if (point.value > state.bound + 1e-6 * std::abs(state.bound)) since_gain = 0;
            best_known = std::min(best_known, offer(point.chosen));
            state.bound = point.value;
            state.multipliers = multipliers;
            state.reduced = std::move(point.reduced);
        }
        if (state.bound >= enough(best_known) || steepness == 0.0) break;
        if (since_gain >= steps.patience) {
            step /= 2.0;
            since_gain = 0;
            multipliers = state.multipliers;
            continue;
        }
        const double length = step * (overshoot * best_known - point.value) / steepness;
        for (std::size_t i = 0; i < problem_.clients; ++i) multipliers[i] += length * slope[i];
    }
    return state;
}

std::vector<double> first_multipliers(const PMedian& problem) {
    std::vector<double> multipliers(problem.clients);
    for (std::size_t i = 0; i < problem.clients; ++i) {
        std::vector<double> row(problem.cost.begin() + static_cast<std::ptrdiff_t>(i * problem.sites),
            problem.cost.begin() + static_cast<std::ptrdiff_t>((i + 1) * problem.sites));
        const auto second = row.begin() + (problem.sites > 1 ? 1 : 0);
        std::nth_element(row.begin(), second, row.end());
        multipliers[i] = *second;
    }
    return multipliers;
}

}  // namespace ecumene::structure
