// What must hold in any world: scale, order and names do not matter, and more room never costs more.
#include <gtest/gtest.h>

#include "planning/test/world.hpp"

namespace ecumene::planning {
namespace {

void double_everything(World& world) {
    world.scale("demand", {}, "value", 2.0)
        .scale("stock", {}, "capacity", 2.0)
        .scale("potentials", {}, "value", 2.0)
        .scale("links", {}, "maximum", 2.0)
        .scale("link_stock", {}, "capacity", 2.0)
        .scale("targets", {}, "value", 2.0);
}

TEST(Property, DoublingDemandAndAllLimitsDoublesTheCost) {
    World world;
    const double once = world.plan({}, "two-steps").objective;
    double_everything(world);
    expect_close(world.plan({}, "two-steps").objective, 2.0 * once);
}

TEST(Property, DoublingHoldsWithStoresFlexibilityAndImports) {
    World world;
    world.add("technology_groups", "battery,Battery,배터리,#112233,6")
        .add("technologies", "battery,Battery,배터리,store,battery,electricity,hour,yes,no,,no,,listed,toy")
        .add("technology_values", "battery,investment,,87.6,MKRW/MW,assumed,toy,")
        .add("technology_values", "battery,investment_energy,,36.5,MKRW/MWh,assumed,toy,")
        .add("technology_values", "battery,life,,10,year,assumed,toy,")
        .add("technology_values", "solar,build_pace,,60,MW/year,assumed,toy,")
        .add("potentials", "B,battery,200,MWh,assumed,toy,")
        .add("imports", "hydrogen,price,2025,0.05,MKRW/MWh,assumed,toy,")
        .add("imports", "hydrogen,limit,2025,70080,MWh/year,assumed,toy,")
        .begin("flexibility", "carrier,component,kind,step,year,share,value,unit,status,source")
        .add("flexibility", "electricity,base,shift,1,2025,0.1,0.001,MKRW/MWh,assumed,toy")
        .setting("policies.carbon_cap=\"toy_cap\"");
    world.set("targets", {}, "value", "330000");
    const double once = world.plan().objective;
    double_everything(world);
    world.scale("imports", {{"quantity", "limit"}}, "value", 2.0)
        .scale("technology_values", {{"parameter", "build_pace"}}, "value", 2.0);
    expect_close(world.plan().objective, 2.0 * once);
}

TEST(Property, MoreRoomNeverCostsMore) {
    const double tight = World().plan().objective;
    const std::vector<std::function<void(World&)>> relaxations{
        [](World& w) { w.set("targets", {}, "value", "500000"); },
        [](World& w) {
            w.scale("link_stock", {{"link", "hills-town"}}, "capacity", 1.5);
        },
        [](World& w) {
            w.scale("link_stock", {{"link", "harbour-town"}}, "capacity", 1.5);
        },
        [](World& w) { w.scale("potentials", {}, "value", 1.5); },
        [](World& w) { w.add("potentials", "A,wind,100,MW,assumed,toy,"); },
        [](World& w) { w.add("imports", "hydrogen,price,2025,0.2,MKRW/MWh,assumed,toy,"); },
        [](World& w) { w.add("stock", "harbour-2,Harbour 2,B,coal,10,MW,2010,,assumed,toy,"); },
        [](World& w) { w.setting("policies.unserved_limit=0.1"); },
    };
    for (std::size_t i = 0; i < relaxations.size(); ++i) {
        World world;
        relaxations[i](world);
        EXPECT_LE(world.plan().objective, tight * (1.0 + 1e-7)) << "relaxation " << i;
    }
}

TEST(Property, TighterNeverCostsLess) {
    const double loose = World().plan().objective;
    const std::vector<std::function<void(World&)>> restrictions{
        [](World& w) { w.set("targets", {}, "value", "400000"); },
        [](World& w) {
            w.scale("link_stock", {{"link", "hills-town"}}, "capacity", 0.9);
        },
        [](World& w) {
            w.set("potentials", {{"technology", "wind"}}, "value", "70");
        },
    };
    for (std::size_t i = 0; i < restrictions.size(); ++i) {
        World world;
        restrictions[i](world);
        EXPECT_GT(world.plan().objective, loose + 1.0) << "restriction " << i;
    }
}

TEST(Property, NamesOfRegionsDoNotMatter) {
    World world;
    const double objective = world.plan().objective;
    world.rename_region("A", "Z9").rename_region("B", "a_town").rename_region("C", "M");
    const Plan renamed = world.plan();
    expect_close(renamed.objective, objective, 1e-9);
    expect_close(value(renamed, "capacity", {{"region", "a_town"}, {"technology", "solar"}}, "capacity"), 160.0);
}

TEST(Property, TheOrderOfRowsDoesNotMatter) {
    World world;
    const double objective = world.plan({}, "two-steps").objective;
    for (const auto& table : world.tables()) world.reverse_rows(table);
    expect_close(world.plan({}, "two-steps").objective, objective, 1e-9);
}

// A plan for one region of a nation carries the share of the cap that its demand has: Harbour 175,200 of 1,051,200 MWh,
// 70,080 t, which 10 MW of coal all year emit (0.8 t/MWh); its 40 MW cannot be met otherwise.
TEST(Property, ARegionAloneCarriesItsShareOfTheCap) {
    const Plan plan = World().attempt({"plan.regions=[\"A\"]", "policies.unserved_limit=0"});
    EXPECT_EQ(plan.outcome, Outcome::infeasible);
    ASSERT_EQ(plan.conflicts.size(), 1U);
    EXPECT_EQ(plan.conflicts.front().policy, "carbon_cap");
    expect_close(plan.conflicts.front().amount, 40.0 * 8760.0 * 0.8 - 70080.0, 1e-5);
}

}  // namespace
}  // namespace ecumene::planning
