// Demand by carrier, region, year and snapshot, and how it may bend.
#include <algorithm>
#include <numeric>

#include "planning/read_system.hpp"

namespace ecumene::planning {
namespace {

struct DemandLine {
    std::string carrier, region, component, series;
    YearCurve yearly;  // units per year
};

// People of one projection by region; history where the projection does not speak.
std::map<std::string, YearCurve> people(const Reading& reading, const std::string& projection) {
    const Frame& t = reading.data.table("population");
    std::map<std::string, YearCurve> curves;
    for (const std::string& scenario : {std::string("history"), projection})
        for (std::size_t i = 0; i < t.rows(); ++i)
            if (t.text(i, "scenario") == scenario)
                curves[t.text(i, "region")].add(t.number(i, "year"), t.number(i, "value"));
    return curves;
}

// What follows population moves with the scenario's people over those the demand was made for.
class Followers {
public:
    explicit Followers(const Reading& reading)
        : now_(people(reading, reading.scenario.population)),
          made_for_(people(reading, reading.scenario.demand_population)) {}

    double factor(const std::string& follows, const std::string& region, int year) const {
        if (follows.empty()) return 1.0;
        const auto now = now_.find(region), before = made_for_.find(region);
        return now == now_.end() || before == made_for_.end() ? 1.0 : now->second.at(year) / before->second.at(year);
    }

private:
    std::map<std::string, YearCurve> now_, made_for_;
};

std::vector<DemandLine> demand_lines(const System& system, const Reading& reading) {
    const Frame& t = reading.data.table("demand");
    const Followers followers(reading);
    std::map<std::vector<std::string>, DemandLine> lines;
    std::map<std::vector<std::string>, std::string> follows;
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
        if (!t.text(i, "follows").empty()) follows[{line.carrier, line.region, line.component}] = t.text(i, "follows");
    }
    for (const auto& [key, what] : follows) {
        DemandLine& line = lines[key];
        YearCurve moved;  // read at the milestones alone: elsewhere it is not asked for
        for (const int year : system.calendar)
            moved.add(year, line.yearly.at(year) * followers.factor(what, line.region, year));
        line.yearly = std::move(moved);
    }
    std::vector<DemandLine> list;
    for (auto& [key, line] : lines) list.push_back(std::move(line));
    return list;
}

struct FlexibilityRow {
    std::string carrier, component, kind;
    int step{};
    YearCurve share, room, value;
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
        if (!is_blank(t.number(i, "room"))) row.room.add(t.number(i, "year"), t.number(i, "room"));
        row.value.add(t.number(i, "year"), t.number(i, "value"));
    }
    std::vector<FlexibilityRow> list;
    for (auto& [key, row] : rows) list.push_back(std::move(row));
    return list;
}

void add_yearly_demand(System& system, YearlyCarrier c, Region r, const DemandLine& line) {
    YearlyCarrierData& carrier = system.yearly[c.at()];
    const bool is_burnt_unseen = carrier.unit == "MWh" && carrier.carbon > 0.0;
    if (is_burnt_unseen)
        system.notes.error({.code = "carbon_may_vanish",
            .file = "tables/demand.csv",
            .column = "carrier",
            .message = compose(
                "'{}' holds carbon: where it is burnt for '{}' nobody would count it", {carrier.id, line.component}),
            .remedy = "add a process that burns it, and demand what that makes"});
    for (const Year y : system.years) {
        const double amount = line.yearly.at(system.calendar_year(y));
        carrier.demand[r.at()][y.at()] += amount;
        system.market[system.market_of(c, r).at()].demand[y.at()] += amount;
    }
}

// Works whose load bends: their patterns take over what flexibility.csv says of the technology.
void bend_patterns(System& system, const std::vector<FlexibilityRow>& rows) {
    for (auto& pattern : system.pattern) {
        pattern.shift_share.assign(system.calendar.size(), 0.0);
        pattern.room.assign(system.calendar.size(), blank);
        for (const auto& row : rows) {
            if (row.kind != "shift" || row.component != pattern.component) continue;
            if (row.carrier != system.hourly_ids[pattern.carrier.at()]) continue;
            for (const Year y : system.years) {
                const int year = system.calendar_year(y);
                pattern.shift_share[y.at()] = row.share.at(year);
                pattern.room[y.at()] = row.room.at(year);
                system.shift_cost.set(
                    pattern.carrier, y, {std::max(system.shift_cost(pattern.carrier, y).value, row.value.at(year))});
            }
        }
    }
}

}  // namespace

std::vector<double> snapshot_shape(
    const System& system, const Reading& reading, const std::string& series, const std::string& region) {
    if (series.empty()) return std::vector<double>(system.time.snapshots.size(), 1.0 / hours_per_year);
    auto shape = system.time.average(reading.data.series(series).at(region));
    double total = 0.0;
    for (const Snapshot h : system.snapshots) total += system.weight(h).value * shape[h.at()];
    for (auto& v : shape) v /= total;
    return shape;
}

std::vector<double> national_load(const System& system, const Reading& reading) {
    std::vector<double> load(hours_per_year, 0.0);
    for (const auto& line : demand_lines(system, reading)) {
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
    bend_patterns(system, flexibility);

    for (const auto& line : demand_lines(system, reading)) {
        const int region = region_position(system, line.region);
        if (region < 0) continue;
        const int carrier = position(system.hourly_ids, line.carrier);
        if (const int c = position(system.yearly_ids, line.carrier); c >= 0)
            add_yearly_demand(system, YearlyCarrier{c}, Region{region}, line);
        if (carrier < 0) continue;
        const HourlyCarrier c{carrier};
        const Region r{region};
        const auto shape = snapshot_shape(system, reading, line.series, line.region);
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
