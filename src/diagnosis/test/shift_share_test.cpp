#include "diagnosis/change/shift_share.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace ecumene::diagnosis {
namespace {

// Two regions, two industries. Nation: C 100 -> 110, S 100 -> 130; all 200 -> 240 (+20 %), C +10 %, S +30 %.
const IndustryPanel panel{.regions = {"A", "B"},
    .industries = {"C", "S"},
    .first = {80.0, 20.0, 20.0, 80.0},
    .last = {90.0, 30.0, 20.0, 100.0}};

TEST(ShiftShare, TwoRegionsAsByHand) {
    const auto parts = shift_share(panel);
    // A: 100 -> 120. nation 100 * 0.2 = 20; mix 80 * (0.1 - 0.2) + 20 * (0.3 - 0.2) = -6; own (90 - 88) + (30 - 26) = 6.
    EXPECT_NEAR(parts[0].nation, 20.0, 1e-12);
    EXPECT_NEAR(parts[0].mix, -6.0, 1e-12);
    EXPECT_NEAR(parts[0].own, 6.0, 1e-12);
    // B: 100 -> 120. nation 20; mix 20 * -0.1 + 80 * 0.1 = 6; own (20 - 22) + (100 - 104) = -6.
    EXPECT_NEAR(parts[1].mix, 6.0, 1e-12);
    EXPECT_NEAR(parts[1].own, -6.0, 1e-12);
}

TEST(ShiftShare, AnIndustryTheNationDidNotHaveIsTheRegionsOwn) {
    IndustryPanel p{.regions = {"A", "B"}, .industries = {"C", "N"}, .first = {10, 0, 10, 0}, .last = {10, 5, 10, 0}};
    const auto parts = shift_share(p);
    EXPECT_NEAR(parts[0].without_base, 5.0, 1e-12);
    EXPECT_NEAR(parts[0].nation + parts[0].mix + parts[0].own, 5.0, 1e-12);
}

TEST(ShiftShare, PartsSumToTheChangeAndMixAndOwnToNothingOnRandomPanels) {
    std::mt19937_64 random(1960);
    std::uniform_real_distribution<double> value(0.0, 1e6);
    for (int draw = 0; draw < 100; ++draw) {
        IndustryPanel p{.regions = std::vector<std::string>(17), .industries = std::vector<std::string>(12)};
        for (int i = 0; i < 17 * 12; ++i) {
            p.first.push_back(value(random));
            p.last.push_back(value(random));
        }
        double shifted = 0.0;
        for (const auto& part : shift_share(p)) {
            EXPECT_NEAR(part.nation + part.mix + part.own, part.change, 1e-6);
            shifted += part.mix + part.own;
        }
        EXPECT_NEAR(shifted, 0.0, 1e-5);
    }
}

TEST(LocationQuotient, AsByHand) {
    // A has 80 of 100 in C, the nation 100 of 200: 0.8 / 0.5 = 1.6
    const auto q = location_quotient(panel.first, 2, 2);
    EXPECT_NEAR(q[0], 1.6, 1e-12);
    EXPECT_NEAR(q[1], 0.4, 1e-12);
}

TEST(LocationQuotient, IsBlankWhereTheNationHasNone) {
    EXPECT_TRUE(std::isnan(location_quotient({1.0, 0.0, 1.0, 0.0}, 2, 2)[1]));
}

}  // namespace
}  // namespace ecumene::diagnosis
