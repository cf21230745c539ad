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

Labels link_labels(const System& s) {
    Labels labels;
    for (const auto& link : s.link) labels.push_back(link.id);
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
                 links = link_labels(s);
    const auto named = [&](auto block, std::vector<Labels> labels) {
        m.label_columns(std::move(labels));
        return block;
    };
    d.capacity = named(m.variables<MW>("capacity", {}, s.sites, s.years), {sites, years});
    d.built = named(m.variables<MW>("built", {}, s.sites, s.years), {sites, years});
    d.kept = named(m.variables<MW>("kept", {}, s.sites, s.years), {sites, years});
    d.activity = named(m.variables<MW>("activity", {}, s.sites, s.years, s.snapshots), {sites, years, hours});
    d.output = named(m.variables<MWh>("output", {}, s.sites, s.years), {sites, years});
    d.works_capacity = named(m.variables<tonne>("works_capacity", {}, s.works, s.years), {works, years});
    d.works_built = named(m.variables<tonne>("works_built", {}, s.works, s.years), {works, years});
    d.works_activity = named(m.variables<tonne>("works_activity", {}, s.works, s.years), {works, years});
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
    d.fuel_import = named(m.variables<MWh>("fuel_import", {}, s.fuels, s.years), {s.fuel_ids, years});
    d.material_import = named(m.variables<tonne>("material_import", {}, s.materials, s.years), {s.material_ids, years});
    d.emissions =
        named(m.variables<tCO2>("emissions", {-lp::infinity, lp::infinity}, s.regions, s.years), {regions, years});
    return d;
}

Balances add_balances(lp::Model& m, const System& s) {
    Balances b;
    const Labels years = year_labels(s), regions = region_labels(s);
    b.hourly = m.constraints<MW>("balance", s.hourly_carriers, s.regions, s.years, s.snapshots);
    m.label_rows({s.hourly_ids, regions, years, hour_labels(s)});
    b.fuel = m.constraints<MWh>("fuel_balance", s.fuels, s.years);
    m.label_rows({s.fuel_ids, years});
    b.material = m.constraints<tonne>("material_balance", s.materials, s.years);
    m.label_rows({s.material_ids, years});
    b.emissions = m.constraints<tCO2>("emissions", s.regions, s.years);
    m.label_rows({regions, years});
    b.activity_limit = m.constraints<MW>("activity_limit", s.sites, s.years, s.snapshots);
    m.label_rows({place_labels(s, s.site), years, hour_labels(s)});
    return b;
}

}  // namespace ecumene::planning
