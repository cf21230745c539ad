#include <gtest/gtest.h>

#include <limits>

#include "core/error.hpp"
#include "structure/access/equity.hpp"
#include "structure/access/reach.hpp"

namespace ecumene::structure {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// a --10-- b --20-- c      d lies on an island
const std::vector<double> by_car{1, 10, 30, never,  //
    10, 1, 20, never,                               //
    30, 20, 1, never,                               //
    never, never, never, 1};
const std::vector<double> by_bus{1, 20, 60, never,  //
    20, 1, 40, never,                               //
    60, 40, 1, never,                               //
    never, never, never, 1};

TEST(Access, CountsWhatLiesWithinTheTimeAndAtItsEdge) {
    const std::vector<double> jobs{100, 50, 10, 7};
    EXPECT_EQ(cumulative(by_car, jobs, 20), (std::vector<double>{150, 160, 60, 7}));
    EXPECT_EQ(cumulative(by_car, jobs, 0), (std::vector<double>{0, 0, 0, 0}));
}

TEST(Access, WeighsModesByWhoUsesThem) {
    const std::vector<double> jobs{100, 50, 10, 7};
    const std::vector<double> access = cumulative({{&by_car, 0.6}, {&by_bus, 0.4}}, jobs, 20);
    EXPECT_DOUBLE_EQ(access[0], 150);                    // both modes reach b
    EXPECT_DOUBLE_EQ(access[1], 0.6 * 160 + 0.4 * 150);  // c by car only
}

// By hand: within 20 minutes a is shared by a, b (200 people); b by a, b, c (300); c by b, c (150).
TEST(Access, FloatingCatchmentSharesSupplyAmongThoseWhoReachIt) {
    const std::vector<double> doctors{4, 6, 3, 1}, people{100, 100, 50, 10};
    const std::vector<double> access = floating_catchment({{&by_car}}, doctors, people, 20);
    EXPECT_DOUBLE_EQ(access[0], 4.0 / 200 + 6.0 / 250);
    EXPECT_DOUBLE_EQ(access[1], 4.0 / 200 + 6.0 / 250 + 3.0 / 150);
    EXPECT_DOUBLE_EQ(access[2], 6.0 / 250 + 3.0 / 150);
    EXPECT_DOUBLE_EQ(access[3], 0.1);
    double handed_out = 0.0;
    for (std::size_t i = 0; i < 4; ++i) handed_out += access[i] * people[i];
    EXPECT_NEAR(handed_out, 14.0, 1e-12);  // every doctor is used once
}

TEST(Access, SupplyIsHandedOutOnceWhateverTheModes) {
    const std::vector<double> doctors{4, 6, 3, 0}, people{100, 100, 50, 0};
    const std::vector<double> access = floating_catchment(
        {{&by_car, 1.0, {0.9, 0.5, 0.1, 1.0}}, {&by_bus, 1.0, {0.1, 0.5, 0.9, 0.0}}}, doctors, people, 20);
    double handed_out = 0.0;
    for (std::size_t i = 0; i < 4; ++i) handed_out += access[i] * people[i];
    EXPECT_NEAR(handed_out, 13.0, 1e-12);
}

TEST(Access, EquityLooksAtPeopleNotAtUnits) {
    const AccessEquity equity = access_equity({10, 100, 40}, {10, 70, 20}, {0, 1, 1});
    EXPECT_DOUBLE_EQ(equity.mean, 79.0);
    EXPECT_DOUBLE_EQ(equity.worst_off, 25.0);  // ten people with 10, ten of the twenty with 40
    ASSERT_TRUE(equity.theil);
    EXPECT_NEAR(equity.theil->total, equity.theil->between + equity.theil->within, 1e-12);
}

TEST(Access, SaysWhichTableDoesNotFit) {
    EXPECT_THROW(cumulative(by_car, {1, 2, 3}, 20), Error);
    EXPECT_THROW(cumulative(by_car, {1, 2, 3, 4}, -1), Error);
    EXPECT_THROW(access_equity({1, 2}, {1}), Error);
}

}  // namespace
}  // namespace ecumene::structure
