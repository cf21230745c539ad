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

constexpr int most_rounds = 40;
constexpr double good_share = 0.001;

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

}  // namespace

CommutingModel modelled_commuting(const Units& units, const CommutingTotals& totals) {
    auto model = gravity_of(units, totals);
    CommutingModel found;
    GravityFit fit;
    for (found.rounds = 1;; ++found.rounds) {
        fit = calibrate(model, totals.mean_km);
        const auto reached = shares_in(units, fit.flows);
        std::map<std::pair<std::string, std::string>, double> factor;
        found.shares.clear();
        found.worst_miss = 0.0;
        for (const auto& wanted : totals.shares) {
            const auto at = reached.find({wanted.origin, wanted.destination});
            const double share = at == reached.end() ? 0.0 : at->second;
            found.shares.push_back(share);
            found.worst_miss = std::max(found.worst_miss, std::abs(share - wanted.share));
            // (S10) odds, not shares: a share near 1 must be able to grow
            if (share > 0.0 && share < 1.0)
                factor[{wanted.origin, wanted.destination}] =
                    wanted.share / share * (1.0 - share) / std::max(1e-6, 1.0 - wanted.share);
        }
        if (found.worst_miss <= good_share || found.rounds == most_rounds) break;
        for (const Unit i : units.all())
            for (const Unit j : units.all())
                if (const auto at = factor.find({units[i].region, units[j].region}); at != factor.end())
                    model.weights[i.at() * units.size() + j.at()] *= at->second;
    }
    found.beta = fit.beta;
    found.mean_km = fit.mean;
    found.flows = to_table(fit.flows, units.size(),
        {.kind = "commuting", .unit = "person", .year = totals.year, .status = "modelled", .source = totals.source});
    return found;
}

}  // namespace ecumene::structure
