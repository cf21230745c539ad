// Caps, floors and group limits a scenario asks for, and the people a plan is for.
#include <algorithm>
#include <limits>

#include "planning/read_system.hpp"

namespace ecumene::planning {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

YearCurve curve_of(const std::map<int, double>& by_year) {
    YearCurve curve;
    for (const auto& [year, value] : by_year) curve.add(year, value);
    return curve;
}

YearCurve target_of_nation(const System& system, const Reading& reading) {
    YearCurve target;
    const Frame& t = reading.data.table("targets");
    for (std::size_t i = 0; i < t.rows(); ++i)
        if (t.text(i, "target") == reading.scenario.carbon_cap && t.text(i, "region") == system.nation)
            target.add(t.number(i, "year"), t.number(i, "value"));
    return target;
}

void read_carbon_cap(System& system, const Reading& reading) {
    const YearCurve target = target_of_nation(system, reading), own = curve_of(reading.scenario.carbon_cap_values);
    const YearCurve& cap = own.empty() ? target : own;
    for (const Year y : system.years) {
        const int year = system.calendar_year(y);
        // A cap binds from its first year on; before it there is none.
        const bool holds = !cap.empty() && year >= cap.first_year();
        system.carbon_cap.push_back(holds ? cap.at(year) * system.share_of_nation : unlimited);
    }
    for (const YearCurve* curve : {&target, &own})
        system.usual_emissions = std::max(system.usual_emissions, curve->highest() * system.share_of_nation);
    system.carbon_budget =
        reading.scenario.carbon_budget < 0.0 ? unlimited : reading.scenario.carbon_budget * system.share_of_nation;
}

void read_self_reliance(System& system, const Reading& reading) {
    system.self_reliance = Table<one, Region, Year>(system.regions, system.years);
    const YearCurve everywhere = curve_of(reading.scenario.self_reliance);
    for (const Region r : system.regions) {
        const auto own = reading.scenario.self_reliance_regions.find(system.code(r));
        const YearCurve floor =
            own == reading.scenario.self_reliance_regions.end() ? everywhere : curve_of(own->second);
        for (const Year y : system.years) {
            const int year = system.calendar_year(y);
            const bool holds = !floor.empty() && year >= floor.first_year();
            system.self_reliance.set(r, y, {holds ? floor.at(year) : -1.0});
        }
    }
}

Link link_named(const System& system, const std::string& id) {
    for (const Link l : system.links)
        if (system.link[l.at()].id == id) return l;
    return Link{-1};
}

void read_link_groups(System& system, const Reading& reading) {
    const Frame& members = reading.data.table("link_groups");
    const Frame& limits = reading.data.table("link_group_limits");
    for (std::size_t i = 0; i < limits.rows(); ++i) {
        const auto& id = limits.text(i, "link_group");
        const bool is_known = std::any_of(
            system.link_group.begin(), system.link_group.end(), [&](const LinkGroupData& g) { return g.id == id; });
        if (is_known) continue;
        LinkGroupData group;
        group.id = id;
        group.name = {limits.text(i, "name_en"), limits.text(i, "name_ko")};
        for (std::size_t k = 0; k < members.rows(); ++k) {
            const Link l = link_named(system, members.text(k, "link"));
            if (members.text(k, "link_group") != id || l.pos < 0) continue;
            (members.text(k, "direction") == "forward" ? group.forward : group.backward).push_back(l);
        }
        if (group.forward.empty() && group.backward.empty()) continue;
        // A limit holds from its year on, until the next one.
        for (const Year y : system.years) {
            double latest = -unlimited, limit = unlimited;
            for (std::size_t k = 0; k < limits.rows(); ++k) {
                const double from = limits.number(k, "year");
                if (limits.text(k, "link_group") != id || from > system.calendar_year(y) || from < latest) continue;
                latest = from;
                limit = limits.number(k, "value");
            }
            group.limit.push_back(limit);
        }
        system.link_group.push_back(std::move(group));
    }
    system.link_groups = Set<LinkGroup>(system.link_group.size());
}

void read_population(System& system, const Reading& reading) {
    const Frame& t = reading.data.table("population");
    std::map<std::string, YearCurve> people;
    // History first, then the projection on top of it where both speak.
    for (const std::string& scenario : {std::string("history"), reading.scenario.population})
        for (std::size_t i = 0; i < t.rows(); ++i)
            if (t.text(i, "scenario") == scenario)
                people[t.text(i, "region")].add(t.number(i, "year"), t.number(i, "value"));
    for (const Region r : system.regions) {
        const auto known = people.find(system.code(r));
        for (const Year y : system.years)
            system.population[system.code(r)].push_back(
                known == people.end() ? blank : known->second.at(system.calendar_year(y)));
    }
}

}  // namespace

void read_policies(System& system, const Reading& reading) {
    read_carbon_cap(system, reading);
    read_self_reliance(system, reading);
    read_link_groups(system, reading);
    read_population(system, reading);
    system.unserved_limit = reading.scenario.unserved_limit;
}

}  // namespace ecumene::planning
