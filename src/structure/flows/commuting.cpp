#include "structure/flows/commuting.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "core/error.hpp"
#include "structure/travel_table.hpp"

namespace ecumene::structure {
namespace {

constexpr int most_rounds = 60;
constexpr double good_share = 0.001;
constexpr BalanceOptions roughly{.tolerance = 1e-5, .rounds = 300};  // on the way to the answer, not of it
constexpr double weakest = 0.01, strongest = 0.5;  // per km: a mean way of a hundred kilometres, and of a few

double settled_km2(const UnitRecord& unit, double density) {
    const double settled = is_blank(unit.population) ? unit.area_km2 : unit.population / density;
    return is_blank(unit.area_km2) ? settled : std::min(unit.area_km2, settled);
}

Gravity gravity_of(const Units& units, const CommutingTotals& totals) {
    Gravity model;
    Units settled;
    for (const Unit unit : units.all()) {
        auto record = units[unit];
        if (is_blank(record.workers) || is_blank(record.jobs))
            throw Error(ErrorKind::input,
                "unit '" + record.code + "' has no workers or jobs, so no flows can be modelled for it");
        record.area_km2 = settled_km2(record, totals.settled_density);
        model.origins.push_back(record.workers);
        model.destinations.push_back(record.jobs);
        settled.add(std::move(record));
    }
    const double workers = std::accumulate(model.origins.begin(), model.origins.end(), 0.0);
    const double jobs = std::accumulate(model.destinations.begin(), model.destinations.end(), 0.0);
    if (workers <= 0.0 || jobs <= 0.0) throw Error(ErrorKind::input, "there are no workers or no jobs in any unit");
    for (auto& count : model.destinations) count *= workers / jobs;
    const auto way = great_circle_travel(settled, {.detour = totals.detour});
    model.cost.resize(units.size() * units.size());
    for (const Unit i : units.all())
        for (const Unit j : units.all())
            model.cost[i.at() * units.size() + j.at()] = std::max(0.1, way.kilometres(i, j));
    model.weights.assign(model.cost.size(), 1.0);
    return model;
}

// Shares of workers of a region who work in a region, of all pairs of regions.
std::map<std::pair<std::string, std::string>, double> shares_in(const Units& units, const std::vector<double>& flows) {
    std::map<std::pair<std::string, std::string>, double> between;
    std::map<std::string, double> leaving;
    for (const Unit i : units.all())
        for (const Unit j : units.all()) {
            const double flow = flows[i.at() * units.size() + j.at()];
            between[{units[i].region, units[j].region}] += flow;
            leaving[units[i].region] += flow;
        }
    for (auto& [pair, flow] : between)
        if (leaving[pair.first] > 0.0) flow /= leaving[pair.first];
    return between;
}

using Pair = std::pair<std::string, std::string>;

// What the totals' shares have become, and by how much the worst is missed.
void compare(CommutingModel& found, const CommutingTotals& totals, const std::map<Pair, double>& reached) {
    found.shares.clear();
    found.worst_miss = 0.0;
    for (const auto& wanted : totals.shares) {
        const auto at = reached.find({wanted.origin, wanted.destination});
        found.shares.push_back(at == reached.end() ? 0.0 : at->second);
        found.worst_miss = std::max(found.worst_miss, std::abs(found.shares.back() - wanted.share));
    }
}

double squared_miss(const CommutingTotals& totals, const std::map<Pair, double>& reached) {
    double sum = 0.0;
    for (const auto& wanted : totals.shares) {
        const auto at = reached.find({wanted.origin, wanted.destination});
        const double miss = (at == reached.end() ? 0.0 : at->second) - wanted.share;
        sum += miss * miss;
    }
    return sum;
}

// (S10) The strength whose shares come nearest to the published ones: golden section over its logarithm.
double strength_by_shares(const Units& units, const Gravity& model, const CommutingTotals& totals) {
    const auto miss = [&](double log_beta) {
        return squared_miss(totals, shares_in(units, gravity_at(model, std::exp(log_beta), nullptr, roughly).flows));
    };
    constexpr double golden = 0.6180339887498949;
    double low = std::log(weakest), high = std::log(strongest);
    double left = high - golden * (high - low), right = low + golden * (high - low);
    double at_left = miss(left), at_right = miss(right);
    while (high - low > 0.01) {
        if (at_left < at_right) {
            high = right;
            right = left;
            at_right = at_left;
            at_left = miss(left = high - golden * (high - low));
        } else {
            low = left;
            left = right;
            at_left = at_right;
            at_right = miss(right = low + golden * (high - low));
        }
    }
    return std::exp(0.5 * (low + high));
}

// (S10) odds, not shares: a share near 1 must be able to grow
void adjust_weights(Gravity& model, const Units& units, const CommutingTotals& totals, const CommutingModel& found) {
    std::map<Pair, double> factor;
    for (std::size_t k = 0; k < totals.shares.size(); ++k) {
        const double wanted = totals.shares[k].share, share = found.shares[k];
        if (share > 0.0 && share < 1.0)
            factor[{totals.shares[k].origin, totals.shares[k].destination}] =
                wanted / share * (1.0 - share) / std::max(1e-6, 1.0 - wanted);
    }
    for (const Unit i : units.all())
        for (const Unit j : units.all())
            if (const auto at = factor.find({units[i].region, units[j].region}); at != factor.end())
                model.weights[i.at() * units.size() + j.at()] *= at->second;
}

}  // namespace

CommutingModel modelled_commuting(const Units& units, const CommutingTotals& totals) {
    auto model = gravity_of(units, totals);
    CommutingModel found;
    GravityFit fit = totals.shares.empty() ? calibrate(model, totals.mean_km)
                                           : gravity_at(model, strength_by_shares(units, model, totals));
    for (found.rounds = 1;; ++found.rounds) {
        compare(found, totals, shares_in(units, fit.flows));
        if (found.worst_miss <= good_share || found.rounds == most_rounds) break;
        adjust_weights(model, units, totals, found);
        fit = gravity_at(model, fit.beta, &fit.factors, roughly);
    }
    if (!totals.shares.empty()) {
        fit = gravity_at(model, fit.beta, &fit.factors);
        compare(found, totals, shares_in(units, fit.flows));
    }
    found.beta = fit.beta;
    found.mean_km = fit.mean;
    found.flows = to_table(fit.flows, units.size(),
        {.kind = "commuting", .unit = "person", .year = totals.year, .status = "modelled", .source = totals.source});
    return found;
}

}  // namespace ecumene::structure
