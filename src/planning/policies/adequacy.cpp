// (E10)  sum_p credit_p K_py >= (1 + m) (load that cannot be put off) in every snapshot
//
// Load is fixed demand and what works take, less what may be moved within the day. Processes that take electricity by the
// hour (electrolysers, heat pumps of district heat) can stand back and do not count.
#include "planning/policies/policies.hpp"

namespace ecumene::planning {
namespace {

void write_firm_capacity(lp::Model& m, const System& s, const Decisions& d) {
    auto firm = m.constraints<MW>("firm_capacity", s.years);
    for (const Year y : s.years) {
        m.add_to(firm(y), 1.0 * d.firm(y));
        m.set_bounds(firm(y), Quantity<MW>{0.0}, Quantity<MW>{0.0});
        for (const Site k : s.sites) {
            const SiteData& site = s.site[k.at()];
            for (const auto& [carrier, eta] : site.hourly)
                if (carrier == s.electricity && eta > 0.0)
                    m.add_to(firm(y), (-eta * site.capacity_credit) * d.capacity(k, y));
        }
        for (const Depot k : s.depots)
            if (s.depot[k.at()].carrier == s.electricity)
                m.add_to(firm(y), -s.depot[k.at()].capacity_credit * d.power(k, y));
    }
}

}  // namespace

void write_adequacy(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    if (s.adequacy_margin < 0.0) return;
    write_firm_capacity(m, s, d);
    const double times = 1.0 + s.adequacy_margin;
    auto rows = m.constraints<MW>("adequacy", s.years, s.snapshots);
    for (const Year y : s.years) {
        // What stands in the year after the base year is data: it is as adequate as it is.
        if (s.calendar_year(y) <= s.base_year + 1) continue;
        for (const Snapshot h : s.snapshots) {
            Quantity<MW> fixed;
            for (const Region r : s.regions)
                fixed += s.demand(s.electricity, r, y, h) - s.shiftable(s.electricity, r, y, h);
            const auto row = rows(y, h);
            m.add_to(row, 1.0 * d.firm(y));
            PolicyRow policy{.policy = "adequacy",
                .region = s.nation,
                .year = s.calendar_year(y),
                .limit = times * fixed.value,
                .unit = "MW",
                .row = row.row,
                .per_year = s.discount[y.at()],
                .is_floor = true};
            for (const Pattern p : s.patterns) {
                const PatternData& pattern = s.pattern[p.at()];
                if (pattern.carrier != s.electricity) continue;
                const double load = times * (1.0 - pattern.shift_share[y.at()]) * pattern.shape[h.at()];
                m.add_to(row, Quantity<inverse(hour)>{-load} * d.pattern_use(p, y));
                policy.moving_limit.emplace_back(d.pattern_use(p, y).column, load);
            }
            m.set_bounds(row, times * fixed, Quantity<MW>{lp::infinity});
            policies.rows.push_back(std::move(policy));
        }
    }
}

}  // namespace ecumene::planning
