// (E5)  sum_n B_pny <= L_y pace_p: what a nation can build between two milestones
#include "planning/policies/policies.hpp"

namespace ecumene::planning {

void write_build_pace(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    for (const auto& [technology, pace] : s.build_pace) {
        auto rows = m.constraints<MW>("build_pace:" + technology, s.years);
        for (const Year y : s.years) {
            bool any = false;
            for (const Site k : s.sites)
                if (s.technology_of(s.site[k.at()]).id == technology && s.site[k.at()].can_build[y.at()]) {
                    m.add_to(rows(y), 1.0 * d.built(k, y));
                    any = true;
                }
            for (const Depot k : s.depots)
                if (s.technology_of(s.depot[k.at()]).id == technology && s.depot[k.at()].can_build[y.at()]) {
                    m.add_to(rows(y), 1.0 * d.power_built(k, y));
                    any = true;
                }
            if (!any) continue;
            const Quantity<MW> limit{pace[y.at()] * s.build_window[y.at()]};
            m.set_bounds(rows(y), Quantity<MW>{-lp::infinity}, limit);
            policies.rows.push_back({.policy = "build_pace:" + technology, .region = s.nation, .year = s.calendar_year(y), .limit = limit.value,
                .unit = "MW", .row = rows(y).row, .per_year = 1.0});
        }
    }
}

}  // namespace ecumene::planning
