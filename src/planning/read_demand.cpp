// Demand by carrier, region, year and snapshot, and how it may bend.
#include <algorithm>
#include <numeric>

#include "planning/read_system.hpp"

namespace ecumene::planning {
namespace {

struct DemandLine {
    std::string carrier, region, component, series;
    YearCurve yearly;  // MWh (t) per year
};

std::vector<DemandLine> demand_lines(const Reading& reading) {
    const Frame& t = reading.data.table("demand");
    std::map<std::vector<std::string>, DemandLine> lines;
    for (std::size_t i = 0; i < t.rows(); ++i) {
        if (t.text(i, "scenario") != reading.scenario.demand) continue;
        auto& line = lines[{t.text(i, "carrier"), t.text(i, "region"), t.text(i, "component")}];
        line.carrier = t.text(i, "carrier");
        line.region = t.text(i, "region");
        line.component = t.text(i, "component");
        line.series = t.text(i, "series");
        const double factor = scale_of(reading.scenario, "demand." + line.carrier) *
                              scale_of(reading.scenario, "demand." + line.carrier + "." + line.component);
        line.yearly.add(t.number(i, "year"), t.number(i, "value") * factor);
    }
    std::vector<DemandLine> list;
    for (auto& [key, line] : lines) list.push_back(std::move(line));
    return list;
}

// MW per yearly MWh in every snapshot; the weighted sum over the year is exactly one.
std::vector<double> snapshot_shape(const System& system, const Reading& reading, const DemandLine& line) {
    if (line.series.empty()) return std::vector<double>(system.time.snapshots.size(), 1.0 / hours_per_year);
    auto shape = system.time.average(reading.data.series(line.series).at(line.region));
    double total = 0.0;
    for (const Snapshot h : system.snapshots) total += system.weight(h).value * shape[h.at()];
    for (auto& v : shape) v /= total;
    return shape;
}

struct FlexibilityRow {
    std::string carrier, component, kind;
    int step{};
    YearCurve share, value;
};

std::vector<FlexibilityRow> flexibility_rows(System& system, const Reading& reading) {
    const Frame& t = reading.data.table("flexibility");
    std::map<std::vector<std::string>, FlexibilityRow> rows;
    for (std::size_t i = 0; i < t.rows(); ++i) {
        if (position(system.hourly_ids, t.text(i, "carrier")) < 0) {
            system.notes.error({.code = "flexibility_not_hourly",
                .file = "tables/flexibility.csv",
                .row = i + 2,
                .column = "carrier",
                .message =
                    compose("only demand by the hour can bend; '{}' is balanced by the year", {t.text(i, "carrier")}),
                .remedy = "remove the row"});
            continue;
        }
        auto& row =
            rows[{t.text(i, "carrier"), t.text(i, "component"), t.text(i, "kind"), shortest(t.number(i, "step"))}];
        row.carrier = t.text(i, "carrier");
        row.component = t.text(i, "component");
        row.kind = t.text(i, "kind");
        row.step = static_cast<int>(t.number(i, "step"));
        row.share.add(t.number(i, "year"), t.number(i, "share"));
        row.value.add(t.number(i, "year"), t.number(i, "value"));
    }
    std::vector<FlexibilityRow> list;
    for (auto& [key, row] : rows) list.push_back(std::move(row));
    return list;
}

void add_yearly_demand(
    std::vector<std::vector<double>>& by_carrier, int carrier, const System& system, const DemandLine& line) {
    for (const Year y : system.years)
        by_carrier[static_cast<std::size_t>(carrier)][y.at()] += line.yearly.at(system.calendar_year(y));
}

}  // namespace

std::vector<double> national_load(const System& system, const Reading& reading) {
    std::vector<double> load(hours_per_year, 0.0);
    for (const auto& line : demand_lines(reading)) {
        if (line.carrier != "electricity") continue;
        const double yearly = 0.5 * (line.yearly.at(system.calendar.front()) + line.yearly.at(system.calendar.back()));
        const std::vector<double> flat(hours_per_year, 1.0 / hours_per_year);
        const auto& shape = line.series.empty() ? flat : reading.data.series(line.series).at(line.region);
        for (std::size_t h = 0; h < hours_per_year; ++h) load[h] += yearly * shape[h];
    }
    return load;
}

void read_demand(System& system, const Reading& reading) {
    const auto flexibility = flexibility_rows(system, reading);
    for (const auto& row : flexibility) {
        if (row.kind != "cut") continue;
        CutStepData step{HourlyCarrier{position(system.hourly_ids, row.carrier)}, row.component, row.step, {}};
        for (const Year y : system.years) step.value.push_back(row.value.at(system.calendar_year(y)));
        system.cut_step.push_back(std::move(step));
    }
    system.cut_steps = Set<CutStep>(system.cut_step.size());
    system.demand = Table<MW, HourlyCarrier, Region, Year, Snapshot>(
        system.hourly_carriers, system.regions, system.years, system.snapshots);
    system.shiftable = system.demand;
    system.cuttable =
        Table<MW, CutStep, Region, Year, Snapshot>(system.cut_steps, system.regions, system.years, system.snapshots);
    system.shift_cost = Table<MKRW_per_MWh, HourlyCarrier, Year>(system.hourly_carriers, system.years);
    system.fuel_demand.assign(system.fuel_ids.size(), std::vector<double>(system.calendar.size()));
    system.material_demand.assign(system.material_ids.size(), std::vector<double>(system.calendar.size()));

    for (const auto& line : demand_lines(reading)) {
        const int region = region_position(system, line.region);
        if (region < 0) continue;
        const int carrier = position(system.hourly_ids, line.carrier);
        if (const int f = position(system.fuel_ids, line.carrier); f >= 0)
            add_yearly_demand(system.fuel_demand, f, system, line);
        if (const int m = position(system.material_ids, line.carrier); m >= 0)
            add_yearly_demand(system.material_demand, m, system, line);
        if (carrier < 0) continue;
        const HourlyCarrier c{carrier};
        const Region r{region};
        const auto shape = snapshot_shape(system, reading, line);
        for (const Year y : system.years) {
            const int year = system.calendar_year(y);
            const double yearly = line.yearly.at(year);
            for (const Snapshot h : system.snapshots) system.demand.add(c, r, y, h, {yearly * shape[h.at()]});
            CutStep next{0};
            for (const auto& row : flexibility) {
                const bool is_cut = row.kind == "cut";
                const CutStep step = next;
                if (is_cut) ++next.pos;
                if (row.carrier != line.carrier || row.component != line.component) continue;
                const double share = row.share.at(year);
                for (const Snapshot h : system.snapshots) {
                    const Quantity<MW> part{share * yearly * shape[h.at()]};
                    if (is_cut)
                        system.cuttable.add(step, r, y, h, part);
                    else
                        system.shiftable.add(c, r, y, h, part);
                }
                if (!is_cut) system.shift_cost.set(c, y, {std::max(system.shift_cost(c, y).value, row.value.at(year))});
            }
        }
    }
}

}  // namespace ecumene::planning
