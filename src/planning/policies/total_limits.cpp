// (E6)  a store that only fills: what works put away over all years stays within its volume, Sum_y L_y A <= limit
#include <cmath>
#include <map>
#include <vector>

#include "planning/policies/policies.hpp"

namespace ecumene::planning {

void write_total_limits(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    std::map<std::size_t, std::vector<Works>> by_technology;
    for (const Works w : s.works)
        if (std::isfinite(s.work[w.at()].total_limit)) by_technology[s.work[w.at()].technology].push_back(w);
    for (const auto& [technology, members] : by_technology) {
        const std::string name = "total_limit:" + s.technologies[technology].id;
        const double limit = s.work[members.front().at()].total_limit;
        const auto row = m.constraints<one>(name, Set<Index<struct OneTag>>(1))({});
        m.subject_to(row, sum(s.years, members, [&](Year y, Works w) {
            return s.period_years[y.at()] * d.works_activity(w, y);
        }) <= Quantity<one>{limit});
        policies.rows.push_back({.policy = name,
            .region = s.nation,
            .year = 0,
            .limit = limit,
            .unit = s.unit_of(s.work[members.front().at()]),
            .row = row.row});
    }
}

}  // namespace ecumene::planning
