// What stands when: closures, lives, early retirement, first years. (E4), (E5), (E7)
#include <gtest/gtest.h>

#include "planning/test/world.hpp"

namespace ecumene::planning {
namespace {

Where coal(const char* region, const char* year) {
    return {{"region", region}, {"technology", "coal"}, {"year", year}};
}

// Harbour closes in 2035 as planned; a plant in Town, under construction, opens in 2034.
TEST(Stock, ClosesAndOpensAsPlanned) {
    World world;
    world.set("stock", {{"plant", "harbour-1"}}, "close_year", "2035")
        .add("stock", "town-1,Town 1,B,coal,150,MW,2034,,assumed,toy,");
    const Plan plan = world.plan({"policies.carbon_cap=\"\""}, "two-steps");
    expect_close(value(plan, "capacity", coal("A", "2030"), "capacity"), 100.0);
    expect_close(value(plan, "capacity", coal("A", "2040"), "capacity"), 0.0);
    expect_close(value(plan, "capacity", coal("A", "2040"), "retired"), 0.0);
    expect_close(value(plan, "capacity", coal("B", "2030"), "capacity"), 0.0);
    expect_close(value(plan, "capacity", coal("B", "2040"), "capacity"), 100.0);
    expect_close(value(plan, "capacity", coal("B", "2040"), "retired"), 50.0);
}

// Built in 1995, forty years: gone in 2035.
TEST(Stock, EndsWithItsLife) {
    World world;
    world.set("stock", {{"plant", "harbour-1"}}, "build_year", "1995")
        .add("stock", "town-1,Town 1,B,coal,150,MW,2034,,assumed,toy,");
    const Plan plan = world.plan({"policies.carbon_cap=\"\""}, "two-steps");
    expect_close(value(plan, "capacity", coal("A", "2030"), "capacity"), 100.0);
    expect_close(value(plan, "capacity", coal("A", "2040"), "capacity"), 0.0);
}

// The year a plant closes is its first without it.
TEST(Stock, IsGoneInItsClosingYear) {
    World world;
    world.set("stock", {{"plant", "harbour-1"}}, "close_year", "2030")
        .add("stock", "town-1,Town 1,B,coal,150,MW,2030,,assumed,toy,");
    const Plan plan = world.plan({"policies.carbon_cap=\"\""});
    EXPECT_EQ(total(plan, "capacity", coal("A", "2030"), "capacity"), 0.0);
    expect_close(value(plan, "capacity", coal("B", "2030"), "capacity"), 100.0);
}

// 25 MW more in 2040. Who sees it keeps 125 MW of coal from 2030 on; who does not lets 50 MW go and needs batteries.
TEST(Stock, ThatRetiredEarlyDoesNotComeBack) {
    World world;
    world.add("demand", "electricity,B,reference,new,2030,0,MWh/year,,assumed,toy")
        .add("demand", "electricity,B,reference,new,2040,219000,MWh/year,,assumed,toy")
        .add("technology_groups", "battery,Battery,배터리,#112233,6")
        .add("technologies", "battery,Battery,배터리,store,battery,electricity,hour,yes,no,,no,,unlimited,toy")
        .add("technology_values", "battery,investment,,87.6,MKRW/MW,assumed,toy,")
        .add("technology_values", "battery,investment_energy,,36.5,MKRW/MWh,assumed,toy,")
        .add("technology_values", "battery,life,,10,year,assumed,toy,")
        .setting("policies.carbon_cap=\"\"");
    const Plan perfect = world.plan({}, "two-steps");
    expect_close(value(perfect, "capacity", coal("A", "2030"), "capacity"), 125.0);
    expect_close(value(perfect, "capacity", coal("A", "2040"), "capacity"), 125.0);
    const Plan myopic = world.plan({"plan.foresight=\"myopic\""}, "two-steps");
    expect_close(value(myopic, "capacity", coal("A", "2030"), "capacity"), 100.0);
    EXPECT_LE(value(myopic, "capacity", coal("A", "2040"), "capacity"), 100.0 + 1e-4);
    EXPECT_GT(total(myopic, "capacity", {{"technology", "battery"}, {"year", "2040"}}, "energy_capacity"), 1.0);
    EXPECT_GT(myopic.objective, perfect.objective + 1.0);
}

// 2026 is data: all 150 MW of coal stand, nothing is built (hydrogen, which would need a plant, is left out).
TEST(Stock, IsWhatItIsInTheYearAfterTheBaseYear) {
    World world;
    world.remove("demand", {{"carrier", "hydrogen"}});
    const Plan plan = world.plan({"plan.years=[2026, 2030]", "policies.carbon_cap=\"\""});
    expect_close(value(plan, "capacity", coal("A", "2026"), "capacity"), 150.0);
    expect_close(value(plan, "capacity", coal("A", "2026"), "retired"), 0.0);
    expect_close(total(plan, "capacity", {{"year", "2026"}}, "built"), 0.0);
    expect_close(value(plan, "capacity", {{"technology", "wind"}, {"year", "2030"}}, "built"), 80.0);
    expect_close(value(plan, "capacity", coal("A", "2030"), "retired"), 70.0);  // 120 MW of load - 40 of wind
}

TEST(Stock, MayBeBuiltTwoYearsAfterTheBaseYear) {
    const Plan plan = World().plan({"plan.years=[2027]", "policies.carbon_cap=\"\""});
    expect_close(value(plan, "capacity", {{"technology", "wind"}, {"year", "2027"}}, "built"), 80.0);
    expect_close(value(plan, "capacity", coal("A", "2027"), "retired"), 50.0);
}

TEST(Stock, DoesNotGrowWhereTheScenarioForbidsIt) {
    const Plan plan = World().plan({"technologies.wind.extendable=false", "policies.carbon_cap=\"\""});
    expect_close(total(plan, "capacity", {{"technology", "wind"}}, "capacity"), 0.0);
    // coal 140 MW: fuel 1,226,400 x 0.04 + kept 1,400 + electrolyser
    expect_close(plan.objective, 49056.0 + 1400.0 + 1401.6);
}

World& with_growing_link(World& world, const std::string& first_year) {
    return world.set("technologies", {{"technology", "line"}}, "extendable", "yes")
        .add("technology_values", "line,investment_per_km,,1,MKRW/(MW km),assumed,toy,")
        .set("links", {{"link", "hills-town"}}, "maximum", "80")
        .set("links", {{"link", "hills-town"}}, "first_year", first_year)
        .setting("policies.carbon_cap=\"\"");
}

// 90 km at 1 MKRW/(MW km) over 60 years, 1.5 a year: wind through a longer line still beats coal; from 2035 on it may.
TEST(Link, GrowsFromItsFirstYearOn) {
    World world;
    const Plan plan = with_growing_link(world, "2035").plan({}, "two-steps");
    expect_close(value(plan, "flows", {{"link", "hills-town"}, {"year", "2030"}}, "capacity"), 40.0);
    expect_close(value(plan, "flows", {{"link", "hills-town"}, {"year", "2040"}}, "capacity"), 80.0);
    expect_close(value(plan, "flows", {{"link", "hills-town"}, {"year", "2040"}}, "investment"), 40.0 * 90.0);
}

// wind 160 x 131.4 + line 40 x 1.5 + coal 60 MW: 525,600 x 0.04 + 600 + electrolyser; the line's cost is halved between its ends.
TEST(Link, GrowsAtOnceWithoutAFirstYear) {
    World world;
    const Plan plan = with_growing_link(world, "").plan();
    expect_close(value(plan, "flows", {{"link", "hills-town"}}, "built"), 40.0);
    expect_close(plan.objective, 21024.0 + 60.0 + 21024.0 + 600.0 + 1401.6);
    expect_close(
        value(plan, "costs", {{"item", "hills-town"}, {"region", "B"}, {"component", "annuity"}}, "value"), 30.0);
    expect_close(
        value(plan, "costs", {{"item", "hills-town"}, {"region", "C"}, {"component", "annuity"}}, "value"), 30.0);
}

// An annuity is due while a build stands: 10 % over 20 years, 0.1 / (1 - 1.1^-20) = 0.1174596 of the investment.
TEST(Annuity, FollowsTheOwnersRate) {
    const Plan plan = World().plan({"plan.owner_rate=0.1", "policies.carbon_cap_values.2030=420480"});
    expect_close(
        value(plan, "costs", {{"item", "solar"}, {"component", "annuity"}}, "value"), 160.0 * 2628.0 * 0.11745962477);
}

TEST(Annuity, FollowsTheTechnologysOwnRateFirst) {
    World world;
    world.add("technology_values", "solar,discount_rate,,0.1,1/year,assumed,toy,");
    const Plan plan = world.plan();
    expect_close(
        value(plan, "costs", {{"item", "solar"}, {"component", "annuity"}}, "value"), 160.0 * 2628.0 * 0.11745962477);
    expect_close(value(plan, "costs", {{"item", "wind"}, {"component", "annuity"}}, "value"), 10512.0);
}

}  // namespace
}  // namespace ecumene::planning
