#include "diagnosis/change/lmdi.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace ecumene::diagnosis {
namespace {

LmdiCell cell(double first, double last, std::vector<double> first_factors, std::vector<double> last_factors) {
    return {.first = first,
        .last = last,
        .first_factors = std::move(first_factors),
        .last_factors = std::move(last_factors)};
}

double sum(const std::vector<double>& values) {
    double s = 0.0;
    for (const double v : values) s += v;
    return s;
}

TEST(Lmdi, LogarithmicMeanAsByHand) {
    EXPECT_DOUBLE_EQ(logarithmic_mean(3.0, 3.0), 3.0);
    EXPECT_NEAR(logarithmic_mean(std::exp(1.0), 1.0), std::exp(1.0) - 1.0, 1e-15);
    EXPECT_EQ(logarithmic_mean(5.0, 0.0), 0.0);
    EXPECT_NEAR(logarithmic_mean(1.0 + 1e-12, 1.0), 1.0 + 0.5e-12, 1e-15);
}

// One cell, E = Q I with Q 10 -> 20 and I 2 -> 1.5: E 20 -> 30, L = 10 / ln 1.5 = 24.663, effects L ln 2, L ln 0.75.
TEST(Lmdi, OneCellOfTwoFactorsAsByHand) {
    const std::vector<LmdiCell> one = {cell(20.0, 30.0, {10.0, 2.0}, {20.0, 1.5})};
    const auto d = decompose(one, 2);
    const double weight = 10.0 / std::log(1.5);
    EXPECT_NEAR(d.effects[0], weight * std::log(2.0), 1e-12);
    EXPECT_NEAR(d.effects[1], weight * std::log(0.75), 1e-12);
    EXPECT_NEAR(sum(d.effects), 10.0, 1e-12);
}

TEST(Lmdi, ASectorThatBeginsBelongsToTheFactorThatWasZero) {
    // E = Q S I: the share S was zero. Ang and Liu (2007): the whole of 6 belongs to S.
    const auto d = decompose(std::vector<LmdiCell>{cell(0.0, 6.0, {10.0, 0.0, 3.0}, {20.0, 0.1, 3.0})}, 3);
    EXPECT_EQ(d.effects, (std::vector<double>{0.0, 6.0, 0.0}));
}

TEST(Lmdi, ASectorThatEndsTakesItsEmissionsAway) {
    const auto d = decompose(std::vector<LmdiCell>{cell(6.0, 0.0, {20.0, 0.1, 3.0}, {10.0, 0.1, 0.0})}, 3);
    EXPECT_EQ(d.effects, (std::vector<double>{0.0, 0.0, -6.0}));
}

TEST(Lmdi, FactorsThatVanishTogetherShareTheChange) {
    const auto d = decompose(std::vector<LmdiCell>{cell(0.0, 6.0, {10.0, 0.0, 0.0}, {20.0, 0.1, 3.0})}, 3);
    EXPECT_EQ(d.effects, (std::vector<double>{0.0, 3.0, 3.0}));
}

TEST(Lmdi, TheLimitIsWhatSmallNumbersTendTo) {
    // With 1e-200 in place of zero the effect of the share is within one per cent of the limit, and closer with less.
    const double small = 1e-200;
    const auto near =
        decompose(std::vector<LmdiCell>{cell(30.0 * small, 6.0, {10.0, small, 3.0}, {20.0, 0.1, 3.0})}, 3);
    EXPECT_NEAR(near.effects[1], 6.0, 0.06);
    EXPECT_NEAR(near.effects[0], 0.0, 0.06);
}

TEST(Lmdi, NothingStaysNothing) {
    const auto d = decompose(std::vector<LmdiCell>{cell(0.0, 0.0, {10.0, 0.0}, {20.0, 0.0})}, 2);
    EXPECT_EQ(d.effects, (std::vector<double>{0.0, 0.0}));
}

TEST(Lmdi, RefusesANetSinkInWords) {
    const auto d = decompose(std::vector<LmdiCell>{cell(-5.0, 3.0, {10.0, -0.5}, {10.0, 0.3})}, 2);
    EXPECT_TRUE(d.is_refused());
    EXPECT_TRUE(d.effects.empty());
    EXPECT_NE(d.refusal.en.find("sink"), std::string::npos);
    EXPECT_EQ(d.change(), 8.0);
}

TEST(Lmdi, RefusesWhatIsUnknownAndEmissionsOfNothing) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(decompose(std::vector<LmdiCell>{cell(5.0, 3.0, {10.0, unknown}, {10.0, 0.3})}, 2).is_refused());
    EXPECT_TRUE(decompose(std::vector<LmdiCell>{cell(5.0, 3.0, {0.0, 1.0}, {10.0, 0.3})}, 2).is_refused());
}

// A random panel; every tenth cell begins, ends, or is not there at all.
std::vector<LmdiCell> random_panel(std::mt19937_64& random, std::size_t cells, std::size_t factors) {
    std::uniform_real_distribution<double> exponent(-6.0, 6.0);
    std::uniform_int_distribution<int> kind(0, 29);
    std::vector<LmdiCell> panel;
    for (std::size_t i = 0; i < cells; ++i) {
        LmdiCell c{.first = 1.0, .last = 1.0};
        for (std::size_t j = 0; j < factors; ++j) {
            c.first_factors.push_back(std::exp(exponent(random)));
            c.last_factors.push_back(std::exp(exponent(random)));
        }
        const int what = kind(random);
        if (what == 0) c.first_factors[i % factors] = 0.0;
        if (what == 1) c.last_factors[i % factors] = 0.0;
        if (what == 2) c.first_factors[0] = c.last_factors[factors - 1] = 0.0;
        for (const double f : c.first_factors) c.first *= f;
        for (const double f : c.last_factors) c.last *= f;
        panel.push_back(std::move(c));
    }
    return panel;
}

TEST(Lmdi, PartsSumToTheChangeOnRandomPanels) {
    std::mt19937_64 random(2007);
    for (int draw = 0; draw < 500; ++draw) {
        const auto panel = random_panel(random, 1 + static_cast<std::size_t>(draw) % 40, 4);
        const auto d = decompose(panel, 4);
        ASSERT_FALSE(d.is_refused());
        EXPECT_NEAR(sum(d.effects), d.change(), 1e-12 * (d.first + d.last));
    }
}

TEST(Lmdi, RefusedNoMatterWhereTheSinkStands) {
    std::mt19937_64 random(7);
    auto panel = random_panel(random, 10, 3);
    panel[9].last = -panel[9].last - 1.0;
    EXPECT_TRUE(decompose(panel, 3).is_refused());
}

}  // namespace
}  // namespace ecumene::diagnosis
