// (E5)  sum_n B_pny <= L_y pace_p: what a nation can build between two milestones;  B_pny <= L_y pace_pn: what a region can
#include <algorithm>

#include "planning/policies/policies.hpp"

namespace ecumene::planning {
namespace {

// The builds of one technology in one year, whatever it is: a block of rows in the unit of its capacity.
template <Dim D, class A>
void write_pace(lp::Model& m, const System& s, const std::string& technology, const std::vector<double>& pace,
    Set<A> assets, const auto& data, const lp::Variables<D, A, Year>& built, const auto& unit_of, Policies& policies) {
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
            .unit = unit_of(data[members.front().at()]),
            .row = rows(y).row,
            .per_year = 1.0,
            .usual = usual});
    }
}

template <Dim D, class A>
void write_regional_pace(lp::Model& m, const System& s, const std::string& name, Set<A> assets, const auto& data,
    const lp::Variables<D, A, Year>& built, const auto& unit_of, Policies& policies) {
    auto rows = m.template constraints<D>(name, assets, s.years);
    for (const A a : assets) {
        const auto& asset = data[a.at()];
        if (asset.pace.empty()) continue;
        for (const Year y : s.years) {
            if (!asset.can_build[y.at()]) continue;
            const Quantity<D> limit{asset.pace[y.at()] * s.build_window[y.at()]};
            m.subject_to(rows(a, y), 1.0 * built(a, y) <= limit);
            policies.rows.push_back({.policy = "build_pace:" + s.technology_of(asset).id,
                .region = s.code(asset.region),
                .year = s.calendar_year(y),
                .limit = limit.value,
                .unit = unit_of(asset),
                .row = rows(a, y).row,
                .usual = limit.value});
        }
    }
}

}  // namespace

void write_build_pace(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    const auto megawatt = [](const Asset&) { return std::string("MW"); };
    const auto of_works = [&](const WorksData& works) { return s.capacity_unit_of(works); };
    for (const auto& [technology, pace] : s.build_pace) {
        write_pace(m, s, technology, pace, s.sites, s.site, d.built, megawatt, policies);
        write_pace(m, s, technology, pace, s.depots, s.depot, d.power_built, megawatt, policies);
        write_pace(m, s, technology, pace, s.works, s.work, d.works_built, of_works, policies);
    }
    write_regional_pace(m, s, "regional_pace", s.sites, s.site, d.built, megawatt, policies);
    write_regional_pace(m, s, "regional_store_pace", s.depots, s.depot, d.power_built, megawatt, policies);
    write_regional_pace(m, s, "regional_works_pace", s.works, s.work, d.works_built, of_works, policies);
}

}  // namespace ecumene::planning
