// Hourly processes: power plants, electrolysers, turbines. (E1)-(E5)
#include <algorithm>

#include "planning/equations/decisions.hpp"
#include "planning/equations/stock.hpp"

namespace ecumene::planning {
namespace {

// (E3)  mu K <= a <= alpha K
void write_limits(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    auto lower = m.constraints<MW>("minimum_load", s.sites, s.years, s.snapshots);
    for (const Site k : s.sites)
        for (const Year y : s.years)
            for (const Snapshot h : s.snapshots) {
                const Quantity<one> alpha = s.availability(k, h);
                if (alpha.value <= 0.0) {
                    m.bound(d.activity(k, y, h), Quantity<MW>{0.0}, Quantity<MW>{0.0});
                    continue;
                }
                m.subject_to(b.activity_limit(k, y, h), d.activity(k, y, h) <= alpha * d.capacity(k, y));
                const Quantity<one> mu{std::min(s.site[k.at()].minimum_load, alpha.value)};
                if (mu.value > 0.0) m.subject_to(lower(k, y, h), d.activity(k, y, h) >= mu * d.capacity(k, y));
            }
}

// A = sum_h w a: the year's activity, which fuels, costs, emissions and floors count by.
void write_yearly_output(lp::Model& m, const System& s, const Decisions& d) {
    auto yearly = m.constraints<MWh>("yearly_output", s.sites, s.years);
    for (const Site k : s.sites)
        for (const Year y : s.years)
            m.subject_to(yearly(k, y),
                d.output(k, y) == sum(s.snapshots, [&](Snapshot h) { return s.weight(h) * d.activity(k, y, h); }));
}

void add_to_balances(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    for (const Site k : s.sites) {
        const SiteData& site = s.site[k.at()];
        for (const Year y : s.years) {
            // (E1)  sum_p eta a
            for (const auto& [carrier, eta] : site.hourly)
                for (const Snapshot h : s.snapshots)
                    m.add_to(b.hourly(carrier, site.region, y, h), eta * d.activity(k, y, h));
            // (E2)  sum_p eta sum_h w a
            for (const auto& [market, eta] : site.yearly)
                m.add_to(b.yearly(market, y), Quantity<one / MWh>{eta} * d.output(k, y));
            // (E8)
            m.add_to(b.emissions(site.region, s.technology_of(site).sector, y),
                Quantity<tCO2_per_MWh>{-site.emission(y)} * d.output(k, y));
        }
    }
}

}  // namespace

void write_processes(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    write_stock(m, s, "site", s.sites, s.site, d.capacity, d.built, d.kept);
    write_limits(m, s, d, b);
    write_yearly_output(m, s, d);
    add_to_balances(m, s, d, b);
}

}  // namespace ecumene::planning
