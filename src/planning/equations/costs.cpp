// (E17)  min sum_y d_y (annuities + fixed + variable + fuel and imports + unserved + demand cut and moved)
#include <cmath>

#include "planning/equations/decisions.hpp"

namespace ecumene::planning {
namespace {

// A build pays its annuity in every milestone year it stands, at that year's discount.
double discounted_annuities(const System& s, const Asset& asset, Year built, double annuity) {
    double total = 0.0;
    for (const Year y : s.years)
        if (s.is_alive(asset, built, y)) total += s.discount[y.at()] * annuity;
    return total;
}

void add_assets(lp::Model& m, const System& s, const Decisions& d) {
    for (const Year y : s.years) {
        const double discount = s.discount[y.at()];
        const auto pay = [&](double price) { return Quantity<MKRW_per_MW>{price}; };
        for (const Site k : s.sites) {
            const SiteData& a = s.site[k.at()];
            m.minimise(pay(discounted_annuities(s, a, y, a.annuity[y.at()])) * d.built(k, y));
            m.minimise(pay(discount * a.fixed_om[y.at()]) * d.capacity(k, y));
            m.minimise(Quantity<MKRW_per_MWh>{discount * a.variable_om[y.at()]} * d.output(k, y));
            m.add_constant({discount * s.inherited_annuity(a, y)});
        }
        for (const Works w : s.works) {
            const WorksData& a = s.work[w.at()];
            m.minimise(Quantity<MKRW>{discounted_annuities(s, a, y, a.annuity[y.at()])} * d.works_built(w, y));
            m.minimise(Quantity<MKRW>{discount * a.fixed_om[y.at()]} * d.works_capacity(w, y));
            m.minimise(Quantity<MKRW>{discount * a.variable_om[y.at()]} * d.works_activity(w, y));
            m.add_constant({discount * s.inherited_annuity(a, y)});
        }
        for (const Depot k : s.depots) {
            const DepotData& a = s.depot[k.at()];
            const double duration = a.duration;
            m.minimise(pay(discounted_annuities(s, a, y, a.annuity[y.at()] + duration * a.energy_annuity[y.at()])) *
                       d.power_built(k, y));
            m.minimise(pay(discount * (a.fixed_om[y.at()] + duration * a.energy_fixed_om[y.at()])) * d.power(k, y));
            m.add_constant({discount * s.inherited_annuity(a, y)});
            if (duration > 0.0) continue;
            m.minimise(
                Quantity<MKRW_per_MWh>{discounted_annuities(s, a, y, a.energy_annuity[y.at()])} * d.energy_built(k, y));
            m.minimise(Quantity<MKRW_per_MWh>{discount * a.energy_fixed_om[y.at()]} * d.energy(k, y));
        }
        for (const Link l : s.links) {
            const LinkData& a = s.link[l.at()];
            m.minimise(pay(discounted_annuities(s, a, y, a.annuity[y.at()])) * d.link_built(l, y));
            m.minimise(pay(discount * a.fixed_om[y.at()]) * d.link_capacity(l, y));
            m.add_constant({discount * s.inherited_annuity(a, y)});
        }
        for (const Route l : s.routes) {
            const RouteData& a = s.route[l.at()];
            m.minimise(Quantity<MKRW>{discounted_annuities(s, a, y, a.annuity[y.at()])} * d.route_built(l, y));
            m.minimise(Quantity<MKRW>{discount * a.fixed_om[y.at()]} * d.route_capacity(l, y));
            m.minimise(Quantity<MKRW>{discount * a.variable_om[y.at()]} * d.route_forward(l, y));
            m.minimise(Quantity<MKRW>{discount * a.variable_om[y.at()]} * d.route_backward(l, y));
            m.add_constant({discount * s.inherited_annuity(a, y)});
        }
    }
}

void add_hourly(lp::Model& m, const System& s, const Decisions& d) {
    for (const Year y : s.years)
        for (const Snapshot h : s.snapshots) {
            const Quantity<hour> counted = s.discount[y.at()] * s.weight(h);
            for (const Depot k : s.depots)
                if (s.depot[k.at()].variable_om[y.at()] > 0.0)
                    m.minimise(
                        Quantity<MKRW_per_MWh>{s.depot[k.at()].variable_om[y.at()]} * (counted * d.discharge(k, y, h)));
            for (const Link l : s.links) {
                const Quantity<MKRW_per_MWh> wheeling{s.link[l.at()].variable_om[y.at()]};
                if (wheeling.value <= 0.0) continue;
                m.minimise(wheeling * (counted * d.forward(l, y, h)));
                m.minimise(wheeling * (counted * d.backward(l, y, h)));
            }
            for (const Region r : s.regions) {
                for (const HourlyCarrier c : s.hourly_carriers) {
                    m.minimise(s.unserved_value(c) * (counted * d.unserved(c, r, y, h)));
                    m.minimise(s.shift_cost(c, y) * (counted * d.shift_up(c, r, y, h)));
                    const double price = s.hourly_import_price[c.at()][y.at()];
                    if (!is_blank(price))
                        m.minimise(Quantity<MKRW_per_MWh>{price} * (counted * d.imported(c, r, y, h)));
                }
                for (const CutStep step : s.cut_steps)
                    m.minimise(
                        Quantity<MKRW_per_MWh>{s.cut_step[step.at()].value[y.at()]} * (counted * d.cut(step, r, y, h)));
            }
        }
}

void add_yearly_imports(lp::Model& m, const System& s, const Decisions& d) {
    for (const Year y : s.years)
        for (const Market k : s.markets) {
            const YearlyCarrierData& carrier = s.yearly[s.market[k.at()].carrier.at()];
            const double price = carrier.price[y.at()], missed = carrier.unserved_value;
            if (!is_blank(price)) m.minimise(Quantity<MKRW>{s.discount[y.at()] * price} * d.bought(k, y));
            if (!is_blank(missed)) m.minimise(Quantity<MKRW>{s.discount[y.at()] * missed} * d.missing(k, y));
        }
}

}  // namespace

void write_costs(lp::Model& m, const System& s, const Decisions& d) {
    add_assets(m, s, d);
    add_hourly(m, s, d);
    add_yearly_imports(m, s, d);
}

}  // namespace ecumene::planning
