#include "core/inequality.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace ecumene {
namespace {

// Two regions of one and three million people, 6 and 2 a head: 6 + 6 = 12 held, mean 12 / 4 = 3.
const std::vector<Holding> two_regions = {
    {.value = 6.0, .people = 1e6, .group = 0}, {.value = 2.0, .people = 3e6, .group = 1}};

// Two groups of two regions, one person in each: 1 and 3 in group 0, 2 and 6 in group 1; 12 held, mean 3.
const std::vector<Holding> four_regions = {{.value = 1.0, .people = 1.0, .group = 0},
    {.value = 3.0, .people = 1.0, .group = 0}, {.value = 2.0, .people = 1.0, .group = 1},
    {.value = 6.0, .people = 1.0, .group = 1}};

TEST(Inequality, IsNothingWhereAllHaveTheSame) {
    const std::vector<Holding> equal = {
        {.value = 5.0, .people = 10.0, .group = 0}, {.value = 5.0, .people = 90.0, .group = 1}};
    EXPECT_NEAR(theil(equal)->total, 0.0, 1e-15);
    EXPECT_NEAR(*gini(equal), 0.0, 1e-15);
    EXPECT_NEAR(*williamson(equal), 0.0, 1e-15);
    EXPECT_NEAR(*mean_difference(equal), 0.0, 1e-15);
}

TEST(Inequality, TheilOfTwoRegionsAsByHand) {
    // y = (1/2, 1/2), p = (1/4, 3/4): 1/2 ln 2 + 1/2 ln(2/3) = 1/2 ln(4/3) = 0.143841
    EXPECT_NEAR(theil(two_regions)->total, 0.5 * std::log(4.0 / 3.0), 1e-12);
    EXPECT_NEAR(theil(two_regions)->between, 0.143841, 1e-6);
    EXPECT_NEAR(theil(two_regions)->within, 0.0, 1e-15);
}

TEST(Inequality, GiniOfTwoRegionsAsByHand) {
    // Two ordered pairs, 1/4 * 3/4 * |6 - 2| each: mean difference 1.5; over twice the mean of 3: 0.25.
    // The Lorenz curve says the same: the poorer 3/4 hold 1/2, so Gini = 3/4 - 1/2.
    EXPECT_NEAR(*mean_difference(two_regions), 1.5, 1e-12);
    EXPECT_NEAR(*gini(two_regions), 0.25, 1e-12);
}

TEST(Inequality, WilliamsonOfTwoRegionsAsByHand) {
    // variance 1/4 * 3^2 + 3/4 * 1^2 = 3; sqrt(3) / 3 = 0.57735
    EXPECT_NEAR(*williamson(two_regions), 1.0 / std::sqrt(3.0), 1e-12);
}

TEST(Inequality, TheilSplitsIntoBetweenAndWithin) {
    // Y = (4, 8) / 12, P = (1/2, 1/2): between 1/3 ln(2/3) + 2/3 ln(4/3) = 0.056633
    // Within each group the shares are 1/4 and 3/4 of people 1/2 each: 1/4 ln(1/2) + 3/4 ln(3/2) = 0.130812, the same for both.
    const auto t = *theil(four_regions);
    EXPECT_NEAR(t.between, 0.056633, 1e-6);
    EXPECT_NEAR(t.within, 0.130812, 1e-6);
    // Directly: 1/12 ln(1/3) + 1/4 ln 1 + 1/6 ln(2/3) + 1/2 ln 2 = 0.187445
    const double direct = std::log(1.0 / 3.0) / 12.0 + std::log(2.0 / 3.0) / 6.0 + std::log(2.0) / 2.0;
    EXPECT_NEAR(t.total, direct, 1e-12);
}

TEST(Inequality, GiniOfFourRegionsAsByHand) {
    // |1-3| + |1-2| + |1-6| + |3-2| + |3-6| + |2-6| = 16 over unordered pairs; 2 * 16 / 16 = 2; over 2 * 3: 1/3
    EXPECT_NEAR(*gini(four_regions), 1.0 / 3.0, 1e-12);
}

TEST(Inequality, DoesNotCareForTheSizeOfTheUnitsOrTheNation) {
    auto scaled = four_regions;
    for (auto& h : scaled) {
        h.value *= 1e6;
        h.people *= 1e-3;
    }
    EXPECT_NEAR(theil(scaled)->total, theil(four_regions)->total, 1e-12);
    EXPECT_NEAR(*gini(scaled), *gini(four_regions), 1e-12);
    EXPECT_NEAR(*williamson(scaled), *williamson(four_regions), 1e-12);
}

TEST(Inequality, SplittingARegionInTwoEqualHalvesChangesNothing) {
    auto split = two_regions;
    split[1].people /= 2.0;
    split.push_back(split[1]);
    EXPECT_NEAR(theil(split)->total, theil(two_regions)->total, 1e-12);
    EXPECT_NEAR(*gini(split), *gini(two_regions), 1e-12);
}

TEST(Inequality, SomeoneWithNothingCountsAndIsNoFault) {
    // One of two people has all: y = (0, 1), p = 1/2: Theil ln 2, Gini 1/2.
    const std::vector<Holding> one_has_all = {
        {.value = 0.0, .people = 1.0, .group = 0}, {.value = 8.0, .people = 1.0, .group = 1}};
    EXPECT_NEAR(theil(one_has_all)->total, std::log(2.0), 1e-12);
    EXPECT_NEAR(*gini(one_has_all), 0.5, 1e-12);
}

TEST(Inequality, RefusesNegativeValuesWhereTheyHaveNoMeaning) {
    const std::vector<Holding> with_sink = {
        {.value = -1.0, .people = 1.0, .group = 0}, {.value = 5.0, .people = 1.0, .group = 0}};
    EXPECT_FALSE(theil(with_sink));
    EXPECT_FALSE(gini(with_sink));
    EXPECT_NEAR(*williamson(with_sink), 1.5, 1e-12);       // mean 2, deviation 3
    EXPECT_NEAR(*mean_difference(with_sink), 3.0, 1e-12);  // 2 * 1/4 * 6
}

TEST(Inequality, RefusesAMeanThatIsNotAboveZero) {
    const std::vector<Holding> only_sinks = {
        {.value = -1.0, .people = 1.0, .group = 0}, {.value = 0.5, .people = 1.0, .group = 0}};
    EXPECT_FALSE(williamson(only_sinks));
    const std::vector<Holding> nothing = {{.value = 0.0, .people = 1.0, .group = 0}};
    EXPECT_FALSE(theil(nothing));
    EXPECT_FALSE(gini(nothing));
    EXPECT_FALSE(williamson(nothing));
}

TEST(Inequality, RefusesWhatCannotBeCompared) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    for (const auto& h : std::vector<std::vector<Holding>>{{}, {{.value = unknown, .people = 1.0, .group = 0}},
             {{.value = 1.0, .people = unknown, .group = 0}}, {{.value = 1.0, .people = 0.0, .group = 0}},
             {{.value = 1.0, .people = -1.0, .group = 0}, {.value = 1.0, .people = 2.0, .group = 0}}}) {
        EXPECT_FALSE(theil(h));
        EXPECT_FALSE(gini(h));
        EXPECT_FALSE(williamson(h));
        EXPECT_FALSE(mean_difference(h));
    }
}

TEST(Inequality, PalmaOfTenPeopleAsByHand) {
    // 1, 2, ... 10: the one with most holds 10, the four with least 1 + 2 + 3 + 4 = 10.
    std::vector<Holding> ten;
    for (int i = 1; i <= 10; ++i) ten.push_back({.value = static_cast<double>(i), .people = 1.0, .group = 0});
    EXPECT_NEAR(*palma(ten), 1.0, 1e-12);
}

TEST(Inequality, PalmaSharesOutTheRegionAcrossABound) {
    // Least: the region of 3/4 of people holds 1/2, 2/5 of people (8/15 of it) 4/15. Most: 1/10 of the quarter that holds 1/2: 1/5.
    EXPECT_NEAR(*palma(two_regions), 0.2 / (4.0 / 15.0), 1e-12);
}

TEST(Inequality, LorenzCurveEndsAtAllAndIsTwiceGiniFromTheDiagonal) {
    const auto curve = lorenz(four_regions);
    ASSERT_EQ(curve.size(), 5U);
    EXPECT_NEAR(curve.back().people, 1.0, 1e-12);
    EXPECT_NEAR(curve.back().held, 1.0, 1e-12);
    double area = 0.0;
    for (std::size_t i = 1; i < curve.size(); ++i)
        area += (curve[i].people - curve[i - 1].people) * (curve[i].held + curve[i - 1].held) / 2.0;
    EXPECT_NEAR(1.0 - 2.0 * area, *gini(four_regions), 1e-12);
}

TEST(Inequality, NestedTheilIsTheSumOfItsParts) {
    // Coarse {0, 1 | 2, 3} as above: 0.056633; a level where each stands alone leaves nothing inside.
    const std::vector<std::vector<std::size_t>> levels = {{0, 0, 1, 1}, {0, 1, 2, 3}};
    const auto parts = nested_theil(four_regions, levels);
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_NEAR(parts[0], 0.056633, 1e-6);
    EXPECT_NEAR(parts[1], 0.130812, 1e-6);
    EXPECT_NEAR(parts[2], 0.0, 1e-15);
}

TEST(Inequality, NestedTheilPartsSumOnRandomNations) {
    std::mt19937_64 random(1967);
    std::uniform_real_distribution<double> value(0.0, 80.0), people(1e3, 1e7);
    for (int draw = 0; draw < 200; ++draw) {
        std::vector<Holding> nation;
        std::vector<std::vector<std::size_t>> levels(3);
        for (std::size_t i = 0; i < 60; ++i) {
            nation.push_back({.value = i % 11 == 0 ? 0.0 : value(random), .people = people(random), .group = 0});
            for (const std::size_t size : {20U, 10U, 5U})
                levels[size == 20U ? 0 : size == 10U ? 1 : 2].push_back(i / size);
        }
        double sum = 0.0;
        for (const double part : nested_theil(nation, levels)) {
            EXPECT_GE(part, -1e-15);
            sum += part;
        }
        EXPECT_NEAR(sum, theil(nation)->total, 1e-12);
    }
}

TEST(Inequality, NestedTheilRefusesLevelsThatCross) {
    const std::vector<std::vector<std::size_t>> crossing = {{0, 0, 1, 1}, {0, 1, 0, 1}};
    EXPECT_TRUE(nested_theil(four_regions, crossing).empty());
}

}  // namespace
}  // namespace ecumene
