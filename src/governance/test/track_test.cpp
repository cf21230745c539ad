// The yearly reckoning, by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "governance/track/track.hpp"

namespace ecumene::governance {
namespace {

// Invented: 100 t in 2024, 80 t promised for 2028; 92 t came in 2026 where 90 were promised.
PlanDocument small_plan() {
    PlanDocument plan;
    plan.scope = Scope::province;
    plan.first_year = 2025;
    plan.last_year = 2028;
    plan.basis.tree = "korea_plan";
    plan.sectors = {{.sector = "buildings", .name = {"Buildings", "건물"}, .rolls_up_to = "buildings"}};
    for (int year = 2020; year <= 2024; ++year)
        plan.emissions.set(Series::history, "buildings", year, 120.0 - 5.0 * (year - 2020), 2);
    plan.emissions.set(Series::target, "buildings", 2028, 80.0, 3);
    plan.inventory.set(Series::history, "buildings", 2025, 96.0, 2);
    plan.inventory.set(Series::history, "buildings", 2026, 92.0, 3);
    plan.targets.push_back({.target = "t",
        .sector = "total",
        .base_year = 2020,
        .year = 2028,
        .base_basis = {},
        .target_basis = {},
        .bound = {},
        .upper_target = {}});
    plan.indicators.push_back({.indicator = "homes",
        .measure = "m",
        .unit = "homes",
        .baseline_year = 2024,
        .baseline = 0,
        .target_year = 2028,
        .target = 400,
        .data_source = "register"});
    plan.indicator_values.push_back({.indicator = "homes", .year = 2026, .value = 180, .note = {}});
    plan.outcomes.push_back({.activity = "heat",
        .sector = "buildings",
        .year = 2026,
        .planned_amount = 180,
        .amount = 200,
        .planned_emission = 90,
        .emission = 92,
        .amount_unit = "MWh"});
    return plan;
}

TEST(Track, SaysByHowMuchAPlanIsBehind) {
    const auto track = track_year(small_plan(), 2026);
    EXPECT_DOUBLE_EQ(track.whole.planned, 90.0);  // on the line from 100 in 2024 to 80 in 2028
    EXPECT_DOUBLE_EQ(track.whole.actual, 92.0);
    EXPECT_TRUE(track.whole.is_behind());
    EXPECT_DOUBLE_EQ(track.remedial, 2.0);
    ASSERT_EQ(track.sectors.size(), 1U);
    EXPECT_DOUBLE_EQ(track.sectors.front().gap(), 2.0);
}

TEST(Track, IsOnThePathOnItsBorder) {
    auto plan = small_plan();
    plan.inventory.set(Series::history, "buildings", 2026, 90.5, 3);
    const auto track = track_year(plan, 2026);
    EXPECT_FALSE(track.whole.is_behind());
    EXPECT_EQ(track.remedial, 0.0);
}

TEST(Track, TellsWhatTheRemainingYearsMustBring) {
    const auto left = track_year(small_plan(), 2026).remaining;
    EXPECT_EQ(left.target_year, 2028);
    EXPECT_DOUBLE_EQ(left.planned_step, 5.0);
    EXPECT_DOUBLE_EQ(left.needed_step, 6.0);
    EXPECT_DOUBLE_EQ(left.recent_step, (105.0 - 92.0) / 3.0);
}

TEST(Track, SplitsTheDeviationExactly) {
    const auto why = track_year(small_plan(), 2026).why;
    EXPECT_NEAR(why.amount + why.factor, 2.0, 1e-9);
    EXPECT_GT(why.amount, 0.0);  // more heat was used
    EXPECT_LT(why.factor, 0.0);  // by less per unit
    EXPECT_NEAR(why.unexplained, 0.0, 1e-9);
}

TEST(Track, PutsIndicatorsOnTheLineFromBaselineToTarget) {
    const auto track = track_year(small_plan(), 2026);
    ASSERT_EQ(track.indicators.size(), 1U);
    EXPECT_DOUBLE_EQ(track.indicators.front().expected, 200.0);
    EXPECT_TRUE(track.indicators.front().is_behind);
    EXPECT_DOUBLE_EQ(track.indicators.front().progress, 0.45);
}

TEST(Track, NamesWhatItCannotSay) {
    auto plan = small_plan();
    plan.inventory = {};
    const auto track = track_year(plan, 2026);
    EXPECT_TRUE(is_blank(track.whole.actual));
    EXPECT_FALSE(track.whole.is_behind());
    ASSERT_FALSE(track.gaps.empty());
    EXPECT_THAT(track.gaps.front().en, testing::HasSubstr("does not tell the whole of 2026"));
}

TEST(Forecast, FollowsAStraightLineWithoutDoubt) {
    const auto found = forecast({{2020, 10}, {2021, 8}, {2022, 6}, {2023, 4}}, 2025);
    EXPECT_NEAR(found.value, 0.0, 1e-9);
    EXPECT_NEAR(found.low, found.high, 1e-9);
}

TEST(Forecast, HasTheIntervalOfTheTextbook) {
    // y = 1, 2, 2, 3 at x = 0..3: slope 0.6, s^2 = 0.2/2 = 0.1; at x = 4 the factor is 1 + 1/4 + 6.25/5 = 2.5.
    const auto found = forecast({{2020, 1}, {2021, 2}, {2022, 2}, {2023, 3}}, 2024);
    EXPECT_NEAR(found.value, 3.5, 1e-9);
    EXPECT_NEAR(found.high - found.value, 4.303 * std::sqrt(0.1 * 2.5), 1e-9);
}

TEST(Forecast, NeedsFourYears) {
    EXPECT_FALSE(forecast({{2020, 1}, {2021, 2}, {2022, 2}}, 2024).is_known());
}

}  // namespace
}  // namespace ecumene::governance
