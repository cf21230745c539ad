// (E7)  the flows of a group of links in one direction stay within the limit of their security
#include <cmath>

#include "planning/policies/policies.hpp"

namespace ecumene::planning {

void write_link_groups(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    auto limit = m.constraints<MW>("link_group", s.link_groups, s.years, s.snapshots);
    for (const LinkGroup g : s.link_groups) {
        const LinkGroupData& group = s.link_group[g.at()];
        for (const Year y : s.years) {
            if (!std::isfinite(group.limit[y.at()])) continue;
            for (const Snapshot h : s.snapshots) {
                m.subject_to(
                    limit(g, y, h), sum(group.forward, [&](Link l) { return 1.0 * d.forward(l, y, h); }) +
                                            sum(group.backward, [&](Link l) { return 1.0 * d.backward(l, y, h); }) <=
                                        Quantity<MW>{group.limit[y.at()]});
                policies.rows.push_back({.policy = "link_group:" + group.id,
                    .region = s.nation,
                    .year = s.calendar_year(y),
                    .limit = group.limit[y.at()],
                    .unit = "MW",
                    .row = limit(g, y, h).row,
                    .per_year = s.discount[y.at()]});
            }
        }
    }
}

}  // namespace ecumene::planning
