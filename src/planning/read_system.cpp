#include "planning/read_system.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace ecumene::planning {
namespace {

void require_tables(const dataset::Dataset& data) {
    Findings findings;
    for (const char* table : {"carriers", "technologies", "conversions", "technology_values", "demand"})
        if (!data.has(table) || data.table(table).rows() == 0)
            findings.error({.code = "table_missing_for_plan",
                .file = table,
                .message = compose("a plan needs the table '{}'", {table}),
                .remedy = "add it; `ecumene check` lists its columns"});
    findings.raise_if_errors();
}

void read_years(System& system, const dataset::Scenario& scenario) {
    system.calendar = scenario.years;
    system.years = Set<Year>(scenario.years.size());
    const std::size_t n = scenario.years.size();
    for (std::size_t i = 0; i < n; ++i) {
        // The last milestone stands for as long as the one before it.
        const int length = i + 1 < n ? scenario.years[i + 1] - scenario.years[i]
                           : n > 1   ? scenario.years[i] - scenario.years[i - 1]
                                     : 1;
        system.period_years.push_back(length);
        system.build_window.push_back(scenario.years[i] - (i > 0 ? scenario.years[i - 1] : system.base_year));
        double discount = 0.0;
        for (int t = 0; t < length; ++t)
            discount += std::pow(1.0 + scenario.discount_rate, -(scenario.years[i] + t - scenario.years.front()));
        system.discount.push_back(discount);
    }
}

double demand_in(const dataset::Dataset& data, const dataset::Scenario& scenario, int year) {
    const Frame& demand = data.table("demand");
    std::map<std::pair<std::string, std::string>, YearCurve> curves;
    for (std::size_t i = 0; i < demand.rows(); ++i)
        if (demand.text(i, "scenario") == scenario.demand && demand.text(i, "carrier") == "electricity")
            curves[{demand.text(i, "region"), demand.text(i, "component")}].add(
                demand.number(i, "year"), demand.number(i, "value"));
    double total = 0.0;
    for (const auto& [key, curve] : curves) total += curve.at(year);
    return total;
}

// A series need not speak for every region: offshore wind has no inland column.
std::vector<double> mean_over_regions(const dataset::Series& series, const std::vector<dataset::Region>& regions) {
    std::vector<double> mean(hours_per_year, 0.0);
    double counted = 0.0;
    for (const auto& region : regions) {
        if (!series.by_region.contains(region.code) && !series.by_region.contains("all")) continue;
        const auto& hourly = series.at(region.code);
        for (std::size_t h = 0; h < hours_per_year; ++h) mean[h] += hourly[h];
        counted += 1.0;
    }
    if (counted > 0.0)
        for (auto& value : mean) value /= counted;
    return mean;
}

void add_prices(const Frame& imports, const dataset::Scenario& scenario, const System& system,
    const std::string& carrier, std::vector<double>& price, std::vector<double>& limit, std::vector<double>& embodied) {
    YearCurve prices, limits, abroad;
    for (std::size_t i = 0; i < imports.rows(); ++i) {
        if (imports.text(i, "carrier") != carrier) continue;
        const auto& quantity = imports.text(i, "quantity");
        (quantity == "price"      ? prices
            : quantity == "limit" ? limits
                                  : abroad)
            .add(imports.number(i, "year"), imports.number(i, "value"));
    }
    for (const Year y : system.years) {
        const int year = system.calendar_year(y);
        price.push_back(prices.empty() ? blank : prices.at(year) * scale_of(scenario, "imports." + carrier + ".price"));
        limit.push_back(limits.empty() ? unlimited
                                       : limits.at(year) * scale_of(scenario, "imports." + carrier + ".limit") *
                                             system.share_of_nation);
        embodied.push_back(abroad.empty() ? 0.0 : abroad.at(year));
    }
}

// Carbon that balances nowhere would vanish: nothing that holds it may be thrown away.
void forbid_losing_carbon(System& system, const Frame& carriers, std::size_t row) {
    if (carriers.text(row, "balance") != "at_least" || !(carriers.number(row, "carbon") > 0.0)) return;
    system.notes.error({.code = "carbon_may_vanish",
        .file = "tables/carriers.csv",
        .row = row + 2,
        .column = "balance",
        .message = compose("'{}' holds carbon and may not be thrown away", {carriers.text(row, "carrier")}),
        .remedy = "write equal"});
}

// Carriers that technologies of the planned sectors touch; all of them where no sector is named.
std::set<std::string> touched_carriers(const Reading& reading) {
    std::set<std::string> touched, technologies;
    const auto& wanted = reading.scenario.sectors;
    const Frame& t = reading.data.table("technologies");
    for (std::size_t i = 0; i < t.rows(); ++i) {
        const auto& sector = t.text(i, "sector");
        if (std::find(wanted.begin(), wanted.end(), sector.empty() ? "power" : sector) == wanted.end()) continue;
        technologies.insert(t.text(i, "technology"));
        touched.insert(t.text(i, "carrier"));
    }
    const Frame& conversions = reading.data.table("conversions");
    for (std::size_t i = 0; i < conversions.rows(); ++i)
        if (technologies.contains(conversions.text(i, "technology"))) touched.insert(conversions.text(i, "carrier"));
    return touched;
}

void report_hourly_carbon(System& system, const std::string& id, std::size_t row) {
    system.notes.error({.code = "carbon_may_vanish",
        .file = "tables/carriers.csv",
        .row = row + 2,
        .column = "carbon",
        .message = compose("'{}' is balanced by the hour and holds carbon: what it becomes nobody would count", {id}),
        .remedy = "balance it by the year"});
}

// One balance for the nation, or one in every region.
void add_markets(System& system, YearlyCarrier c) {
    auto& of_carrier = system.yearly_market.emplace_back();
    const auto add = [&](Region r) {
        system.market.push_back({c, r, std::vector<double>(system.calendar.size())});
        return Market{static_cast<std::int32_t>(system.market.size()) - 1};
    };
    const bool is_regional = system.yearly[c.at()].is_regional;
    const Market national = is_regional ? Market{-1} : add(Region{-1});
    for (const Region r : system.regions) of_carrier.push_back(is_regional ? add(r) : national);
}

}  // namespace

int position(const std::vector<std::string>& ids, const std::string& id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

int region_position(const System& system, const std::string& code) {
    for (const Region r : system.regions)
        if (system.code(r) == code) return r.pos;
    return -1;
}

void read_carriers(System& system, const Reading& reading) {
    const Frame& carriers = reading.data.table("carriers");
    const Frame& imports = reading.data.table("imports");
    std::vector<double> unserved;
    const auto touched = touched_carriers(reading);
    for (std::size_t i = 0; i < carriers.rows(); ++i) {
        const auto& id = carriers.text(i, "carrier");
        if (!reading.scenario.sectors.empty() && !touched.contains(id)) continue;
        std::vector<double> price, limit, embodied;
        add_prices(imports, reading.scenario, system, id, price, limit, embodied);
        if (carriers.text(i, "resolution") == "hour") {
            if (carriers.number(i, "carbon") > 0.0) report_hourly_carbon(system, id, i);
            system.hourly_ids.push_back(id);
            system.hourly_is_disposable.push_back(carriers.text(i, "balance") == "at_least");
            system.hourly_import_price.push_back(price);
            system.hourly_import_limit.push_back(limit);
            system.hourly_embodied.push_back(embodied);
            unserved.push_back(carriers.number(i, "unserved_value"));
            continue;
        }
        forbid_losing_carbon(system, carriers, i);
        system.yearly_ids.push_back(id);
        system.yearly.push_back({.id = id,
            .unit = carriers.text(i, "unit"),
            .is_regional = carriers.text(i, "scope") == "region",
            .is_disposable = carriers.text(i, "balance") == "at_least",
            .carbon = carriers.number(i, "carbon"),
            .unserved_value = carriers.number(i, "unserved_value"),
            .price = price,
            .limit = limit,
            .embodied = embodied,
            .demand = std::vector<std::vector<double>>(
                system.region_data.size(), std::vector<double>(system.calendar.size()))});
        add_markets(system, YearlyCarrier{static_cast<std::int32_t>(system.yearly.size()) - 1});
    }
    system.hourly_carriers = Set<HourlyCarrier>(system.hourly_ids.size());
    system.yearly_carriers = Set<YearlyCarrier>(system.yearly_ids.size());
    system.markets = Set<Market>(system.market.size());
    system.unserved_value = Table<MKRW_per_MWh, HourlyCarrier>(system.hourly_carriers);
    for (const HourlyCarrier c : system.hourly_carriers) {
        system.may_go_unserved.push_back(!is_blank(unserved[c.at()]));
        if (!is_blank(unserved[c.at()])) system.unserved_value.set(c, {unserved[c.at()]});
    }
    const int electricity = position(system.hourly_ids, "electricity");
    if (electricity < 0) {
        Findings findings;
        findings.error({.code = "no_electricity",
            .file = "tables/carriers.csv",
            .message = "a plan needs an hourly carrier named 'electricity'",
            .remedy = "add a row: electricity, resolution hour, scope region, unit MWh"});
        findings.raise_if_errors();
    }
    system.electricity = HourlyCarrier{electricity};
}

void read_time(System& system, const Reading& reading) {
    const auto& settings = reading.scenario.time;
    if (settings.is_full) {
        system.time = full_year(settings.step);
    } else {
        DayCurves curves;
        const auto load = national_load(system, reading);
        const double mean_load = std::accumulate(load.begin(), load.end(), 0.0) / hours_per_year;
        curves.residual_load.assign(hours_per_year, 0.0);
        curves.renewables.assign(hours_per_year, 0.0);
        if (mean_load > 0.0)
            for (std::size_t h = 0; h < hours_per_year; ++h) curves.residual_load[h] = load[h] / mean_load;
        curves.curves.push_back(load);
        const Frame& technologies = reading.data.table("technologies");
        std::vector<std::string> profiles;
        for (std::size_t i = 0; i < technologies.rows(); ++i) {
            const auto& profile = technologies.text(i, "profile");
            // Days differ by weather and load; must-run patterns of plants do not choose days.
            if (profile.empty() || technologies.text(i, "clean") != "yes" ||
                technologies.text(i, "extendable") != "yes")
                continue;
            if (std::find(profiles.begin(), profiles.end(), profile) == profiles.end()) profiles.push_back(profile);
        }
        for (const auto& profile : profiles) {
            const auto mean = mean_over_regions(reading.data.series(profile), system.region_data);
            const double yearly = std::accumulate(mean.begin(), mean.end(), 0.0) / hours_per_year;
            if (yearly <= 0.0) continue;
            for (std::size_t h = 0; h < hours_per_year; ++h) {
                curves.renewables[h] += mean[h] / yearly;
                curves.residual_load[h] -= 0.8 * mean[h] / yearly / static_cast<double>(profiles.size());
            }
            curves.curves.push_back(mean);
        }
        system.time = typical_days(curves, settings);
    }
    system.snapshots = Set<Snapshot>(system.time.snapshots.size());
    system.periods = Set<Period>(system.time.periods.size());
    system.runs = Set<Run>(system.time.runs.size());
    system.weight = Table<hour, Snapshot>(system.snapshots);
    system.length = Table<hour, Snapshot>(system.snapshots);
    for (const Snapshot h : system.snapshots) {
        system.weight.set(h, {system.time.snapshots[h.at()].weight});
        system.length.set(h, {system.time.snapshots[h.at()].hours});
    }
}

System read_system(const dataset::Dataset& whole, const dataset::Scenario& scenario) {
    require_tables(whole);
    System system;
    const dataset::Dataset cut = scenario.regions.empty() ? dataset::Dataset{} : whole.only(scenario.regions);
    const dataset::Dataset& data = scenario.regions.empty() ? whole : cut;
    if (!scenario.regions.empty()) {
        const int year = whole.settings().base_year;
        const double all = demand_in(whole, scenario, year);
        system.share_of_nation = all > 0.0 ? demand_in(data, scenario, year) / all : 1.0;
    }
    const TechnologyValues values(data, scenario);
    const Reading reading{data, scenario, values};
    system.nation = data.settings().nation;
    system.region_data = data.regions();
    system.regions = Set<Region>(system.region_data.size());
    system.base_year = data.settings().base_year;
    read_years(system, scenario);
    read_carriers(system, reading);
    read_time(system, reading);
    read_assets(system, reading);
    read_demand(system, reading);
    read_policies(system, reading);
    system.notes.raise_if_errors();
    return system;
}

}  // namespace ecumene::planning
