// The year as the plan sees it, and how much each input matters. (docs/model/time.md)
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "planning/test/world.hpp"
#include "planning/time_grid.hpp"

namespace ecumene::planning {
namespace {

using Hourly = std::vector<double>;

Hourly hourly(const std::function<double(int)>& at) {
    Hourly values;
    for (int hour = 0; hour < hours_per_year; ++hour) values.push_back(at(hour));
    return values;
}

// A year with a daily and a yearly swing; day 200 has no sun, day 20 the highest residual load.
DayCurves uneven_year() {
    const auto sun = hourly([](int h) {
        if (h / 24 == 200) return 0.0;
        const double season = 0.6 - 0.3 * std::cos(2.0 * 3.14159265 * h / hours_per_year);
        return season * std::max(0.0, std::sin(3.14159265 * (h % 24 - 6) / 12.0));
    });
    const auto load = hourly([](int h) {
        return 100.0 + 20.0 * std::cos(2.0 * 3.14159265 * h / hours_per_year) + (h / 24 == 20 ? 500.0 : 0.0);
    });
    Hourly residual(load);
    for (std::size_t h = 0; h < residual.size(); ++h) residual[h] -= 50.0 * sun[h];
    return {{load, sun}, residual, sun};
}

double total_weight(const TimeGrid& grid) {
    return std::accumulate(
        grid.snapshots.begin(), grid.snapshots.end(), 0.0, [](double sum, const auto& s) { return sum + s.weight; });
}

int days_in_runs(const TimeGrid& grid) {
    return std::accumulate(
        grid.runs.begin(), grid.runs.end(), 0, [](int sum, const auto& run) { return sum + run.repetitions; });
}

dataset::TimeSettings typical(int days, int extreme_days, int step) {
    dataset::TimeSettings settings;
    settings.days = days;
    settings.extreme_days = extreme_days;
    settings.step = step;
    return settings;
}

TEST(TypicalDays, StandForEveryHourOfTheYear) {
    for (const auto& settings : {typical(1, 0, 12), typical(4, 2, 3), typical(10, 5, 1), typical(2, 1, 24)}) {
        const auto grid = typical_days(uneven_year(), settings);
        EXPECT_DOUBLE_EQ(total_weight(grid), 8760.0);
        EXPECT_EQ(days_in_runs(grid), 365);
        EXPECT_EQ(grid.period_of_day.size(), 365U);
        EXPECT_EQ(grid.periods.size(), static_cast<std::size_t>(settings.days + settings.extreme_days));
        EXPECT_EQ(grid.snapshots.size(), grid.periods.size() * static_cast<std::size_t>(24 / settings.step));
    }
}

TEST(TypicalDays, FollowOneAnotherAsTheDaysOfTheYear) {
    const auto grid = typical_days(uneven_year(), typical(4, 2, 3));
    std::size_t day = 0;
    for (const auto& run : grid.runs)
        for (int i = 0; i < run.repetitions; ++i) EXPECT_EQ(grid.period_of_day[day++], run.period);
    std::vector<double> count(grid.periods.size());
    for (const int period : grid.period_of_day) count[static_cast<std::size_t>(period)] += 1.0;
    for (std::size_t p = 0; p < count.size(); ++p) EXPECT_EQ(count[p], grid.periods[p].repetitions);
}

TEST(TypicalDays, KeepTheExtremeDaysAsTheyAre) {
    const auto grid = typical_days(uneven_year(), typical(4, 2, 3));
    const auto& highest = grid.periods[static_cast<std::size_t>(grid.period_of_day[20])];
    EXPECT_EQ(highest.kept_because, "peak_residual");
    EXPECT_EQ(highest.repetitions, 1.0);
    EXPECT_EQ(grid.snapshots[static_cast<std::size_t>(highest.first)].first_hour, 20 * 24);
    const auto& darkest = grid.periods[static_cast<std::size_t>(grid.period_of_day[200])];
    EXPECT_EQ(darkest.kept_because, "low_renewables");
    EXPECT_EQ(grid.snapshots[static_cast<std::size_t>(darkest.first)].first_hour, 200 * 24);
}

TEST(TypicalDays, AreTheSameEveryTime) {
    const auto one = typical_days(uneven_year(), typical(6, 2, 3)), two = typical_days(uneven_year(), typical(6, 2, 3));
    EXPECT_EQ(one.period_of_day, two.period_of_day);
    for (std::size_t i = 0; i < one.snapshots.size(); ++i)
        EXPECT_EQ(one.snapshots[i].first_hour, two.snapshots[i].first_hour);
}

TEST(TypicalDays, ThreeHundredAndSixtyFiveAreTheYear) {
    const auto year = uneven_year();
    const auto grid = typical_days(year, typical(365, 0, 24));
    const auto values = grid.average(year.curves[0]);
    for (std::size_t day = 0; day < 365; ++day)
        EXPECT_NEAR(values[day],
            std::accumulate(year.curves[0].begin() + static_cast<std::ptrdiff_t>(24 * day),
                year.curves[0].begin() + static_cast<std::ptrdiff_t>(24 * day + 24), 0.0) /
                24.0,
            1e-9);
}

TEST(FullYear, HasEveryStepInItsOrder) {
    for (const int step : {1, 3, 12}) {
        const auto grid = full_year(step);
        EXPECT_TRUE(grid.is_full);
        EXPECT_EQ(grid.snapshots.size(), static_cast<std::size_t>(hours_per_year / step));
        EXPECT_DOUBLE_EQ(total_weight(grid), 8760.0);
        for (std::size_t i = 0; i < grid.snapshots.size(); ++i)
            EXPECT_EQ(grid.snapshots[i].first_hour, static_cast<int>(i) * step);
    }
}

TEST(FullYear, KeepsAveragesExactly) {
    const auto year = uneven_year();
    for (const auto& curve : year.curves) {
        const auto values = full_year(3).average(curve);
        EXPECT_NEAR(3.0 * std::accumulate(values.begin(), values.end(), 0.0),
            std::accumulate(curve.begin(), curve.end(), 0.0), 1e-6);
    }
}

// Demand by a shape and panels by a profile, neither alike on any two days: the year's energy is kept.
TEST(TypicalDays, KeepTheEnergyOfTheYear) {
    World world;
    const auto year = uneven_year();
    const auto mean = std::accumulate(year.curves[1].begin(), year.curves[1].end(), 0.0) / hours_per_year;
    world.series("load", "shape", [&](int h) { return year.curves[0][static_cast<std::size_t>(h)]; })
        .series("sun", "availability", [&](int h) { return 0.7 * year.curves[1][static_cast<std::size_t>(h)]; })
        .set("demand", {{"region", "B"}}, "series", "load")
        .set("link_stock", {{"link", "harbour-town"}}, "capacity", "5000")
        .set("stock", {{"plant", "harbour-1"}}, "capacity", "5000");
    const Plan plan =
        world.plan({"time.days=4", "time.extreme_days=2", "time.step=3", "policies.carbon_cap_values.2030=600000"});
    expect_close(value(plan, "balances", {{"region", "B"}, {"carrier", "electricity"}}, "demand"), 876000.0);
    const double panels = value(plan, "capacity", {{"technology", "solar"}}, "capacity");
    EXPECT_GT(panels, 1.0);
    expect_close(value(plan, "generation", {{"technology", "solar"}}, "available"), panels * 0.7 * mean * 8760.0);
    expect_close(total(plan, "snapshots", {}, "weight"), 8760.0);
    EXPECT_EQ(plan.table("periods").rows(), 365U);
}

// One typical day has one period, as the full year has; it is told apart all the same.
TEST(TypicalDays, OneIsNotTheFullYear) {
    const World world;
    const Plan day = world.plan(), year = world.plan({"time.resolution=\"full\""});
    EXPECT_EQ(
        day.time_text.en, "1 day at 12-hour steps standing for the year, seasonal storage linked over all 365 days");
    EXPECT_EQ(year.time_text.en, "the whole year in 730 steps of 12 hours");
    EXPECT_GT(day.table("dispatch").rows(), 0U);
    EXPECT_EQ(year.table("dispatch").rows(), 0U);
    EXPECT_EQ(text(day, "snapshots", {{"snapshot", "0"}}, "extreme"), "typical");
    EXPECT_EQ(text(year, "snapshots", {{"snapshot", "0"}}, "extreme"), "every_hour");
    expect_close(day.objective, year.objective);
}

TEST(Hourly, ArraysHaveTheShapeTheySay) {
    const Plan plan = World().plan({}, "two-steps");
    ASSERT_FALSE(plan.hourly.empty());
    for (const auto& array : plan.hourly) {
        std::size_t size = 1;
        for (const auto& dimension : array.dimensions) size *= plan.hourly_labels.at(dimension).size();
        EXPECT_EQ(array.values.size(), size) << array.name;
    }
}

// In every snapshot and region the items of the dispatch table that feed it add up to its demand.
TEST(Dispatch, AddsUpToDemandInEverySnapshot) {
    const Plan plan = World().plan();
    for (const char* region : {"A", "B", "C"})
        for (const int snapshot : {0, 1}) {
            const double all =
                total(plan, "dispatch", {{"region", region}, {"snapshot", std::to_string(snapshot)}}, "value");
            const double demand = dispatched(plan, region, "demand", snapshot),
                         price = dispatched(plan, region, "price", snapshot);
            EXPECT_NEAR(all - demand - price, demand, 1e-3);
        }
}

double change_of(const Plan& plan, const std::string& input) {
    return value(plan, "sensitivity", {{"input", input}}, "change");
}

// Of +10 %, seen from a change of a thousandth either way.
double by_difference(const World& world, const std::string& key) {
    const double more = world.plan({"scale.\"" + key + "\"=1.001"}).objective,
                 less = world.plan({"scale.\"" + key + "\"=0.999"}).objective;
    return 0.1 * (more - less) / 0.002;
}

// 1,051,200 MWh at the mean price of 61.1415525 KRW/kWh, a tenth of it.
TEST(Sensitivity, OfDemandIsItsPrice) {
    const World world;
    const double change = change_of(world.plan(), "demand.electricity");
    expect_close(change, 0.1 * 1051200.0 * (0.06 + 5.0 / 4380.0));
    expect_close(change, by_difference(world, "demand.electricity"), 1e-5);
}

// 1,051,200 MWh of coal at 0.02, a tenth of it.
TEST(Sensitivity, OfThePriceOfCoalIsTheCoalBurnt) {
    const World world;
    const double change = change_of(world.plan(), "coal.price");
    expect_close(change, 2102.4);
    expect_close(change, by_difference(world, "imports.coal.price"), 1e-5);
}

TEST(Sensitivity, OfInvestmentIsItsAnnuity) {
    const World world;
    const double change = change_of(world.plan(), "solar.investment");
    expect_close(change, 2102.4);
    expect_close(change, by_difference(world, "technology.solar.investment"), 1e-5);
}

// +10 % of the cap: 42,048 t at 0.025.
TEST(Sensitivity, OfTheCapIsItsPrice) {
    expect_close(change_of(World().plan(), "carbon_cap"), -1051.2);
}

// 12 MW/year: a tenth of 60 MW of turbines at 136.4.
TEST(Sensitivity, OfThePaceIsItsPrice) {
    World world;
    world.add("technology_values", "wind,build_pace,,12,MW/year,assumed,toy,");
    expect_close(change_of(world.plan(), "build_pace:wind"), -0.1 * 60.0 * 136.4);
    expect_close(by_difference(world, "technology.wind.build_pace"), -0.1 * 60.0 * 136.4, 1e-5);
}

// 30 MW of wind where 60 turbines may stand: 136.4 a turbine.
TEST(Sensitivity, OfThePotentialIsItsPrice) {
    World world;
    world.set("potentials", {{"technology", "wind"}}, "value", "60");
    expect_close(change_of(world.plan(), "wind.potential"), -0.1 * 60.0 * 136.4);
    expect_close(by_difference(world, "potential.wind"), -0.1 * 60.0 * 136.4, 1e-5);
}

// With a share of every input that is a guess: all of the toy is.
TEST(Sensitivity, SaysHowMuchOfItIsAssumed) {
    EXPECT_EQ(value(World().plan(), "sensitivity", {{"input", "coal.price"}}, "estimated_share"), 1.0);
}

}  // namespace
}  // namespace ecumene::planning
