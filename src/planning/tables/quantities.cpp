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
                built * site.investment[y.at()]});
    }
    for (const Depot k : s.depots) {
        const DepotData& depot = s.depot[k.at()];
        const double built = a(d.power_built(k, y));
        const double energy_built = depot.duration > 0.0 ? depot.duration * built : a(d.energy_built(k, y));
        frame("capacity")
            .add({s.code(depot.region), s.technology_of(depot).id, year, a(d.power(k, y)), a(d.power_kept(k, y)), built,
                depot.existing[y.at()] - a(d.power_kept(k, y)), finite_or_blank(depot.potential), a(d.energy(k, y)),
                built * depot.investment[y.at()] + energy_built * depot.energy_investment[y.at()]});
    }
    for (const Works w : s.works) {
        const WorksData& works = s.work[w.at()];
        const double built = a(d.works_built(w, y));
        frame("capacity")
            .add({s.code(works.region), s.technology_of(works).id, year, a(d.works_capacity(w, y)),
                works.existing[y.at()], built, 0.0, finite_or_blank(works.potential), blank,
                built * works.investment[y.at()]});
    }
}

void PlanTables::add_generation(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const int year = s.calendar_year(y);
    for (const Site k : s.sites) {
        const SiteData& site = s.site[k.at()];
        const auto& region = s.code(site.region);
        const auto& technology = s.technology_of(site).id;
        const double output = a(d.output(k, y));
        const double available =
            site.has_profile ? a.yearly([&](Snapshot h) { return s.availability(k, h).value * a(d.capacity(k, y)); })
                             : blank;
        for (const auto& [c, eta] : site.hourly)
            frame("generation")
                .add({region, technology, s.hourly_ids[c.at()], year, eta * output,
                    eta > 0.0 ? eta * available : blank});
        for (const auto& [f, eta] : site.fuels)
            frame("generation").add({region, technology, s.fuel_ids[f.at()], year, eta * output, blank});
        for (const auto& [m, eta] : site.materials)
            frame("generation").add({region, technology, s.material_ids[m.at()], year, eta * output, blank});
    }
    for (const Works w : s.works) {
        const WorksData& works = s.work[w.at()];
        for (const auto& [m, eta] : works.materials)
            frame("generation")
                .add({s.code(works.region), s.technology_of(works).id, s.material_ids[m.at()], year,
                    eta * a(d.works_activity(w, y)), blank});
        for (const auto& [c, eta] : works.hourly)
            frame("generation")
                .add({s.code(works.region), s.technology_of(works).id, s.hourly_ids[c.at()], year,
                    eta * a(d.works_activity(w, y)), blank});
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
            built * link.investment[y.at()]});
    }
}

void PlanTables::add_prices_and_balances(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const int year = s.calendar_year(y);
    for (const HourlyCarrier c : s.hourly_carriers)
        for (const Region r : s.regions) {
            double produced = 0.0, used = 0.0, received = 0.0, sent = 0.0, store = 0.0, works_use = 0.0;
            for (const Site k : s.sites) {
                if (s.site[k.at()].region != r) continue;
                for (const auto& [carrier, eta] : s.site[k.at()].hourly)
                    if (carrier == c) (eta > 0.0 ? produced : used) += std::abs(eta) * a(d.output(k, y));
            }
            for (const Works w : s.works)
                if (s.work[w.at()].region == r)
                    for (const auto& [carrier, eta] : s.work[w.at()].hourly)
                        if (carrier == c) works_use -= eta * a(d.works_activity(w, y));
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
            used += works_use;
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
                    shifted, cut, unserved, residual, "MWh"});

            double weighted = 0.0, weight = 0.0, lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
            for (const Snapshot h : s.snapshots) {
                const double price = 1000.0 * a.price(c, r, y, h),
                             served = s.weight(h).value * s.demand(c, r, y, h).value;
                weighted += price * served;
                weight += served;
                lowest = std::min(lowest, price);
                highest = std::max(highest, price);
            }
            if (weight > 0.0)
                frame("prices").add({s.code(r), s.hourly_ids[c.at()], year, weighted / weight, lowest, highest});
        }
}

void PlanTables::add_emissions(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    for (const Site k : s.sites) {
        const SiteData& site = s.site[k.at()];
        if (site.emission != 0.0)
            frame("emissions")
                .add({s.code(site.region), s.technology_of(site).id, s.calendar_year(y),
                    site.emission * a(d.output(k, y))});
    }
    for (const Works w : s.works) {
        const WorksData& works = s.work[w.at()];
        if (works.emission != 0.0)
            frame("emissions")
                .add({s.code(works.region), s.technology_of(works).id, s.calendar_year(y),
                    works.emission * a(d.works_activity(w, y))});
    }
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
            for (const auto& [c, eta] : s.work[w.at()].hourly)
                if (s.work[w.at()].region == r && c == s.electricity && eta < 0.0)
                    demand -= eta * a(d.works_activity(w, y));
        const double floor = s.self_reliance(r, y).value;
        frame("self_reliance")
            .add({s.code(r), s.calendar_year(y), clean, demand, demand > 0.0 ? clean / demand : blank,
                floor < 0.0 ? blank : floor});
    }
}

}  // namespace ecumene::planning
