// Stores within a day and from season to season. (E6)
#include <gtest/gtest.h>

#include <cmath>

#include "planning/energy_model.hpp"
#include "planning/tables/answer.hpp"
#include "planning/test/world.hpp"
#include "solver/solve.hpp"

namespace ecumene::planning {
namespace {

// A cap of 262,800 t leaves 75 MW of coal for the dark half, all of it: a store must give the other 25 MW.
const std::vector<std::string> tight_cap{"policies.carbon_cap_values.2030=262800"};
// wind 10,512 + coal 328,500 MWh x 0.04 + kept 750 + electrolyser 1,401.6
constexpr double cost_without_sun_and_store = 10512.0 + 13140.0 + 750.0 + 1401.6;

World& with_battery(World& world) {
    return world.add("technology_groups", "battery,Battery,배터리,#112233,6")
        .add("technologies", "battery,Battery,배터리,store,battery,electricity,hour,yes,no,,no,,listed,toy")
        .add("technology_values", "battery,investment,,87.6,MKRW/MW,assumed,toy,")
        .add("technology_values", "battery,investment_energy,,36.5,MKRW/MWh,assumed,toy,")
        .add("technology_values", "battery,life,,10,year,assumed,toy,")
        .add("technology_values", "battery,efficiency_charge,,0.8,1,assumed,toy,")
        .add("potentials", "B,battery,5000,MWh,assumed,toy,");
}

// 25 MW x 12 h = 300 MWh a night; charged with 31.25 MW at 0.8. Panels for 131.25 MW in the sun: 262.5 MW.
// energy 300 x 3.65 + power 31.25 x 8.76.
TEST(Battery, CarriesTheSunIntoTheNight) {
    World world;
    const Plan plan = with_battery(world).plan(tight_cap);
    expect_close(plan.objective, cost_without_sun_and_store + 262.5 * 131.4 + 1095.0 + 273.75);
    const Where battery{{"technology", "battery"}};
    expect_close(value(plan, "capacity", battery, "capacity"), 31.25);
    expect_close(value(plan, "capacity", battery, "energy_capacity"), 300.0);
    expect_close(value(plan, "capacity", battery, "investment"), 300.0 * 36.5 + 31.25 * 87.6);
    expect_close(value(plan, "generation", battery, "value"), -6.25 * 4380.0);
    expect_close(dispatched(plan, "B", "discharge", 0), 25.0);
    expect_close(dispatched(plan, "B", "charge", 1), -31.25);
}

TEST(Battery, IsNotBuiltWhereCoalMayServeTheNight) {
    World world;
    const Plan plan = with_battery(world).plan();
    expect_close(value(plan, "capacity", {{"technology", "battery"}}, "energy_capacity"), 0.0);
    expect_close(plan.objective, 54961.6);
}

// 0.01 an hour: what is full at dusk, e, is 300 = 0.99^12 e at dawn; charged from 0 with e / (12 x 0.8).
TEST(Battery, LosesWhileItStands) {
    World world;
    with_battery(world).add("technology_values", "battery,standing_loss,,0.01,1/hour,assumed,toy,");
    const Plan plan = world.plan(tight_cap);
    const double full = 300.0 / std::pow(0.99, 12), charge = full / 9.6;
    expect_close(value(plan, "capacity", {{"technology", "battery"}}, "energy_capacity"), full);
    expect_close(
        plan.objective, cost_without_sun_and_store + 2.0 * (100.0 + charge) * 131.4 + full * 3.65 + charge * 8.76);
}

// Potentials of stores are of energy: 240 MWh give 20 MW through the night, 5 MW short of what the cap needs.
TEST(Battery, StaysWithinItsPotentialOfEnergy) {
    World world;
    with_battery(world).set("potentials", {{"technology", "battery"}}, "value", "240");
    EXPECT_EQ(world.attempt(tight_cap).outcome, Outcome::infeasible);
    const Plan plan = world.plan({"policies.carbon_cap_values.2030=280320"});  // 80 MW of coal through the night
    expect_close(value(plan, "capacity", {{"technology", "battery"}}, "energy_capacity"), 240.0);
}

// 50 MW that stand already, six hours: 300 MWh, the same night without cost.
TEST(PumpedStore, HoldsItsDurationOfEnergy) {
    World world;
    world.add("technology_groups", "pumped,Pumped hydro,양수,#112233,6")
        .add("technologies", "pumped,Pumped hydro,양수발전,store,pumped,electricity,hour,no,no,,no,,unlimited,toy")
        .add("technology_values", "pumped,duration,,6,hour,assumed,toy,")
        .add("technology_values", "pumped,life,,100,year,assumed,toy,")
        .add("technology_values", "pumped,efficiency_charge,,0.8,1,assumed,toy,")
        .add("stock", "town-1,Town 1,B,pumped,50,MW,2000,,assumed,toy,");
    const Plan plan = world.plan(tight_cap);
    expect_close(plan.objective, cost_without_sun_and_store + 262.5 * 131.4);
    expect_close(value(plan, "capacity", {{"technology", "pumped"}}, "energy_capacity"), 300.0);
    expect_close(dispatched(plan, "B", "discharge", 0), 25.0);
}

// Power of 20 MW limits it where its energy would not.
TEST(PumpedStore, StaysWithinItsPower) {
    World world;
    world.add("technology_groups", "pumped,Pumped hydro,양수,#112233,6")
        .add("technologies", "pumped,Pumped hydro,양수발전,store,pumped,electricity,hour,no,no,,no,,unlimited,toy")
        .add("technology_values", "pumped,duration,,100,hour,assumed,toy,")
        .add("technology_values", "pumped,life,,100,year,assumed,toy,")
        .add("stock", "town-1,Town 1,B,pumped,20,MW,2000,,assumed,toy,");
    EXPECT_EQ(world.attempt(tight_cap).outcome, Outcome::infeasible);
    const Plan plan = world.plan({"policies.carbon_cap_values.2030=280320"});
    expect_close(dispatched(plan, "B", "discharge", 0), 20.0);
}

//  Two kinds of days: 182 of summer (days 92-273) with sun in their second half, 183 of winter without. Town's 100 MW live
//  from panels and a seasonal store alone.
class Seasons : public testing::Test {
protected:
    static bool is_summer(int hour) { return hour / 24 >= 91 && hour / 24 < 273; }

    Seasons() {
        world.series("sun", "availability", [](int hour) { return is_summer(hour) && hour % 24 >= 12 ? 0.5 : 0.0; })
            .remove("stock", {{"technology", "coal"}})
            .remove("demand", {{"region", "A"}})
            .remove("potentials", {{"technology", "wind"}})
            .add("technology_groups", "reservoir,Reservoir,저장소,#112233,6")
            .add("technologies",
                "reservoir,Reservoir,저장소,store,reservoir,electricity,hour,yes,no,,yes,,unlimited,toy")
            .add("technology_values", "reservoir,investment_energy,,1,MKRW/MWh,assumed,toy,")
            .add("technology_values", "reservoir,life,,10,year,assumed,toy,")
            .remove("technologies", {{"technology", "electrolyser"}})
            .remove("conversions", {{"technology", "electrolyser"}})
            .remove("technology_values", {{"technology", "electrolyser"}})
            .remove("potentials", {{"technology", "electrolyser"}})
            .set("technologies", {{"technology", "wind"}}, "extendable", "no")
            .set("carriers", {{"carrier", "electricity"}}, "unserved_value", "")
            .set("carriers", {{"carrier", "electricity"}}, "unserved_unit", "")
            .setting("time.days=2");
        world.remove("links", {{"link", "hills-town"}}).remove("link_stock", {{"link", "hills-town"}});
        world.remove("links", {{"link", "harbour-town"}}).remove("link_stock", {{"link", "harbour-town"}});
    }

    World world;
};

// Panels: 876,000 MWh from 182 x 12 x 0.5 = 1,092 full hours, 802.198 MW. The store holds the winter, 183 x 2,400 MWh, and
// the first dark half of summer, 1,200: 440,400 MWh at 0.1 a year.
TEST_F(Seasons, AreBridgedByTheSeasonalStore) {
    const Plan plan = world.plan();
    expect_close(total(plan, "capacity", {{"technology", "reservoir"}}, "energy_capacity"), 440400.0);
    expect_close(value(plan, "capacity", {{"technology", "solar"}}, "capacity"), 876000.0 / 1092.0);
    expect_close(plan.objective, 876000.0 / 1092.0 * 131.4 + 44040.0);
}

TEST_F(Seasons, CostTheSameWhenEveryHalfDayIsPlanned) {
    const Plan plan = world.plan({"time.resolution=\"full\""});
    EXPECT_EQ(plan.size.snapshots, 730);
    expect_close(plan.objective, 876000.0 / 1092.0 * 131.4 + 44040.0);
    expect_close(total(plan, "capacity", {{"technology", "reservoir"}}, "energy_capacity"), 440400.0);
}

// With losses the linked days keep a little more room than is needed (what is left of yesterday also fades during today):
// never cheaper than the full year, and by less than a thousandth.
TEST_F(Seasons, AreOnTheSafeSideWithStandingLosses) {
    world.add("technology_values", "reservoir,standing_loss,,0.00001,1/hour,assumed,toy,");
    const double typical = world.plan().objective, full = world.plan({"time.resolution=\"full\""}).objective;
    EXPECT_GE(typical, full * (1.0 - 1e-6));
    EXPECT_LE(typical, full * 1.001);
    EXPECT_GT(full, 876000.0 / 1092.0 * 131.4 + 44040.0);
}

// A store of the day alone cannot serve the winter.
TEST_F(Seasons, AreNotBridgedByADailyStore) {
    world.set("technologies", {{"technology", "reservoir"}}, "seasonal", "no");
    EXPECT_EQ(world.attempt().outcome, Outcome::infeasible);
}

// The level of every half-day of the year, followed through the 365 days, stays between empty and full.
TEST_F(Seasons, KeepLevelsWithinCapacity) {
    world.add("technology_values", "reservoir,standing_loss,,0.0001,1/hour,assumed,toy,")
        .set("potentials", {{"technology", "solar"}}, "value", "5000");
    const auto data = world.load();
    const System system = read_system(data, world.scenario(data));
    const EnergyModel model = write_model(system);
    const auto solution = solver::solve(model.problem, {});
    ASSERT_TRUE(solution.has_values());
    const Answer a{system, model, solution};
    const auto& d = model.decisions;
    const Year y{0};
    double stored = 0.0;
    for (const Depot k : system.depots) {
        const double keep = 1.0 - system.depot[k.at()].standing_loss, room = a(d.energy(k, y));
        double level = a(d.season_level(k, y, planning::Run{0}));
        const double at_new_year = level;
        for (const int period : system.time.period_of_day) {
            const auto& p = system.time.periods[static_cast<std::size_t>(period)];
            for (int i = 0; i < p.count; ++i) {
                const Snapshot h{p.first + i};
                const double hours = system.length(h).value;
                level = std::pow(keep, hours) * level + hours * (a(d.charge(k, y, h)) - a(d.discharge(k, y, h)));
                EXPECT_GE(level, -1e-3 - 1e-6 * room);
                EXPECT_LE(level, room * (1.0 + 1e-6) + 1e-3);
            }
        }
        EXPECT_NEAR(level, at_new_year, 1e-6 * (1.0 + room));
        stored += room;
    }
    EXPECT_GT(stored, 440400.0);
}

}  // namespace
}  // namespace ecumene::planning
