// (E9)  sum_h w clean generation >= sigma sum_h w demand, demand including electrolysis and other uses by processes
#include "planning/policies/policies.hpp"

namespace ecumene::planning {

void write_self_reliance(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    auto floor = m.constraints<MWh>("self_reliance", s.regions, s.years);
    for (const Region r : s.regions)
        for (const Year y : s.years) {
            const Quantity<one> sigma = s.self_reliance(r, y);
            if (sigma.value < 0.0) continue;
            for (const Site k : s.sites) {
                const SiteData& site = s.site[k.at()];
                if (site.region != r) continue;
                for (const auto& [carrier, eta] : site.hourly) {
                    if (carrier != s.electricity) continue;
                    if (eta > 0.0 && s.technology_of(site).clean) m.add_to(floor(r, y), eta * d.output(k, y));
                    if (eta < 0.0) m.add_to(floor(r, y), eta * (sigma * d.output(k, y)));
                }
            }
            for (const Works w : s.works) {
                const WorksData& works = s.work[w.at()];
                if (works.region != r) continue;
                for (const auto& [pattern, eta] : works.hourly) {
                    if (s.pattern[pattern.at()].carrier != s.electricity) continue;
                    if (eta > 0.0 && s.technology_of(works).clean)
                        m.add_to(floor(r, y), Quantity<MWh>{eta} * d.works_activity(w, y));
                    if (eta < 0.0) m.add_to(floor(r, y), Quantity<MWh>{eta} * (sigma * d.works_activity(w, y)));
                }
            }
            Quantity<MWh> demand;
            for (const Snapshot h : s.snapshots) demand += s.weight(h) * s.demand(s.electricity, r, y, h);
            m.set_bounds(floor(r, y), sigma * demand, Quantity<MWh>{lp::infinity});
            policies.rows.push_back({.policy = "self_reliance",
                .region = s.code(r),
                .year = s.calendar_year(y),
                .limit = (sigma * demand).value,
                .unit = "MWh",
                .row = floor(r, y).row,
                .per_year = s.discount[y.at()],
                .is_floor = true});
        }
}

}  // namespace ecumene::planning
