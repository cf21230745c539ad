#include "structure/flow_table.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "structure/travel_table.hpp"

namespace ecumene::structure {
namespace {

constexpr Unit a{0}, b{1}, c{2};

TEST(FlowTable, SumsRowsColumnsAndAll) {
    FlowTable flows(3);
    flows.set(a, a, 4.0);
    flows.set(a, b, 3.0);
    flows.add(a, b, 1.0);
    flows.set(c, b, 2.0);
    EXPECT_DOUBLE_EQ(flows.out(a), 8.0);
    EXPECT_DOUBLE_EQ(flows.in(b), 6.0);
    EXPECT_DOUBLE_EQ(flows.total(), 10.0);
    EXPECT_THROW(flows.set(a, c, -1.0), Error);
}

TEST(SparseFlows, HoldTheSameAsTheDenseTable) {
    FlowTable dense(3);
    dense.set(a, a, 4.0);
    dense.set(a, b, 3.0);
    dense.set(c, b, 2.0);
    const SparseFlows sparse(dense);
    EXPECT_EQ(sparse.entries(), 3U);
    EXPECT_EQ(sparse.from(a).size(), 2U);
    EXPECT_EQ(sparse.from(b).size(), 0U);
    EXPECT_EQ(sparse.to(b).size(), 2U);
    EXPECT_DOUBLE_EQ(sparse.inner(a), 4.0);
    EXPECT_DOUBLE_EQ(sparse.in(b), 5.0);
}

TEST(SparseFlows, AddUpWhatIsGivenTwice) {
    const SparseFlows sparse(2, {{b, a, 1.0}, {a, b, 2.0}, {b, a, 3.0}, {a, a, 0.0}});
    EXPECT_EQ(sparse.entries(), 2U);
    EXPECT_DOUBLE_EQ(sparse.out(b), 4.0);
}

TEST(Units, AreFoundByCodeAndRefuseASecondOne) {
    Units units;
    units.add({.code = "b"});
    units.add({.code = "a", .population = 5.0});
    EXPECT_EQ(units.find("a"), Unit{1});
    EXPECT_FALSE(units.find("c"));
    EXPECT_THROW(units.add({.code = "a"}), Error);
    EXPECT_DOUBLE_EQ(units.population(), 5.0);
    EXPECT_FALSE(units.has_places());
}

TEST(Adjacency, SplitsMembersIntoPartsThatHangTogether) {
    const auto borders = adjacency(4, {{a, b}, {c, b}});
    EXPECT_EQ(connected_parts({a, b, c, Unit{3}}, borders).size(), 2U);
    EXPECT_EQ(connected_parts({a, c}, borders).size(), 2U);
    EXPECT_EQ(connected_parts({a, c}, {}).size(), 1U);
}

TEST(Travel, SeoulToBusanIsThreeHundredTwentyFiveKilometres) {
    // City halls; 325 km by the great circle (any map tool).
    EXPECT_NEAR(great_circle_km(126.978, 37.5665, 129.0756, 35.1796), 325.0, 1.0);
}

TEST(Travel, InnerWayIsThatOfADiscOfTheUnitsArea) {
    Units units;
    units.add({.code = "a", .longitude = 127.0, .latitude = 36.0, .area_km2 = 3.14159265358979});
    const auto way = great_circle_travel(units, {.detour = 1.0, .speed_km_h = 60.0, .access_minutes = 2.0});
    EXPECT_NEAR(way.kilometres(a, a), 0.9054, 1e-4);  // 128 / (45 pi) for radius 1 km
    EXPECT_NEAR(way.minutes(a, a), 2.9054, 1e-4);
}

}  // namespace
}  // namespace ecumene::structure
