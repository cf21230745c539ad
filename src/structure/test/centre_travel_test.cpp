#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/error.hpp"
#include "small_centres.hpp"
#include "structure/centres/alternatives.hpp"

namespace ecumene::structure {
namespace {

TravelModes two_modes() {
    TravelModes modes;
    modes.names = {"car", "walk"};
    modes.money_per_km = {0.001, 0.0};
    modes.carbon_per_km = {0.0002, 0.0};
    modes.bands = {{5.0, {0.5, 0.5}}, {unlimited, {1.0, 0.0}}};
    return modes;
}

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

// a and b, 10 km apart, 2 km within; everyone goes to a, 100 trips a year.
TEST(TravelOutcome, CountsATwoUnitCaseAsByHand) {
    CentreCase ask;
    ask.units = {{.code = "a", .people = {300, 300, 300}}, {.code = "b", .people = {100, 100, 100}}};
    ask.kilometres = {2, 10, 10, 2};
    ask.minutes = {4, 20, 20, 4};
    ask.bands = two_modes().distance_bands();
    ask.tiers = {{.name = "local", .trips = 100}};
    const TravelOutcome outcome = travel_of(ask, two_modes(), {{300, 100}, {0, 0}, {{0}}}, 0.1);
    EXPECT_DOUBLE_EQ(outcome.total_pkm, 300 * 100 * 2 + 100 * 100 * 10);
    EXPECT_DOUBLE_EQ(outcome.carbon, (60'000 * 0.5 + 100'000) * 0.0002);
    EXPECT_DOUBLE_EQ(outcome.pkm_by_band[0], 60'000);
    EXPECT_DOUBLE_EQ(outcome.pkm_by_mode[1], 30'000);
    EXPECT_DOUBLE_EQ(outcome.mean_minutes, (300 * 4 + 100 * 20) / 400.0);
    EXPECT_DOUBLE_EQ(outcome.worst_off_minutes, 20.0);  // a fifth is 80 of the hundred in b
    EXPECT_NEAR(sum(outcome.pkm_of_unit_and_mode), outcome.total_pkm, 1e-9);
}

CentreCase with_jobs(unsigned seed) {
    CentreCase ask = small::random_case(seed, 6);
    ask.tiers = {{.name = "local", .trips = 1}};
    ask.commuting.is_counted = true;
    return ask;
}

Settlement settled(const CentreCase& ask) {
    Settlement settlement;
    for (std::size_t i = 0; i < ask.units.size(); ++i) {
        settlement.people.push_back(ask.units[i].people.today);
        settlement.jobs.push_back(100.0 + 40.0 * static_cast<double>(i));
    }
    settlement.centres = {{0, 3}};
    return settlement;
}

TEST(TravelOutcome, DeterrenceReproducesTheMeanWayToWork) {
    const CentreCase ask = with_jobs(3);
    const Settlement settlement = settled(ask);
    const double beta = deterrence_of_today(ask, settlement, 7.0);
    const FlowTable flows = commuting_of(ask, settlement, beta);
    double kilometres = 0.0;
    for (std::size_t k = 0; k < flows.values().size(); ++k) kilometres += flows.values()[k] * ask.kilometres[k];
    EXPECT_NEAR(kilometres / flows.total(), 7.0, 1e-9);
    EXPECT_NEAR(flows.total(), sum(settlement.jobs), 1e-6);
    EXPECT_THROW(deterrence_of_today(ask, settlement, 0.1), Error);
}

// The slope the choice is charged is the derivative of what is measured.
TEST(TravelOutcome, CommutingPricesAreTheSlopeOfCommuting) {
    CentreCase ask = with_jobs(5);
    ask.carbon_price = 0.0;
    ask.bands = two_modes().distance_bands();
    const Settlement settlement = settled(ask);
    const double beta = 0.2, workers = sum(settlement.jobs) / sum(settlement.people);
    const CommutingPrices prices = commuting_prices(ask, settlement, beta);
    const auto cost = [&](const Settlement& s) {
        const FlowTable flows = commuting_of(ask, s, beta);
        double money = 0.0;  // workers per person held, as the slope has it
        for (std::size_t k = 0; k < flows.values().size(); ++k)
            money += flows.values()[k] * ask.commuting.trips * ask.price_of_trip(ask.kilometres[k], ask.minutes[k]);
        return money * workers / (sum(s.jobs) / sum(s.people));
    };
    for (std::size_t i = 0; i < ask.units.size(); ++i) {
        Settlement more = settlement;
        more.jobs[i] += 1e-3;
        EXPECT_NEAR((cost(more) - cost(settlement)) / 1e-3, prices.job[i], 1e-3 * std::abs(prices.job[i]) + 1e-6);
        more = settlement;
        more.people[i] += 1e-3;
        EXPECT_NEAR((cost(more) - cost(settlement)) / 1e-3, prices.person[i], 1e-3 * prices.person[i]);
    }
}

// Distance does not count (beta 0): everyone works in a or c, half and half. b's nearest centre of the upper tier is a.
TEST(TierLinkage, MeasuresTheCatchmentsOfEachTierAsByHand) {
    CentreCase ask;
    ask.units = {{.code = "a"}, {.code = "b"}, {.code = "c"}};
    ask.kilometres = ask.minutes = {1, 10, 40, 10, 1, 30, 40, 30, 1};
    ask.tiers = {{.name = "local"}, {.name = "sub"}};
    const auto rows = linkage_by_tier(ask, {{300, 100, 200}, {60, 0, 60}, {{0, 1, 2}, {0, 2}}}, 0.0, 2050);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].level, "local");
    EXPECT_EQ(rows[0].places, 3U);
    EXPECT_EQ(rows[1].places, 2U);
    EXPECT_EQ(rows[1].year, 2050);
    EXPECT_NEAR(*rows[1].people->primacy, 400.0 / 600.0, 1e-12);
    // Workers: 60, 20, 40 (a job to five people). Of a and b's 80, 40 stay; of c's 40, 20 do.
    EXPECT_NEAR(rows[1].by_flows->internal_share, 60.0 / 120.0, 1e-12);
    EXPECT_NEAR(*rows[1].by_flows->residents.primacy, 80.0 / 120.0, 1e-12);
    EXPECT_NEAR(*rows[1].by_flows->jobs.primacy, 0.5, 1e-12);
    EXPECT_NEAR(rows[0].by_flows->internal_share, (30.0 + 0.0 + 20.0) / 120.0, 1e-12);
}

TEST(TravelModes, SaysWhichSharesDoNotAddUp) {
    TravelModes modes = two_modes();
    EXPECT_EQ(modes.complaint(), "");
    modes.bands[0].shares = {0.5, 0.4};
    EXPECT_EQ(modes.complaint(), "the shares of modes up to 5 km sum to 0.9, not 1");
}

Basis twin_cities() {
    Basis basis;
    for (int i = 0; i < 8; ++i) {
        const double people = i == 0 || i == 4 ? 900'000.0 : 150'000.0;
        basis.units.add({.code = std::to_string(10 + i),
            .region = "r",
            .population = people,
            .jobs = people / 2.0,
            .longitude = 127.0 + (i < 4 ? 0.0 : 1.6) + 0.12 * (i % 4),
            .latitude = 36.0 + 0.05 * (i % 3),
            .area_km2 = 60});
        basis.people_today.push_back(people);
        basis.jobs_today.push_back(people / 2.0);
        basis.people_of_trend.push_back(people * (i < 4 ? 1.1 : 0.8));
        basis.jobs_of_trend.push_back(people / 2.0 * (i < 4 ? 1.1 : 0.8));
    }
    basis.areas = {{0, 0, 0, 0, 1, 1, 1, 1}, 2};
    basis.today = 2020;
    basis.horizon = 2050;
    return basis;
}

TEST(Alternatives, KeepTotalsAndLimitsAndComeUnderTheirNames) {
    const Basis basis = twin_cities();
    const CentreAssumptions a;
    const Alternatives all = make_alternatives(basis, a, {.solver = {.relative_gap = 1e-6}, .with_sensitivity = false});
    ASSERT_EQ(all.list.front().name, "trend");
    EXPECT_EQ(all.of("one-core").plan.centres.back().size(), 1U);
    EXPECT_EQ(all.of("multi-nuclear").plan.centres.back().size(), 2U);
    for (const Alternative& alternative : all.list) {
        EXPECT_NEAR(sum(alternative.plan.people), sum(basis.people_of_trend), 1e-3) << alternative.name;
        EXPECT_NEAR(sum(alternative.plan.jobs), sum(basis.jobs_of_trend), 1e-3) << alternative.name;
        for (std::size_t i = 0; i < basis.units.size(); ++i)
            EXPECT_LE(std::abs(alternative.plan.people[i] / basis.people_of_trend[i] - 1.0), a.people_move + 1e-6);
    }
    EXPECT_LT(all.of("multi-nuclear").travel.carbon, all.of("one-core").travel.carbon);
    EXPECT_THROW(all.of("no such"), Error);
}

TEST(Alternatives, TheSameBasisGivesTheSameAnswer) {
    const AlternativeOptions options{.solver = {.relative_gap = 1e-6}, .with_sensitivity = false};
    const Alternatives a = make_alternatives(twin_cities(), {}, options),
                       b = make_alternatives(twin_cities(), {}, options);
    for (std::size_t k = 0; k < a.list.size(); ++k) EXPECT_EQ(a.list[k].plan.people, b.list[k].plan.people);
}

// A unit with neither people nor jobs, one with people and no jobs, and an island hours away from all.
TEST(Alternatives, HoldWithEmptyUnitsAndAnIsland) {
    Basis basis = twin_cities();
    const auto put = [&](const char* code, double people, double jobs, double longitude) {
        basis.units.add({.code = code,
            .region = "r",
            .population = people,
            .jobs = jobs,
            .longitude = longitude,
            .latitude = 36.0,
            .area_km2 = 60});
        for (auto* list : {&basis.people_today, &basis.people_of_trend}) list->push_back(people);
        for (auto* list : {&basis.jobs_today, &basis.jobs_of_trend}) list->push_back(jobs);
        basis.areas.area_of.push_back(basis.areas.areas++);
    };
    put("90", 0, 0, 127.3);
    put("91", 20'000, 0, 127.5);
    put("92", 9'000, 4'000, 131.0);
    const Alternatives all =
        make_alternatives(basis, {}, {.solver = {.relative_gap = 1e-6}, .with_sensitivity = false});
    ASSERT_GE(all.list.size(), 3U);
    for (const Alternative& alternative : all.list) {
        EXPECT_NEAR(sum(alternative.plan.people), sum(basis.people_of_trend), 1e-3) << alternative.name;
        EXPECT_DOUBLE_EQ(alternative.plan.people[8], 0.0) << alternative.name;
        EXPECT_NEAR(alternative.plan.people[10], 9'000, 0.15 * 9'000 + 1e-6) << alternative.name;
        EXPECT_TRUE(std::isfinite(alternative.travel.carbon) && std::isfinite(alternative.travel.worst_off_minutes));
        for (const double minutes : alternative.travel.minutes) EXPECT_TRUE(std::isfinite(minutes));
        for (const LevelRow& row : alternative.by_tier) {
            EXPECT_TRUE(std::isfinite(row.by_flows->internal_share)) << alternative.name << " " << row.level;
            EXPECT_GT(row.by_flows->internal_share, 0.0);
        }
    }
    // The island keeps its own local centre: no other is within reach.
    const auto& local = all.of("multi-nuclear").plan.centres.front();
    EXPECT_NE(std::find(local.begin(), local.end(), 10U), local.end());
}

TEST(Alternatives, EveryAssumptionIsListedOnceWithUnitAndGround) {
    EXPECT_EQ(assumptions().size() * sizeof(double), sizeof(CentreAssumptions));
    for (const Assumption& assumption : assumptions()) {
        EXPECT_FALSE(assumption.unit.empty()) << assumption.name;
        EXPECT_FALSE(assumption.ground.empty()) << assumption.name;
        EXPECT_FALSE(assumption.about.ko.empty()) << assumption.name;
    }
}

}  // namespace
}  // namespace ecumene::structure
