// Each policy where it binds and where it does not; its shadow price against planning again with a limit moved a little.
#include <gtest/gtest.h>

#include <cmath>

#include "planning/test/world.hpp"

namespace ecumene::planning {
namespace {

using Settings = std::vector<std::string>;

double shadow_price(const Plan& plan, const std::string& policy, const std::string& region = "TOY") {
    return value(plan, "policies", {{"policy", policy}, {"region", region}}, "shadow_price");
}

std::string binds(const Plan& plan, const std::string& policy, const std::string& region = "TOY") {
    return text(plan, "policies", {{"policy", policy}, {"region", region}}, "binds");
}

// Cost per unit of a limit, from plans a little to either side.
double slope(double below, double above, double distance) {
    return std::abs(above - below) / distance;
}

// README: 0.025 MKRW per tonne.
TEST(CarbonCap, BindsAtThePriceOfSolarForCoal) {
    const World world;
    const Plan plan = world.plan();
    EXPECT_EQ(binds(plan, "carbon_cap"), "yes");
    expect_close(shadow_price(plan, "carbon_cap"), 0.025);
    const double less = world.plan({"policies.carbon_cap_values.2030=419480"}).objective;
    const double more = world.plan({"policies.carbon_cap_values.2030=421480"}).objective;
    expect_close(slope(less, more, 2000.0), 0.025);
}

// Without a cap the toy emits 700,800 t.
TEST(CarbonCap, DoesNotBindAboveWhatIsCheapest) {
    const Plan plan = World().plan({"policies.carbon_cap_values.2030=700900"});
    EXPECT_EQ(binds(plan, "carbon_cap"), "no");
    expect_close(value(plan, "summary", {}, "carbon_price"), 0.0);
    expect_close(value(plan, "policies", {{"policy", "carbon_cap"}}, "activity"), 700800.0);
}

// Between two years the cap is a straight line; before its first year there is none.
TEST(CarbonCap, IsAStraightLineBetweenItsYears) {
    const Settings caps{"plan.years=[2028, 2030, 2032, 2040]", "policies.carbon_cap_values={2030=600000, 2040=400000}"};
    const Plan plan = World().plan(caps);
    EXPECT_TRUE(is_blank(value(plan, "summary", {{"year", "2028"}}, "cap")));
    expect_close(value(plan, "summary", {{"year", "2032"}}, "net_emissions"), 560000.0);
    expect_close(value(plan, "summary", {{"year", "2040"}}, "cap"), 400000.0);
}

// Ten years each of 420,480 t: the toy's plan twenty times; the tonnes may fall in either period, their price is the same.
TEST(CarbonBudget, CountsEveryYearOfThePeriods) {
    const World world;
    const Settings budget{"policies.carbon_cap=\"\"", "policies.carbon_budget=8409600"};
    const Plan plan = world.plan(budget, "two-steps");
    expect_close(plan.objective, 20.0 * 54961.6);
    EXPECT_EQ(binds(plan, "carbon_budget"), "yes");
    expect_close(shadow_price(plan, "carbon_budget"), 0.025);
    const double less = world.plan({budget[0], "policies.carbon_budget=8399600"}, "two-steps").objective;
    const double more = world.plan({budget[0], "policies.carbon_budget=8419600"}, "two-steps").objective;
    expect_close(slope(less, more, 20000.0), 0.025);
}

// Year by year the first period burns what is cheapest, 10 x 700,800 t, and leaves 6,992,000 for the second.
TEST(CarbonBudget, IsUsedUpYearByYear) {
    const Plan plan = World().plan(
        {"policies.carbon_cap=\"\"", "policies.carbon_budget=14000000", "plan.foresight=\"myopic\""}, "two-steps");
    expect_close(value(plan, "summary", {{"year", "2030"}}, "net_emissions"), 700800.0);
    expect_close(value(plan, "summary", {{"year", "2040"}}, "net_emissions"), 699200.0);
}

TEST(CarbonBudget, DoesNotBindWhenItIsLarge) {
    const Plan plan = World().plan({"policies.carbon_cap=\"\"", "policies.carbon_budget=1e9"});
    EXPECT_EQ(binds(plan, "carbon_budget"), "no");
    expect_close(shadow_price(plan, "carbon_budget"), 0.0);
}

// Town: 0.45 of 876,000 MWh from its own panels, 90 MW in the sun, 180 MW of panels; coal 10 MW in the sun, 100 in the dark.
// wind 10,512 + solar 23,652 + fuel 110 x 4,380 x 0.04 + kept 1,000 + electrolyser 1,401.6 = 55,837.6.
// One more MWh of floor: solar 0.06 for coal 0.04.
TEST(SelfReliance, BindsInTheRegionThatHasItsOwnFloor) {
    const World world;
    // Harbour has nothing clean: its own floor of 0 stands in place of the general one.
    const auto floors = [](const std::string& share) {
        return Settings{"policies.self_reliance.2030=" + share, "policies.self_reliance_regions.A.2030=0"};
    };
    const Plan plan = world.plan(floors("0.45"));
    expect_close(plan.objective, 55837.6);
    expect_close(value(plan, "self_reliance", {{"region", "B"}}, "share"), 0.45);
    EXPECT_EQ(binds(plan, "self_reliance", "B"), "yes");
    EXPECT_EQ(binds(plan, "self_reliance", "A"), "no");
    expect_close(shadow_price(plan, "self_reliance", "B"), 0.02);
    const double less = world.plan(floors("0.449")).objective, more = world.plan(floors("0.451")).objective;
    expect_close(slope(less, more, 0.002 * 876000.0), 0.02);
}

// Without a floor Town has 350,400 of 876,000 MWh, 0.4.
TEST(SelfReliance, DoesNotBindBelowWhatIsCheapest) {
    const Plan plan = World().plan({"policies.self_reliance_regions.B.2030=0.3"});
    EXPECT_EQ(binds(plan, "self_reliance", "B"), "no");
    expect_close(value(plan, "self_reliance", {{"region", "B"}}, "share"), 0.4);
    expect_close(plan.objective, 54961.6);
}

// Harbour: load 20 MW and electrolysis 20 MW count; a tenth of 350,400 MWh. Panels there cost what they cost in Town.
TEST(SelfReliance, CountsElectrolysisAsDemand) {
    World world;
    world.add("potentials", "A,solar,500,MW,assumed,toy,");
    const Plan plan = world.plan({"policies.self_reliance_regions.A.2030=0.1"});
    expect_close(value(plan, "self_reliance", {{"region", "A"}}, "demand"), 350400.0);
    EXPECT_GE(value(plan, "self_reliance", {{"region", "A"}}, "clean"), 35040.0 * (1.0 - 1e-6));
    expect_close(plan.objective, 54961.6);
}

// 30 of 40 MW from Hills: wind 60 x 131.4, coal 110 MW in the dark and 10 in the sun, 200 MW of panels, kept 1,100:
// 7,884 + 26,280 + 21,024 + 1,100 + 1,401.6 = 57,689.6. One MW more: 2 MW of turbines for 4 MW of panels and 1 MW of coal.
TEST(LinkGroup, BindsInItsDirection) {
    World world;
    world.begin("link_groups", "link_group,link,direction")
        .add("link_groups", "westward,hills-town,forward")
        .begin("link_group_limits", "link_group,year,value,unit,status,source,name_en,name_ko,note")
        .add("link_group_limits", "westward,2025,30,MW,assumed,toy,Westward,서향,");
    const Plan plan = world.plan();
    expect_close(plan.objective, 57689.6);
    EXPECT_EQ(binds(plan, "link_group:westward"), "yes");
    expect_close(value(plan, "policies", {{"policy", "link_group:westward"}}, "activity"), 30.0);
    expect_close(shadow_price(plan, "link_group:westward"), 4.0 * 131.4 + 10.0 - 2.0 * 131.4);
    world.set("link_group_limits", {}, "value", "30.5");
    expect_close(slope(plan.objective, world.plan().objective, 0.5), 272.8);
}

// Hills to Town and Town to Harbour together at most 55 MW: in the sun 40 + 20 would flow. Wind lets 5 MW go and ten more
// MW of panels stand in for it: 54,961.6 + 10 x 131.4.
TEST(LinkGroup, AddsUpItsMembersEachInItsDirection) {
    World world;
    world.begin("link_groups", "link_group,link,direction")
        .add("link_groups", "westward,hills-town,forward")
        .add("link_groups", "westward,harbour-town,backward")
        .begin("link_group_limits", "link_group,year,value,unit,status,source,name_en,name_ko,note")
        .add("link_group_limits", "westward,2025,55,MW,assumed,toy,Westward,서향,");
    const Plan plan = world.plan();
    expect_close(plan.objective, 56275.6);
    expect_close(value(plan, "generation", {{"technology", "wind"}}, "value"), 40.0 * 4380.0 + 35.0 * 4380.0);
}

// 30 MW from 2035 on.
TEST(LinkGroup, HoldsFromItsYearOn) {
    World world;
    world.begin("link_groups", "link_group,link,direction")
        .add("link_groups", "westward,hills-town,forward")
        .begin("link_group_limits", "link_group,year,value,unit,status,source,name_en,name_ko,note")
        .add("link_group_limits", "westward,2035,30,MW,assumed,toy,Westward,서향,");
    expect_close(world.plan().objective, 54961.6);
    expect_close(world.plan({"plan.years=[2040]"}).objective, 57689.6);
}

TEST(LinkGroup, DoesNotBindWhereItIsWide) {
    World world;
    world.begin("link_groups", "link_group,link,direction")
        .add("link_groups", "westward,hills-town,forward")
        .begin("link_group_limits", "link_group,year,value,unit,status,source,name_en,name_ko,note")
        .add("link_group_limits", "westward,2025,100,MW,assumed,toy,Westward,서향,");
    const Plan plan = world.plan();
    EXPECT_EQ(binds(plan, "link_group:westward"), "no");
    expect_close(plan.objective, 54961.6);
}

// 12 MW a year over five years: 60 MW of turbines, the cost of 30 MW of link (above); one MW of turbines is half a MW of wind.
TEST(BuildPace, BindsOverTheYearsSinceTheBaseYear) {
    World world;
    world.add("technology_values", "wind,build_pace,,12,MW/year,assumed,toy,");
    const Plan plan = world.plan();
    expect_close(plan.objective, 57689.6);
    EXPECT_EQ(binds(plan, "build_pace:wind"), "yes");
    expect_close(value(plan, "policies", {{"policy", "build_pace:wind"}}, "limit"), 60.0);
    expect_close(shadow_price(plan, "build_pace:wind"), 136.4);
    world.set("technology_values", {{"parameter", "build_pace"}}, "value", "12.1");
    expect_close(slope(plan.objective, world.plan().objective, 0.5), 136.4);
}

TEST(BuildPace, DoesNotBindWhenItIsFast) {
    World world;
    world.add("technology_values", "wind,build_pace,,100,MW/year,assumed,toy,");
    const Plan plan = world.plan();
    EXPECT_EQ(binds(plan, "build_pace:wind"), "no");
    expect_close(plan.objective, 54961.6);
}

// The window of a later milestone is the years since the one before: 2030 to 2040, ten.
TEST(BuildPace, CountsTheYearsBetweenMilestones) {
    World world;
    world.add("technology_values", "wind,build_pace,,12,MW/year,assumed,toy,");
    const Plan plan = world.plan({}, "two-steps");
    expect_close(value(plan, "policies", {{"policy", "build_pace:wind"}, {"year", "2040"}}, "limit"), 120.0);
    expect_close(value(plan, "capacity", {{"technology", "wind"}, {"year", "2040"}}, "capacity"), 80.0);
}

// Unserved at 0.05 saves 0.0622831 in the dark; 0.005 of 1,051,200 MWh may: 5,256 MWh.
// coal 98.8 in the dark and 21.2 in the sun, panels 157.6: 54,961.6 - 5,256 x (0.06 + 10/4,380 - 0.05).
TEST(UnservedLimit, BindsWhenLoadIsWorthLessThanPower) {
    World world;
    world.set("carriers", {{"carrier", "electricity"}}, "unserved_value", "0.05");
    const Plan plan = world.plan();
    const double saving = 0.06 + 10.0 / 4380.0 - 0.05;
    expect_close(plan.objective, 54961.6 - 5256.0 * saving);
    expect_close(value(plan, "summary", {}, "unserved"), 5256.0);
    EXPECT_EQ(binds(plan, "unserved_limit:electricity"), "yes");
    expect_close(shadow_price(plan, "unserved_limit:electricity"), saving);
    expect_close(total(plan, "costs", {{"component", "unserved"}}, "value"), 5256.0 * 0.05);
    const double more = world.plan({"policies.unserved_limit=0.0051"}).objective;
    expect_close(slope(plan.objective, more, 105.12), saving);
}

TEST(UnservedLimit, DoesNotBindWhenLoadIsWorthMore) {
    const Plan plan = World().plan();
    EXPECT_EQ(binds(plan, "unserved_limit:electricity"), "no");
    expect_close(value(plan, "summary", {}, "unserved"), 0.0);
}

// A blank value means that demand must be met: no limit then lets any of it go.
TEST(UnservedLimit, MeansNothingWhereDemandMustBeMet) {
    World world;
    world.set("carriers", {{"carrier", "electricity"}}, "unserved_value", "")
        .set("carriers", {{"carrier", "electricity"}}, "unserved_unit", "");
    const Plan plan = world.plan({"policies.unserved_limit=1"});
    expect_close(value(plan, "summary", {}, "unserved"), 0.0);
    expect_close(plan.objective, 54961.6);
}

// Town's mean price is (60 + 62.283105) / 2; 876 MWh more over the year cost that much more.
TEST(Price, IsTheCostOfOneMoreUnitOfDemand) {
    World world;
    const Plan plan = world.plan();
    const double price = value(plan, "prices", {{"region", "B"}, {"carrier", "electricity"}}, "mean") / 1000.0;
    world.scale("demand", {{"region", "B"}}, "value", 1.001);
    expect_close((world.plan().objective - plan.objective) / 876.0, price, 1e-5);
}

// Hydrogen: 1.25 MWh at the mean price of power and 87.6 / 8,760 for the electrolyser.
TEST(Price, OfHydrogenIsThatOfItsPowerAndPlant) {
    World world;
    const Plan plan = world.plan();
    const double price = value(plan, "prices", {{"region", "A"}, {"carrier", "hydrogen"}}, "mean") / 1000.0;
    expect_close(price, 1.25 * (0.06 + 5.0 / 4380.0) + 0.01);
    world.scale("demand", {{"carrier", "hydrogen"}}, "value", 1.001);
    expect_close((world.plan().objective - plan.objective) / 140.16, price, 1e-5);
}

// Panels built in 2030 serve both periods, so only the sum over the years is fixed: sum_y d_y price = sum_y d_y 61.1415525.
TEST(Price, IsUndiscounted) {
    const Plan plan = World().plan({"plan.discount_rate=0.1"}, "two-steps");
    double paid = 0.0, weight = 0.0;
    for (const char* year : {"2030", "2040"}) {
        const double discount = value(plan, "summary", {{"year", year}}, "discount_weight");
        paid += discount * value(plan, "prices", {{"region", "B"}, {"carrier", "electricity"}, {"year", year}}, "mean");
        weight += discount;
    }
    expect_close(paid / weight, 60.0 + 5000.0 / 4380.0);
}

}  // namespace
}  // namespace ecumene::planning
