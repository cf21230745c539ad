// Caps, floors and group limits a scenario asks for, and the people a plan is for.
#include <algorithm>

#include "planning/read_system.hpp"

namespace ecumene::planning {
namespace {

YearCurve curve_of(const std::map<int, double>& by_year) {
    YearCurve curve;
    for (const auto& [year, value] : by_year) curve.add(year, value);
    return curve;
}

// One account of a target: rows of one scope and region.
using Account = std::pair<std::string, std::string>;  // scope, region

// Rows of the chosen target by account, as absolute limits: a cut is taken off the account's own row of its base year.
std::map<Account, YearCurve> target_curves(System& system, const Reading& reading) {
    const Frame& t = reading.data.table("targets");
    std::map<Account, YearCurve> absolute, curves;
    const auto account = [&](std::size_t i) { return Account{t.text(i, "scope"), t.text(i, "region")}; };
    const auto is_cut = [&](std::size_t i) { return t.text(i, "unit") == "1"; };
    const auto is_chosen = [&](std::size_t i) { return t.text(i, "target") == reading.scenario.carbon_cap; };
    for (std::size_t i = 0; i < t.rows(); ++i)
        if (is_chosen(i) && !is_cut(i)) absolute[account(i)].add(t.number(i, "year"), t.number(i, "value"));
    curves = absolute;
    for (std::size_t i = 0; i < t.rows(); ++i) {
        if (!is_chosen(i) || !is_cut(i)) continue;
        const double base_year = t.number(i, "base_year");
        const double base = is_blank(base_year) ? blank : absolute[account(i)].given(base_year);
        if (is_blank(base))
            system.notes.error({.code = "cut_without_base",
                .file = "tables/targets.csv",
                .row = i + 2,
                .column = "base_year",
                .message =
                    compose("a cut of {} % has no amount to be taken from", {shortest(100.0 * t.number(i, "value"))}),
                .remedy = "name a base_year, and add the target's own row of that year with its amount"});
        else
            curves[account(i)].add(t.number(i, "year"), (1.0 - t.number(i, "value")) * base);
    }
    return curves;
}

// A cap binds from its first year on; before it, and before the scenario lets it, there is none.
CapData cap_of(const System& system, const Reading& reading, const YearCurve& curve, double share) {
    CapData cap;
    for (const int year : system.calendar) {
        const bool holds =
            !curve.empty() && year >= curve.first_year() && year >= reading.scenario.carbon_cap_first_year;
        cap.limit.push_back(holds ? curve.at(year) * share : unlimited);
    }
    cap.usual = std::max(0.0, curve.highest()) * share;
    return cap;
}

void read_carbon_caps(System& system, const Reading& reading) {
    auto curves = target_curves(system, reading);
    const YearCurve own = curve_of(reading.scenario.carbon_cap_values);
    const auto national = [&](const std::string& scope) { return curves.contains({scope, system.nation}); };
    // The headline is the limit of all sectors; a target of one sector alone is its own headline.
    std::string headline = "all";
    if (!national("all"))
        for (const auto& [account, curve] : curves)
            if (account.second == system.nation) headline = account.first;
    if (!own.empty()) curves[{headline, system.nation}] = own;
    const auto add = [&](const Account& account, const YearCurve& curve) {
        const bool is_national = account.second == system.nation;
        const int region = is_national ? -1 : region_position(system, account.second);
        const int sector = account.first == "all" ? -1 : position(system.sector_ids, account.first);
        // A region or a sector that is not planned has no limit here.
        if ((!is_national && region < 0) || (account.first != "all" && sector < 0)) return;
        CapData cap = cap_of(system, reading, curve, is_national ? system.share_of_nation : 1.0);
        cap.policy = account.first == headline ? "carbon_cap" : "carbon_cap:" + account.first;
        cap.region = Region{region};
        cap.sector = Sector{sector};
        system.caps.push_back(std::move(cap));
    };
    if (const auto first = curves.find({headline, system.nation}); first != curves.end())
        add(first->first, first->second);
    if (!system.caps.empty()) system.usual_emissions = system.caps.front().usual;
    for (const auto& [account, curve] : curves)
        if (account != Account{headline, system.nation}) add(account, curve);
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

void read_jobs_and_land(System& system, const Reading& reading) {
    const Frame& land = reading.data.table("land");
    for (std::size_t i = 0; i < land.rows(); ++i)
        system.land[{land.text(i, "region"), land.text(i, "class")}] = land.number(i, "value");
    system.adequacy_margin = reading.scenario.adequacy_margin;
    system.job_decline = reading.scenario.job_decline;
    for (const auto& sector : system.sector_ids) {
        const auto own = reading.scenario.job_decline_sectors.find(sector);
        system.job_decline_of.push_back(own == reading.scenario.job_decline_sectors.end() ? -1.0 : own->second);
    }
}

// The newest regional product there is, held for later years.
void read_gva(System& system, const Reading& reading) {
    const Frame& t = reading.data.table("gva");
    std::map<std::string, YearCurve> product;
    for (std::size_t i = 0; i < t.rows(); ++i)
        if (t.text(i, "industry") == "total" && t.text(i, "prices") == "nominal" && t.text(i, "measure") == "grdp")
            product[t.text(i, "region")].add(t.number(i, "year"), t.number(i, "value"));
    for (const Region r : system.regions) {
        const auto known = product.find(system.code(r));
        for (const int year : system.calendar)
            system.gva[system.code(r)].push_back(known == product.end() ? blank : known->second.at(year));
    }
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
    read_carbon_caps(system, reading);
    read_self_reliance(system, reading);
    read_link_groups(system, reading);
    read_population(system, reading);
    read_jobs_and_land(system, reading);
    read_gva(system, reading);
    system.unserved_limit = reading.scenario.unserved_limit;
}

}  // namespace ecumene::planning
