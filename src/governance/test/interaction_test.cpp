// Measures that overlap, by hand.
#include <gtest/gtest.h>

#include <numeric>

#include "governance/plan/interaction.hpp"
#include "invented_plans.hpp"

namespace ecumene::governance {
namespace {

TEST(CutTogether, IsActivityTimesFactor) {
    // 100 MWh at 0.5 t: saving 20 % of the power and cleaning 30 % of it leaves 80 x 0.35 = 28 of 50 t.
    const auto group = cut_together({10.0, 15.0}, 50.0);
    EXPECT_DOUBLE_EQ(group.alone, 25.0);
    EXPECT_NEAR(group.together, 22.0, 1e-12);
    EXPECT_NEAR(std::accumulate(group.shares.begin(), group.shares.end(), 0.0), 22.0, 1e-12);
    EXPECT_GT(group.shares[1], group.shares[0]);
}

TEST(CutTogether, IsTheSameInAnyOrder) {
    EXPECT_NEAR(cut_together({5.0, 20.0, 1.0}, 40.0).together, cut_together({1.0, 5.0, 20.0}, 40.0).together, 1e-12);
}

TEST(CutTogether, NeverTakesMoreThanThereIs) {
    EXPECT_NEAR(cut_together({30.0, 30.0}, 20.0).together, 20.0, 1e-9);
    EXPECT_EQ(cut_together({1.0}, 0.0).together, 0.0);
}

TEST(Interaction, CountsTheLargestWhereTheActivityIsUnknown) {
    auto plan = invented_plans().back();
    plan.activities.clear();
    const Interaction interaction(plan);
    const auto together = interaction.at(2030);
    ASSERT_EQ(together.groups.size(), 1U);
    EXPECT_FALSE(together.groups.front().is_computable());
    EXPECT_DOUBLE_EQ(together.groups.front().together, measure_named(plan, "buildings-0").cut(2030));
    EXPECT_EQ(interaction.groups_not_computable(2030).size(), 1U);
}

}  // namespace
}  // namespace ecumene::governance
