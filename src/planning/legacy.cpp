#include "planning/legacy.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace ecumene::planning {
namespace {

// (E4) An interior point leaves a trace of what it does not need. Handed on, a trace is a column between zero and next to
// nothing, and a solve that ends at its walls too early cannot leave them: twelve sites of 2 kW held every hour of 2040 at a
// gap of 3e-4. So what is built is nothing below this share of the largest capacity in the same unit, and what is kept is
// nothing if it is also below a hundredth of what stood.
constexpr double trace_of_largest = 1e-6, trace_of_stock = 0.01;

template <class A, class CapacityOf>
std::map<std::string, double> traces(const System& s, Set<A> assets, const auto& data, CapacityOf capacity_of) {
    std::map<std::string, double> below;
    for (const A asset : assets) {
        double& trace = below[s.technology_of(data[asset.at()]).unit];
        trace = std::max(trace, trace_of_largest * capacity_of(asset));
    }
    return below;
}

double unless_below(double trace, double capacity) {
    return capacity < trace ? 0.0 : capacity;
}

double kept_of(const Asset& asset, Year y, double trace, double kept) {
    return unless_below(std::min(trace, trace_of_stock * asset.existing[y.at()]), kept);
}

void keep_less(Asset& asset, double kept, Year y) {
    double most = kept;
    for (std::size_t later = y.at() + 1; later < asset.existing.size(); ++later) {
        most += asset.arriving[later];
        asset.existing[later] = std::min(asset.existing[later], most);
        most = asset.existing[later];
    }
}

}  // namespace

Legacy left_by(const Answer& a) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const Year y{s.years.size() - 1};
    const int year = s.calendar_year(y);
    const auto end_of = [&](const Asset& asset) {
        return static_cast<int>(std::lround(std::min(year + asset.life, 9999.0)));
    };
    const auto since = [&](const Asset& asset, double built) {
        return Inherited{year, end_of(asset), built, 0.0, built * asset.annuity[y.at()]};
    };
    Legacy left;
    const auto of_sites = traces(s, s.sites, s.site, [&](Site k) { return a(d.capacity(k, y)); });
    for (const Site k : s.sites) {
        const auto& asset = s.site[k.at()];
        const double trace = of_sites.at(s.technology_of(asset).unit), built = unless_below(trace, a(d.built(k, y)));
        left.sites.push_back(since(asset, built));
        left.kept_sites.push_back(kept_of(asset, y, trace, a(d.kept(k, y))));
    }
    const auto of_works = traces(s, s.works, s.work, [&](Works w) { return a(d.works_capacity(w, y)); });
    for (const Works w : s.works) {
        const auto& asset = s.work[w.at()];
        const double trace = of_works.at(s.technology_of(asset).unit),
                     built = unless_below(trace, a(d.works_built(w, y)));
        left.works.push_back(since(asset, built));
        left.kept_works.push_back(kept_of(asset, y, trace, a(d.works_kept(w, y))));
        left.stored.push_back(s.period_years[y.at()] * a(d.works_activity(w, y)));
    }
    const auto of_power = traces(s, s.depots, s.depot, [&](Depot k) {
        return s.depot[k.at()].has_power_limit ? a(d.power(k, y)) : 0.0;  // without a limit it may be anything
    });
    const auto of_energy = traces(s, s.depots, s.depot, [&](Depot k) { return a(d.energy(k, y)); });
    for (const Depot k : s.depots) {
        const auto& asset = s.depot[k.at()];
        const std::string& unit = s.technology_of(asset).unit;
        const double trace = of_power.at(unit), power = unless_below(trace, a(d.power_built(k, y)));
        const double energy =
            asset.duration > 0.0 ? asset.duration * power : unless_below(of_energy.at(unit), a(d.energy_built(k, y)));
        left.depots.push_back({year, end_of(asset), power, energy,
            power * asset.annuity[y.at()] + energy * asset.energy_annuity[y.at()]});
        left.kept_depots.push_back(kept_of(asset, y, trace, a(d.power_kept(k, y))));
    }
    const auto of_links = traces(s, s.links, s.link, [&](Link l) { return a(d.link_capacity(l, y)); });
    for (const Link l : s.links) {
        const auto& asset = s.link[l.at()];
        const double built = unless_below(of_links.at(s.technology_of(asset).unit), a(d.link_built(l, y)));
        left.links.push_back(since(asset, built));
    }
    const auto of_routes = traces(s, s.routes, s.route, [&](Route l) { return a(d.route_capacity(l, y)); });
    for (const Route l : s.routes) {
        const auto& asset = s.route[l.at()];
        const double built = unless_below(of_routes.at(s.technology_of(asset).unit), a(d.route_built(l, y)));
        left.routes.push_back(since(asset, built));
    }
    for (const Region r : s.regions)
        for (const Sector sector : s.sectors) {
            left.emitted += s.period_years[y.at()] * a(d.emissions(r, sector, y));
            left.jobs.push_back(s.has_jobs() ? a(d.jobs(r, sector, y)) : 0.0);
        }
    return left;
}

// Later years see what was built, what was kept of the old stock, and what of the limits is used up.
void hand_on(System& s, const Legacy& left, Year y) {
    for (const Site k : s.sites) {
        s.site[k.at()].inherited.push_back(left.sites[k.at()]);
        keep_less(s.site[k.at()], left.kept_sites[k.at()], y);
    }
    std::map<std::size_t, double> stored;
    for (const Works w : s.works) {
        s.work[w.at()].inherited.push_back(left.works[w.at()]);
        keep_less(s.work[w.at()], left.kept_works[w.at()], y);
        stored[s.work[w.at()].technology] += left.stored[w.at()];
    }
    for (auto& works : s.work) works.total_limit = std::max(0.0, works.total_limit - stored[works.technology]);
    for (const Depot k : s.depots) {
        s.depot[k.at()].inherited.push_back(left.depots[k.at()]);
        keep_less(s.depot[k.at()], left.kept_depots[k.at()], y);
    }
    for (const Link l : s.links) s.link[l.at()].inherited.push_back(left.links[l.at()]);
    for (const Route l : s.routes) s.route[l.at()].inherited.push_back(left.routes[l.at()]);
    s.carbon_budget -= left.emitted;
    s.jobs_before = left.jobs;
}

}  // namespace ecumene::planning
