// (E1)  sum_n,h w unserved <= rho sum_n,h w D: a plan that leaves more than this share unserved is no plan
#include "planning/policies/policies.hpp"

namespace ecumene::planning {

void write_unserved_limit(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    auto rows = m.constraints<MWh>("unserved_limit", s.hourly_carriers, s.years);
    for (const HourlyCarrier c : s.hourly_carriers)
        for (const Year y : s.years) {
            Quantity<MWh> demand;
            for (const Region r : s.regions)
                for (const Snapshot h : s.snapshots) demand += s.weight(h) * s.demand(c, r, y, h);
            if (demand.value <= 0.0) continue;
            const Quantity<MWh> limit = s.unserved_limit * demand;
            m.subject_to(rows(c, y), sum(s.regions, s.snapshots, [&](Region r, Snapshot h) {
                return s.weight(h) * d.unserved(c, r, y, h);
            }) <= limit);
            policies.rows.push_back({.policy = "unserved_limit:" + s.hourly_ids[c.at()],
                .region = s.nation,
                .year = s.calendar_year(y),
                .limit = limit.value,
                .unit = "MWh",
                .row = rows(c, y).row,
                .per_year = s.discount[y.at()],
                .is_reliability = true});
        }
}

}  // namespace ecumene::planning
