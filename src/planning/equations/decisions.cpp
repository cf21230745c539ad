#include "planning/equations/decisions.hpp"

#include <cmath>

namespace ecumene::planning {
namespace {

using Labels = std::vector<std::string>;

Labels region_labels(const System& s) {
    Labels labels;
    for (const auto& region : s.region_data) labels.push_back(region.code);
    return labels;
}

Labels year_labels(const System& s) {
    Labels labels;
    for (const int year : s.calendar) labels.push_back(std::to_string(year));
    return labels;
}

Labels hour_labels(const System& s) {
    Labels labels;
    for (const auto& snapshot : s.time.snapshots) labels.push_back("h" + std::to_string(snapshot.first_hour + 1));
    return labels;
}

template <class A>
Labels place_labels(const System& s, const std::vector<A>& assets) {
    Labels labels;
    for (const auto& asset : assets) labels.push_back(s.code(asset.region) + ":" + s.technology_of(asset).id);
    return labels;
}

template <class A>
Labels link_labels(const std::vector<A>& links) {
    Labels labels;
    for (const auto& link : links) labels.push_back(link.id);
    return labels;
}

Labels market_labels(const System& s) {
    Labels labels;
    for (const Market m : s.markets)
        labels.push_back(s.place_of(m) + ":" + s.yearly_ids[s.market[m.at()].carrier.at()]);
    return labels;
}

Labels pattern_labels(const System& s) {
    Labels labels;
    for (const auto& p : s.pattern)
        labels.push_back(s.code(p.region) + ":" + s.hourly_ids[p.carrier.at()] + ":" +
                         (p.series.empty() ? "flat" : p.series) + (p.component.empty() ? "" : ":" + p.component));
    return labels;
}

Labels cut_labels(const System& s) {
    Labels labels;
    for (const auto& step : s.cut_step) labels.push_back(step.component + std::to_string(step.step));
    return labels;
}

}  // namespace

Decisions add_decisions(lp::Model& m, const System& s) {
    Decisions d;
    const Labels years = year_labels(s), hours = hour_labels(s), regions = region_labels(s);
    const Labels sites = place_labels(s, s.site), depots = place_labels(s, s.depot), works = place_labels(s, s.work),
                 links = link_labels(s.link), routes = link_labels(s.route), markets = market_labels(s),
                 patterns = pattern_labels(s);
    const auto named = [&](auto block, std::vector<Labels> labels) {
        m.label_columns(std::move(labels));
        return block;
    };
    d.capacity = named(m.variables<MW>("capacity", {}, s.sites, s.years), {sites, years});
    d.built = named(m.variables<MW>("built", {}, s.sites, s.years), {sites, years});
    d.kept = named(m.variables<MW>("kept", {}, s.sites, s.years), {sites, years});
    d.activity = named(m.variables<MW>("activity", {}, s.sites, s.years, s.snapshots), {sites, years, hours});
    d.output = named(m.variables<MWh>("output", {}, s.sites, s.years), {sites, years});
    d.works_capacity = named(m.variables<one>("works_capacity", {}, s.works, s.years), {works, years});
    d.works_built = named(m.variables<one>("works_built", {}, s.works, s.years), {works, years});
    d.works_kept = named(m.variables<one>("works_kept", {}, s.works, s.years), {works, years});
    d.works_activity = named(m.variables<one>("works_activity", {}, s.works, s.years), {works, years});
    d.pattern_use =
        named(m.variables<MWh>("pattern_use", {-lp::infinity, lp::infinity}, s.patterns, s.years), {patterns, years});
    d.power = named(m.variables<MW>("store_power", {}, s.depots, s.years), {depots, years});
    d.power_built = named(m.variables<MW>("store_power_built", {}, s.depots, s.years), {depots, years});
    d.power_kept = named(m.variables<MW>("store_power_kept", {}, s.depots, s.years), {depots, years});
    d.energy = named(m.variables<MWh>("store_energy", {}, s.depots, s.years), {depots, years});
    d.energy_built = named(m.variables<MWh>("store_energy_built", {}, s.depots, s.years), {depots, years});
    d.charge = named(m.variables<MW>("charge", {}, s.depots, s.years, s.snapshots), {depots, years, hours});
    d.discharge = named(m.variables<MW>("discharge", {}, s.depots, s.years, s.snapshots), {depots, years, hours});
    d.level = named(m.variables<MWh>("level", {}, s.depots, s.years, s.snapshots), {depots, years, hours});
    d.season_level = named(m.variables<MWh>("season_level", {}, s.depots, s.years, s.runs), {depots, years, {}});
    d.season_top = named(m.variables<MWh>("season_top", {}, s.depots, s.years, s.periods), {depots, years, {}});
    d.season_bottom = named(m.variables<MWh>("season_bottom", {}, s.depots, s.years, s.periods), {depots, years, {}});
    d.link_capacity = named(m.variables<MW>("link_capacity", {}, s.links, s.years), {links, years});
    d.link_built = named(m.variables<MW>("link_built", {}, s.links, s.years), {links, years});
    d.forward = named(m.variables<MW>("forward", {}, s.links, s.years, s.snapshots), {links, years, hours});
    d.backward = named(m.variables<MW>("backward", {}, s.links, s.years, s.snapshots), {links, years, hours});
    d.route_capacity = named(m.variables<one>("route_capacity", {}, s.routes, s.years), {routes, years});
    d.route_built = named(m.variables<one>("route_built", {}, s.routes, s.years), {routes, years});
    d.route_forward = named(m.variables<one>("route_forward", {}, s.routes, s.years), {routes, years});
    d.route_backward = named(m.variables<one>("route_backward", {}, s.routes, s.years), {routes, years});
    d.unserved = named(m.variables<MW>("unserved", {}, s.hourly_carriers, s.regions, s.years, s.snapshots),
        {s.hourly_ids, regions, years, hours});
    d.imported = named(m.variables<MW>("imported", {}, s.hourly_carriers, s.regions, s.years, s.snapshots),
        {s.hourly_ids, regions, years, hours});
    d.shift_up = named(m.variables<MW>("shift_up", {}, s.hourly_carriers, s.regions, s.years, s.snapshots),
        {s.hourly_ids, regions, years, hours});
    d.shift_down = named(m.variables<MW>("shift_down", {}, s.hourly_carriers, s.regions, s.years, s.snapshots),
        {s.hourly_ids, regions, years, hours});
    d.cut = named(m.variables<MW>("cut", {}, s.cut_steps, s.regions, s.years, s.snapshots),
        {cut_labels(s), regions, years, hours});
    d.bought = named(m.variables<one>("bought", {}, s.markets, s.years), {markets, years});
    d.missing = named(m.variables<one>("missing", {}, s.markets, s.years), {markets, years});
    d.emissions = named(m.variables<tCO2>("emissions", {-lp::infinity, lp::infinity}, s.regions, s.sectors, s.years),
        {regions, s.sector_ids, years});
    d.jobs = named(m.variables<person>("jobs", {}, s.regions, s.has_jobs() ? s.sectors : Set<Sector>{}, s.years),
        {regions, s.sector_ids, years});
    d.firm = named(m.variables<MW>("firm", {}, s.adequacy_margin < 0.0 ? Set<Year>{} : s.years), {years});
    return d;
}

Balances add_balances(lp::Model& m, const System& s) {
    Balances b;
    const Labels years = year_labels(s), regions = region_labels(s);
    b.hourly = m.constraints<MW>("balance", s.hourly_carriers, s.regions, s.years, s.snapshots);
    m.label_rows({s.hourly_ids, regions, years, hour_labels(s)});
    b.yearly = m.constraints<one>("yearly_balance", s.markets, s.years);
    m.label_rows({market_labels(s), years});
    b.emissions = m.constraints<tCO2>("emissions", s.regions, s.sectors, s.years);
    m.label_rows({regions, s.sector_ids, years});
    b.activity_limit = m.constraints<MW>("activity_limit", s.sites, s.years, s.snapshots);
    m.label_rows({place_labels(s, s.site), years, hour_labels(s)});
    return b;
}

}  // namespace ecumene::planning
