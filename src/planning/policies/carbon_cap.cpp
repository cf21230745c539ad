// (E8)  sum_n epsilon_ny <= cap_y;  sum_y L_y sum_n epsilon_ny <= budget
#include <cmath>
#include <numeric>

#include "planning/policies/policies.hpp"

namespace ecumene::planning {

void write_carbon_cap(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    auto cap = m.constraints<tCO2>("carbon_cap", s.years);
    for (const Year y : s.years) {
        if (!std::isfinite(s.carbon_cap[y.at()])) continue;
        m.subject_to(cap(y),
            sum(s.regions, [&](Region r) { return 1.0 * d.emissions(r, y); }) <= Quantity<tCO2>{s.carbon_cap[y.at()]});
        policies.rows.push_back({.policy = "carbon_cap",
            .region = s.nation,
            .year = s.calendar_year(y),
            .limit = s.carbon_cap[y.at()],
            .unit = "tCO2eq",
            .row = cap(y).row,
            .per_year = s.discount[y.at()],
            .usual = s.usual_emissions});
    }
    if (!std::isfinite(s.carbon_budget)) return;
    auto budget = m.constraints<tCO2>("carbon_budget", Set<Index<struct OneTag>>(1));
    const auto row = budget({});
    m.subject_to(row, sum(s.years, s.regions, [&](Year y, Region r) {
        return s.period_years[y.at()] * d.emissions(r, y);
    }) <= Quantity<tCO2>{s.carbon_budget});
    policies.rows.push_back({.policy = "carbon_budget",
        .region = s.nation,
        .year = 0,
        .limit = s.carbon_budget,
        .unit = "tCO2eq",
        .row = row.row,
        .usual = s.usual_emissions * std::accumulate(s.period_years.begin(), s.period_years.end(), 0.0)});
}

}  // namespace ecumene::planning
