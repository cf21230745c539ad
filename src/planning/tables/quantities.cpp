// Capacities, generation, flows, balances, prices, emissions, self-reliance: what happens, by region and year.
#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/tables/plan_tables.hpp"

namespace ecumene::planning {
namespace {

double finite_or_blank(double value) {
    return std::isfinite(value) ? value : blank;
}

// Losses of a link, and the rent between the prices of its ends.
struct LinkYear {
    double forward{}, backward{}, losses{}, full_share{}, rent{};
};

LinkYear link_year(const Answer& a, Link l, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const LinkData& link = s.link[l.at()];
    const double capacity = a(d.link_capacity(l, y));
    LinkYear t;
    for (const Snapshot h : s.snapshots) {
        const double w = s.weight(h).value, there = a(d.forward(l, y, h)), back = a(d.backward(l, y, h));
        t.forward += w * there;
        t.backward += w * back;
        t.losses += w * link.loss * (there + back);
        const bool is_full = capacity > 0.0 && (there > 0.999 * capacity || back > 0.999 * link.reverse * capacity) &&
                             there + back > 0.0;
        if (is_full) t.full_share += w / hours_per_year;
        const double price_origin = a.price(link.carrier, link.origin, y, h),
                     price_destination = a.price(link.carrier, link.destination, y, h);
        t.rent += w * (there * ((1.0 - link.loss) * price_destination - price_origin) +
                          back * ((1.0 - link.loss) * price_origin - price_destination));
    }
    return t;
}

}  // namespace

void PlanTables::add_capacities(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const int year = s.calendar_year(y);
    for (const Site k : s.sites) {
        const SiteData& site = s.site[k.at()];
        const double built = a(d.built(k, y));
        frame("capacity")
            .add({s.code(site.region), s.technology_of(site).id, year, a(d.capacity(k, y)), a(d.kept(k, y)), built,
                site.existing[y.at()] - a(d.kept(k, y)), finite_or_blank(site.potential), blank,
                built * site.investment[y.at()], "MW", site.count * a(d.capacity(k, y))});
    }
    for (const Depot k : s.depots) {
        const DepotData& depot = s.depot[k.at()];
        const double built = a(d.power_built(k, y));
        const double energy_built = depot.duration > 0.0 ? depot.duration * built : a(d.energy_built(k, y));
        frame("capacity")
            .add({s.code(depot.region), s.technology_of(depot).id, year, a(d.power(k, y)), a(d.power_kept(k, y)), built,
                depot.existing[y.at()] - a(d.power_kept(k, y)), finite_or_blank(depot.potential), a(d.energy(k, y)),
                built * depot.investment[y.at()] + energy_built * depot.energy_investment[y.at()], "MW",
                depot.count * a(d.power(k, y))});
    }
    for (const Works w : s.works) {
        const WorksData& works = s.work[w.at()];
        const double built = a(d.works_built(w, y)), kept = a(d.works_kept(w, y)), stands = a(d.works_capacity(w, y));
        frame("capacity")
            .add({s.code(works.region), s.technology_of(works).id, year, stands, kept, built,
                works.existing[y.at()] - kept, finite_or_blank(works.potential), blank,
                built * works.investment[y.at()], s.capacity_unit_of(works), works.count * stands});
    }
}

void PlanTables::add_generation(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const int year = s.calendar_year(y);
    const auto add = [&](const ProcessData& process, const std::string& carrier, double value, double available) {
        frame("generation").add({s.code(process.region), s.technology_of(process).id, carrier, year, value, available});
    };
    for (const Site k : s.sites) {
        const SiteData& site = s.site[k.at()];
        const double output = a(d.output(k, y));
        const double available =
            site.has_profile ? a.yearly([&](Snapshot h) { return s.availability(k, h).value * a(d.capacity(k, y)); })
                             : blank;
        for (const auto& [c, eta] : site.hourly)
            add(site, s.hourly_ids[c.at()], eta * output, eta > 0.0 ? eta * available : blank);
        for (const auto& [m, eta] : site.yearly)
            add(site, s.yearly_ids[s.market[m.at()].carrier.at()], eta * output, blank);
    }
    for (const Works w : s.works) {
        const WorksData& works = s.work[w.at()];
        const double activity = a(d.works_activity(w, y));
        for (const auto& [m, eta] : works.yearly)
            add(works, s.yearly_ids[s.market[m.at()].carrier.at()], eta * activity, blank);
        for (const auto& [p, eta] : works.hourly)
            add(works, s.hourly_ids[s.pattern[p.at()].carrier.at()], eta * activity, blank);
    }
    for (const Depot k : s.depots) {
        const DepotData& depot = s.depot[k.at()];
        const double net = a.yearly([&](Snapshot h) { return a(d.discharge(k, y, h)) - a(d.charge(k, y, h)); });
        frame("generation")
            .add({s.code(depot.region), s.technology_of(depot).id, s.hourly_ids[depot.carrier.at()], year, net, blank});
    }
}

void PlanTables::add_flows(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    for (const Link l : s.links) {
        const LinkData& link = s.link[l.at()];
        const auto t = link_year(a, l, y);
        const double built = a(d.link_built(l, y));
        frame("flows").add({link.id, s.technology_of(link).id, s.code(link.origin), s.code(link.destination),
            s.calendar_year(y), a(d.link_capacity(l, y)), built, t.forward, t.backward, t.losses, t.full_share, t.rent,
            built * link.investment[y.at()], "MW"});
    }
    for (const Route l : s.routes) {
        const RouteData& route = s.route[l.at()];
        const double there = a(d.route_forward(l, y)), back = a(d.route_backward(l, y)),
                     capacity = a(d.route_capacity(l, y)), built = a(d.route_built(l, y));
        const double at_origin = a.price(route.from, y), at_destination = a.price(route.to, y);
        const bool is_full =
            capacity > 0.0 && (there > 0.999 * capacity || (back > 0.0 && back > 0.999 * route.reverse * capacity));
        frame("flows").add({route.id, s.technology_of(route).id, s.code(route.origin), s.code(route.destination),
            s.calendar_year(y), capacity, built, there, back, route.loss * (there + back), is_full ? 1.0 : 0.0,
            there * ((1.0 - route.loss) * at_destination - at_origin) +
                back * ((1.0 - route.loss) * at_origin - at_destination),
            built * route.investment[y.at()], s.technology_of(route).unit + "/year"});
    }
}

void PlanTables::add_prices_and_balances(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const int year = s.calendar_year(y);
    for (const HourlyCarrier c : s.hourly_carriers)
        for (const Region r : s.regions) {
            double produced = 0.0, used = 0.0, received = 0.0, sent = 0.0, store = 0.0;
            for (const Site k : s.sites) {
                if (s.site[k.at()].region != r) continue;
                for (const auto& [carrier, eta] : s.site[k.at()].hourly)
                    if (carrier == c) (eta > 0.0 ? produced : used) += std::abs(eta) * a(d.output(k, y));
            }
            for (const Works w : s.works)
                if (s.work[w.at()].region == r)
                    for (const auto& [p, eta] : s.work[w.at()].hourly)
                        if (s.pattern[p.at()].carrier == c)
                            (eta > 0.0 ? produced : used) += std::abs(eta) * a(d.works_activity(w, y));
            for (const Depot k : s.depots)
                if (s.depot[k.at()].region == r && s.depot[k.at()].carrier == c)
                    store += a.yearly([&](Snapshot h) { return a(d.discharge(k, y, h)) - a(d.charge(k, y, h)); });
            for (const Link l : s.links) {
                const LinkData& link = s.link[l.at()];
                if (link.carrier != c) continue;
                const double there = a.yearly([&](Snapshot h) { return a(d.forward(l, y, h)); });
                const double back = a.yearly([&](Snapshot h) { return a(d.backward(l, y, h)); });
                if (link.destination == r) {
                    received += (1.0 - link.loss) * there;
                    sent += back;
                }
                if (link.origin == r) {
                    received += (1.0 - link.loss) * back;
                    sent += there;
                }
            }
            const double imported = a.yearly([&](Snapshot h) { return a(d.imported(c, r, y, h)); });
            const double demand = a.yearly([&](Snapshot h) { return s.demand(c, r, y, h).value; });
            const double shifted =
                a.yearly([&](Snapshot h) { return a(d.shift_up(c, r, y, h)) - a(d.shift_down(c, r, y, h)); });
            const double unserved = a.yearly([&](Snapshot h) { return a(d.unserved(c, r, y, h)); });
            double cut = 0.0;
            for (const CutStep step : s.cut_steps)
                if (s.cut_step[step.at()].carrier == c)
                    cut += a.yearly([&](Snapshot h) { return a(d.cut(step, r, y, h)); });
            const double residual =
                produced - used + imported + received - sent + store + unserved + cut - demand - shifted;
            frame("balances")
                .add({s.hourly_ids[c.at()], s.code(r), year, produced, used, imported, received, sent, store, demand,
                    shifted, cut, unserved, s.hourly_is_disposable[c.at()] ? std::min(0.0, residual) : residual,
                    "MWh"});

            double weighted = 0.0, weight = 0.0, lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
            for (const Snapshot h : s.snapshots) {
                double load = s.demand(c, r, y, h).value;
                for (const Pattern p : s.patterns)
                    if (s.pattern[p.at()].carrier == c && s.pattern[p.at()].region == r)
                        load += std::max(0.0, a.load(p, y, h));
                const double price = 1000.0 * a.price(c, r, y, h), served = s.weight(h).value * load;
                weighted += price * served;
                weight += served;
                lowest = std::min(lowest, price);
                highest = std::max(highest, price);
            }
            if (weight > 0.0)
                frame("prices").add(
                    {s.code(r), s.hourly_ids[c.at()], year, weighted / weight, lowest, highest, "KRW/kWh"});
        }
}

void PlanTables::add_emissions(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const auto add = [&](const ProcessData& process, double activity) {
        if (process.emission(y) != 0.0)
            frame("emissions")
                .add({s.code(process.region), s.technology_of(process).id, s.calendar_year(y),
                    process.emission(y) * activity, s.sector_ids[s.technology_of(process).sector.at()]});
    };
    for (const Site k : s.sites) add(s.site[k.at()], a(d.output(k, y)));
    for (const Works w : s.works) add(s.work[w.at()], a(d.works_activity(w, y)));
}

void PlanTables::add_self_reliance(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    for (const Region r : s.regions) {
        double clean = 0.0, demand = a.yearly([&](Snapshot h) { return s.demand(s.electricity, r, y, h).value; });
        for (const Site k : s.sites) {
            const SiteData& site = s.site[k.at()];
            if (site.region != r) continue;
            for (const auto& [c, eta] : site.hourly) {
                if (c != s.electricity) continue;
                if (eta > 0.0 && s.technology_of(site).clean) clean += eta * a(d.output(k, y));
                if (eta < 0.0) demand -= eta * a(d.output(k, y));
            }
        }
        for (const Works w : s.works)
            for (const auto& [p, eta] : s.work[w.at()].hourly) {
                if (s.work[w.at()].region != r || s.pattern[p.at()].carrier != s.electricity) continue;
                if (eta > 0.0 && s.technology_of(s.work[w.at()]).clean) clean += eta * a(d.works_activity(w, y));
                if (eta < 0.0) demand -= eta * a(d.works_activity(w, y));
            }
        const double floor = s.self_reliance(r, y).value;
        frame("self_reliance")
            .add({s.code(r), s.calendar_year(y), clean, demand, demand > 0.0 ? clean / demand : blank,
                floor < 0.0 ? blank : floor});
    }
}

}  // namespace ecumene::planning
