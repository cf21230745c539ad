#include "structure/flows/gravity.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::structure {
namespace {

constexpr int most_trials = 60;
constexpr double mean_tolerance = 1e-10;

// (S7) the deterrence of every pair
std::vector<double> weights_of(const Gravity& model, double beta) {
    const std::size_t n = model.destinations.size();
    std::vector<double> weights(model.cost.size());
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const double c = model.cost[k];
        if (!std::isfinite(c) || (!model.has_inner && k / n == k % n)) continue;
        weights[k] = model.deterrence == Deterrence::exponential ? std::exp(-beta * c) : std::pow(c, -beta);
        if (!model.weights.empty()) weights[k] *= model.weights[k];
    }
    return weights;
}

void refuse_unsound(const Gravity& model) {
    if (model.cost.size() != model.origins.size() * model.destinations.size())
        throw Error(ErrorKind::internal, "a gravity model needs a cost for every pair");
    for (std::size_t k = 0; k < model.cost.size(); ++k) {
        const bool counts = model.has_inner || k / model.destinations.size() != k % model.destinations.size();
        if (counts && model.deterrence == Deterrence::power && !(model.cost[k] > 0.0))
            throw Error(ErrorKind::input, "a power law needs a cost above zero for every pair");
    }
}

}  // namespace

double mean_cost(const std::vector<double>& flows, const std::vector<double>& cost, Deterrence deterrence) {
    double sum = 0.0, all = 0.0;
    for (std::size_t k = 0; k < flows.size(); ++k) {
        if (flows[k] <= 0.0) continue;
        sum += flows[k] * (deterrence == Deterrence::power ? std::log(cost[k]) : cost[k]);
        all += flows[k];
    }
    return all > 0.0 ? sum / all : 0.0;
}

GravityFit gravity_at(const Gravity& model, double beta, const Balanced* start, const BalanceOptions& options) {
    refuse_unsound(model);
    GravityFit fit{.beta = beta, .flows = weights_of(model, beta)};
    fit.factors = balance(fit.flows, model.origins, model.destinations, options, start);
    const std::size_t n = model.destinations.size();
    for (std::size_t k = 0; k < fit.flows.size(); ++k)
        fit.flows[k] *= fit.factors.rows[k / n] * fit.factors.columns[k % n];
    fit.mean = mean_cost(fit.flows, model.cost, model.deterrence);
    fit.has_converged = true;
    return fit;
}

GravityFit calibrate(const Gravity& model, double target_mean) {
    const auto miss = [&](const GravityFit& fit) { return fit.mean - target_mean; };
    GravityFit before = gravity_at(model, model.deterrence == Deterrence::power ? 1.0 : 0.5 / std::abs(target_mean));
    GravityFit now = gravity_at(model, before.beta * (miss(before) > 0.0 ? 1.5 : 0.7), &before.factors);
    int trials = 2;
    while (std::abs(miss(now)) > mean_tolerance * std::abs(target_mean) && trials < most_trials) {
        const double slope = (now.mean - before.mean) / (now.beta - before.beta);
        if (slope == 0.0 || !std::isfinite(slope)) break;
        // A step may not leave the sensible side: beta at most triples or shrinks to a third.
        const double wanted = std::clamp(now.beta - miss(now) / slope, now.beta / 3.0, now.beta * 3.0);
        GravityFit next = gravity_at(model, wanted, &now.factors);
        before = std::move(now);
        now = std::move(next);
        ++trials;
    }
    now.trials = trials;
    now.has_converged = std::abs(miss(now)) <= 1e-6 * std::abs(target_mean);
    if (!now.has_converged)
        throw Error(
            ErrorKind::input, compose("no strength of deterrence gives a mean of {}; the nearest found gives {}",
                                  {target_mean, now.mean}));
    return now;
}

double common_part(const std::vector<double>& a, const std::vector<double>& b) {
    double common = 0.0, both = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        common += std::min(a[k], b[k]);
        both += a[k] + b[k];
    }
    return both > 0.0 ? 2.0 * common / both : 1.0;
}

FlowTable to_table(const std::vector<double>& flows, std::size_t units, FlowOrigin origin) {
    FlowTable table(units, std::move(origin));
    for (const Unit i : Set<Unit>(units))
        for (const Unit j : Set<Unit>(units)) table.set(i, j, flows[i.at() * units + j.at()]);
    return table;
}

}  // namespace ecumene::structure
