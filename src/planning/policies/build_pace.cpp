// (E5)  sum_n B_pny <= L_y pace_p: what a nation can build between two milestones
#include <algorithm>

#include "planning/policies/policies.hpp"

namespace ecumene::planning {
namespace {

// The builds of one technology in one year, whatever it is: a block of rows in the unit of its capacity.
template <Dim D, class A>
void write_pace(lp::Model& m, const System& s, const std::string& technology, const std::vector<double>& pace,
    Set<A> assets, const auto& data, const lp::Variables<D, A, Year>& built, const char* unit, Policies& policies) {
    const auto is_member = [&](A a, Year y) {
        return s.technology_of(data[a.at()]).id == technology && data[a.at()].can_build[y.at()];
    };
    std::vector<A> members;
    for (const A a : assets)
        if (s.technology_of(data[a.at()]).id == technology) members.push_back(a);
    if (members.empty()) return;
    auto rows = m.template constraints<D>("build_pace:" + technology, s.years);
    double usual = 0.0;
    for (const Year y : s.years) usual = std::max(usual, pace[y.at()] * s.build_window[y.at()]);
    for (const Year y : s.years) {
        bool any = false;
        for (const A a : members) any = any || is_member(a, y);
        if (!any) continue;
        const Quantity<D> limit{pace[y.at()] * s.build_window[y.at()]};
        m.subject_to(rows(y), sum(members, [&](A a) { return when(is_member(a, y), 1.0 * built(a, y)); }) <= limit);
        policies.rows.push_back({.policy = "build_pace:" + technology,
            .region = s.nation,
            .year = s.calendar_year(y),
            .limit = limit.value,
            .unit = unit,
            .row = rows(y).row,
            .per_year = 1.0,
            .usual = usual});
    }
}

}  // namespace

void write_build_pace(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    for (const auto& [technology, pace] : s.build_pace) {
        write_pace(m, s, technology, pace, s.sites, s.site, d.built, "MW", policies);
        write_pace(m, s, technology, pace, s.depots, s.depot, d.power_built, "MW", policies);
        write_pace(m, s, technology, pace, s.works, s.work, d.works_built, "t/year", policies);
    }
}

}  // namespace ecumene::planning
