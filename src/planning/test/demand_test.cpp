// How demand bends, and hydrogen: made, bought, piped. (E1), (E7), (E11)
#include <gtest/gtest.h>

#include "planning/test/world.hpp"

namespace ecumene::planning {
namespace {

World& with_flexibility(World& world, const std::string& row) {
    return world.begin("flexibility", "carrier,component,kind,step,year,share,value,unit,status,source")
        .add("flexibility", row);
}

// 12 of 120 MW move from the dark into the sun: coal 88 and 32, the same panels, 12 MW of coal less to keep:
// 54,961.6 - 120 + 12 x 4,380 x 0.001.
TEST(Shift, MovesLoadIntoTheSun) {
    World world;
    const Plan plan = with_flexibility(world, "electricity,base,shift,1,2025,0.1,0.001,MKRW/MWh,assumed,toy").plan();
    expect_close(plan.objective, 54961.6 - 120.0 + 52.56);
    expect_close(value(plan, "capacity", {{"technology", "coal"}}, "capacity"), 88.0);
    expect_close(dispatched(plan, "B", "shifted", 0), 10.0);
    expect_close(dispatched(plan, "B", "shifted", 1), -10.0);
    for (const char* region : {"A", "B"})
        expect_close(value(plan, "balances", {{"region", region}, {"carrier", "electricity"}}, "shifted_net"), 0.0);
    expect_close(total(plan, "costs", {{"component", "shift"}}, "value"), 52.56);
}

// Moving costs more than the 0.0022831 between dark and sun.
TEST(Shift, StaysWhereItCostsMoreThanItSaves) {
    World world;
    const Plan plan = with_flexibility(world, "electricity,base,shift,1,2025,0.1,0.003,MKRW/MWh,assumed,toy").plan();
    expect_close(plan.objective, 54961.6);
}

// Load that only lasts through the second half of the day: what is put off must still be caught up, though nothing can
// move in the first hours.
TEST(Shift, IsCaughtUpWhereTheDayBeginsWithoutLoad) {
    World world;
    world.series("evening", "shape", [](int hour) { return hour % 24 >= 12 ? 1.0 : 0.0; })
        .add("demand", "electricity,B,reference,charging,2025,43800,MWh/year,evening,assumed,toy");
    const double fixed = world.plan({"policies.carbon_cap_values.2030=1e7"}).objective;
    with_flexibility(world, "electricity,charging,shift,1,2025,0.5,0,MKRW/MWh,assumed,toy");
    const Plan plan = world.plan({"policies.carbon_cap_values.2030=1e7"});
    expect_close(value(plan, "balances", {{"region", "B"}, {"carrier", "electricity"}}, "shifted_net"), 0.0);
    expect_close(plan.objective, fixed);
}

// Each of 365 days catches up on its own, also when every half-day of the year is planned.
TEST(Shift, IsCaughtUpEveryDayOfTheFullYear) {
    World world;
    const Plan plan = with_flexibility(world, "electricity,base,shift,1,2025,0.1,0.001,MKRW/MWh,assumed,toy")
                          .plan({"time.resolution=\"full\""});
    expect_close(plan.objective, 54961.6 - 120.0 + 52.56);
}

// Worth 0.0615: less than power in the dark (0.0622831), more than in the sun (0.06). 12 MW for 4,380 h.
TEST(Cut, EndsUseThatIsWorthLessThanPower) {
    World world;
    const Plan plan = with_flexibility(world, "electricity,base,cut,1,2025,0.1,0.0615,MKRW/MWh,assumed,toy").plan();
    expect_close(plan.objective, 54961.6 - 52560.0 * (0.06 + 10.0 / 4380.0 - 0.0615));
    expect_close(total(plan, "balances", {{"carrier", "electricity"}}, "cut"), 52560.0);
    expect_close(value(plan, "costs", {{"region", "B"}, {"component", "cut"}}, "value"), 43800.0 * 0.0615);
    expect_close(dispatched(plan, "B", "cut", 0), 10.0);
    expect_close(dispatched(plan, "B", "cut", 1), 0.0);
}

// A cheap step first: 0.05 in both halves; the dear one not at all.
TEST(Cut, GoesStepByStep) {
    World world;
    with_flexibility(world, "electricity,base,cut,1,2025,0.01,0.05,MKRW/MWh,assumed,toy")
        .add("flexibility", "electricity,base,cut,2,2025,0.1,0.1,MKRW/MWh,assumed,toy");
    const Plan plan = world.plan();
    expect_close(total(plan, "balances", {{"carrier", "electricity"}}, "cut"), 0.01 * 1051200.0);
}

// A value of its own for each year: 0.05 in 2030 ends 12 MW of use all year, 1 in 2040 none.
TEST(Cut, FollowsItsValueThroughTheYears) {
    World world;
    with_flexibility(world, "electricity,base,cut,1,2030,0.1,0.05,MKRW/MWh,assumed,toy")
        .add("flexibility", "electricity,base,cut,1,2040,0.1,1,MKRW/MWh,assumed,toy");
    const Plan plan = world.plan({}, "two-steps");
    expect_close(total(plan, "balances", {{"carrier", "electricity"}, {"year", "2030"}}, "cut"), 105120.0);
    expect_close(total(plan, "balances", {{"carrier", "electricity"}, {"year", "2040"}}, "cut"), 0.0);
}

// Bought at 0.05 (made: 0.086), half of the need all day: 8 MW of electrolysis, coal 90 and 30, 120 MW of panels:
// 10,512 + 15,768 + 21,024 + 900 + 700.8 + 70,080 x 0.05 = 52,408.8.
TEST(Hydrogen, IsBoughtUpToItsLimit) {
    World world;
    world.add("imports", "hydrogen,price,2025,0.05,MKRW/MWh,assumed,toy,")
        .add("imports", "hydrogen,limit,2025,70080,MWh/year,assumed,toy,");
    const Plan plan = world.plan();
    expect_close(plan.objective, 52408.8);
    expect_close(value(plan, "balances", {{"region", "A"}, {"carrier", "hydrogen"}}, "imported"), 70080.0);
    expect_close(value(plan, "costs", {{"item", "hydrogen"}, {"component", "import"}}, "value"), 3504.0);
    expect_close(value(plan, "capacity", {{"technology", "electrolyser"}}, "capacity"), 8.0);
}

// All of it, without a limit: 120 MW of load, coal 80 and 40, 80 MW of panels.
TEST(Hydrogen, IsAllBoughtWithoutALimit) {
    World world;
    world.add("imports", "hydrogen,price,2025,0.05,MKRW/MWh,assumed,toy,");
    const Plan plan = world.plan();
    expect_close(plan.objective, 10512.0 + 80.0 * 131.4 + 21024.0 + 800.0 + 140160.0 * 0.05);
    expect_close(value(plan, "capacity", {{"technology", "electrolyser"}}, "capacity"), 0.0);
}

TEST(Hydrogen, IsMadeWhereBuyingCostsMore) {
    World world;
    world.add("imports", "hydrogen,price,2025,0.09,MKRW/MWh,assumed,toy,");
    expect_close(world.plan().objective, 54961.6);
}

// Electrolysis in Hills behind the full power line, a pipe of 100 km that loses a tenth: 17.7778 MW of hydrogen from
// 22.2222 MW of wind. wind (80 + 44.4444) x 131.4 + panels 80 x 131.4 + coal 21,024 + kept 800 + 17.7778 x 87.6.
TEST(Hydrogen, ComesThroughAPipeWithItsLosses) {
    World world;
    world.add("technology_groups", "pipe,Pipe,배관,#112233,6")
        .add("technologies", "pipe,Hydrogen pipe,수소 배관,link,pipe,hydrogen,hour,no,no,,,,unlimited,toy")
        .add("technology_values", "pipe,life,,40,year,assumed,toy,")
        .add("technology_values", "pipe,loss_per_km,,0.001,1/km,assumed,toy,")
        .add("links", "hills-harbour,pipe,C,A,100,1,20,,assumed,toy,")
        .add("link_stock", "hills-harbour,20,MW,2000,2070,assumed,toy,")
        .add("potentials", "C,electrolyser,100,MW,assumed,toy,");
    const Plan plan = world.plan();
    const double made = 16.0 / 0.9;
    expect_close(plan.objective, (80.0 + 2.5 * made) * 131.4 + 80.0 * 131.4 + 21024.0 + 800.0 + made * 87.6);
    expect_close(value(plan, "flows", {{"link", "hills-harbour"}}, "losses"), 0.1 * made * 8760.0);
    expect_close(value(plan, "balances", {{"region", "A"}, {"carrier", "hydrogen"}}, "received"), 140160.0);
    expect_close(value(plan, "balances", {{"region", "C"}, {"carrier", "hydrogen"}}, "sent"), made * 8760.0);
}

}  // namespace
}  // namespace ecumene::planning
