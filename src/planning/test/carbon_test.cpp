// Where carbon goes: captured CO2 is a carrier that must reach a store or a use. (E2), (E8)
#include <gtest/gtest.h>

#include "planning/test/world.hpp"

namespace ecumene::planning {
namespace {

// Town may build gas with capture: 2 MWh of gas at 0.01, 0.4 t in, 0.36 t captured, 0.04 t out; 13.14 MKRW/MW a year.
World& with_gas_capture(World& world) {
    return world.add("technology_groups", "gas,Gas,가스,#112233,6")
        .add("technology_groups", "carbon_storage,CO2 storage,이산화탄소 저장,#112244,7")
        .add("carriers", "gas,Gas,가스,MWh,year,nation,equal,0.2,tCO2eq/MWh,,,assumed,toy")
        .add("carriers", "captured_co2,Captured CO2,포집 이산화탄소,t,year,nation,equal,1,tCO2eq/t,,,assumed,toy")
        .add("imports", "gas,price,2025,0.01,MKRW/MWh,assumed,toy,")
        .add("technologies",
            "gas_capture,Gas with capture,가스 포집발전,process,gas,electricity,hour,yes,no,,,,listed,toy")
        .add("conversions", "gas_capture,electricity,1,MWh/MWh,assumed,toy,")
        .add("conversions", "gas_capture,gas,-2,MWh/MWh,assumed,toy,")
        .add("conversions", "gas_capture,captured_co2,0.36,t/MWh,assumed,toy,")
        .add("technology_values", "gas_capture,investment,,262.8,MKRW/MW,assumed,toy,")
        .add("technology_values", "gas_capture,life,,20,year,assumed,toy,")
        .add("potentials", "B,gas_capture,1000,MW,assumed,toy,");
}

// Hills may store CO2 for 0.01 MKRW/t.
World& with_storage(World& world) {
    return world
        .add("technologies",
            "co2_storage,CO2 storage,이산화탄소 저장,process,carbon_storage,captured_co2,year,yes,no,,,yes,listed,toy")
        .add("conversions", "co2_storage,captured_co2,-1,t/t,assumed,toy,")
        .add("technology_values", "co2_storage,investment,,0.2,MKRW/(t/year),assumed,toy,")
        .add("technology_values", "co2_storage,life,,20,year,assumed,toy,")
        .add("potentials", "C,co2_storage,1000000,t/year,assumed,toy,");
}

// Town may burn biomass with capture: 3 MWh at 0.05, 1 t captured; carbon from plants counts 0 when it leaves.
World& with_bioenergy(World& world) {
    return with_gas_capture(world)
        .remove("technologies", {{"technology", "gas_capture"}})
        .remove("conversions", {{"technology", "gas_capture"}})
        .remove("technology_values", {{"technology", "gas_capture"}})
        .remove("potentials", {{"technology", "gas_capture"}})
        .add("carriers", "biomass,Biomass,바이오매스,MWh,year,nation,equal,0,tCO2eq/MWh,,,assumed,toy")
        .add("imports", "biomass,price,2025,0.05,MKRW/MWh,assumed,toy,")
        .add("technologies",
            "bio_capture,Biomass with capture,바이오 포집발전,process,gas,electricity,hour,yes,yes,,,,listed,toy")
        .add("conversions", "bio_capture,electricity,1,MWh/MWh,assumed,toy,")
        .add("conversions", "bio_capture,biomass,-3,MWh/MWh,assumed,toy,")
        .add("conversions", "bio_capture,captured_co2,1,t/MWh,assumed,toy,")
        .add("technology_values", "bio_capture,investment,,262.8,MKRW/MW,assumed,toy,")
        .add("technology_values", "bio_capture,life,,20,year,assumed,toy,")
        .add("potentials", "B,bio_capture,1000,MW,assumed,toy,");
}

// Gas with capture would be cheapest (0.0215 before storage), but its CO2 has nowhere to go: the toy's answer stays.
TEST(CapturedCarbon, CannotVanish) {
    World world;
    const Plan plan = with_gas_capture(world).plan();
    expect_close(value(plan, "generation", {{"technology", "gas_capture"}, {"carrier", "electricity"}}, "value"), 0.0);
    expect_close(plan.objective, 54961.6);
}

// With storage it serves all 140 MW: 0.02 gas + 13.14 / 8,760 + 0.36 x 0.01 = 0.0251 MKRW/MWh, less than wind's 0.03.
// 1,226,400 MWh x 0.0251 + electrolyser 1,401.6 = 32,184.24. Out: 0.04 x 1,226,400 = fuel carbon 490,560 - captured 441,504.
TEST(CapturedCarbon, IsStoredWhereStorageIs) {
    World world;
    with_gas_capture(world);
    const Plan plan = with_storage(world).plan();
    expect_close(plan.objective, 32184.24);
    expect_close(
        value(plan, "generation", {{"technology", "co2_storage"}, {"carrier", "captured_co2"}}, "value"), -441504.0);
    expect_close(
        value(plan, "generation", {{"technology", "gas_capture"}, {"carrier", "captured_co2"}}, "value"), 441504.0);
    expect_close(value(plan, "emissions", {{"technology", "gas_capture"}}, "value"), 490560.0 - 441504.0);
    EXPECT_TRUE(plan.table("emissions").rows() >= 1U);
    expect_close(total(plan, "emissions", {{"technology", "co2_storage"}}, "value"), 0.0);
    expect_close(value(plan, "summary", {}, "net_emissions"), 49056.0);
    expect_close(value(plan, "capacity", {{"technology", "co2_storage"}}, "capacity"), 441504.0);
}

// A use lets the carbon go again: gas with capture and a use emit 0.4 t/MWh in all, like the fuel.
TEST(CapturedCarbon, IsReleasedByAUse) {
    World world;
    with_gas_capture(world);
    with_storage(world).set("technologies", {{"technology", "co2_storage"}}, "keeps_carbon", "no");
    const Plan plan = world.plan({"policies.carbon_cap_values.2030=1e7"});
    expect_close(plan.objective, 32184.24);
    expect_close(value(plan, "summary", {}, "net_emissions"), 490560.0);
    expect_close(value(plan, "emissions", {{"technology", "co2_storage"}}, "value"), 441504.0);
}

// Storing takes 0.1 MWh/t at Hills, evenly: 0.036 of what gas makes, which is 140 MW and that. Without wind.
TEST(CapturedCarbon, TakesPowerToStore) {
    World world;
    with_gas_capture(world);
    with_storage(world).add("conversions", "co2_storage,electricity,-0.1,MWh/t,assumed,toy,");
    const Plan plan = world.plan({"technologies.wind.extendable=false"});
    const double storing = 140.0 * 0.036 / (1.0 - 0.036);
    expect_close(value(plan, "balances", {{"region", "C"}, {"carrier", "electricity"}}, "used"), storing * 8760.0);
    expect_close(value(plan, "generation", {{"technology", "gas_capture"}, {"carrier", "electricity"}}, "value"),
        (140.0 + storing) * 8760.0);
    // Hour by hour it is seen where it is used.
    expect_close(dispatched(plan, "C", "carbon_storage", 0), -storing);
    expect_close(dispatched(plan, "C", "received", 0), storing);
}

// Volume for 180,000 t over the one year of the plan: 500,000 MWh of gas with capture, no more.
TEST(TotalLimit, BindsWhenTheStoreIsSmall) {
    World world;
    with_gas_capture(world);
    with_storage(world).add("technology_values", "co2_storage,total_limit,,180000,t,assumed,toy,");
    const Plan plan = world.plan();
    const Where limit{{"policy", "total_limit:co2_storage"}};
    expect_close(
        value(plan, "generation", {{"technology", "gas_capture"}, {"carrier", "electricity"}}, "value"), 500000.0);
    EXPECT_EQ(text(plan, "policies", limit, "binds"), "yes");
    const double price = value(plan, "policies", limit, "shadow_price");
    EXPECT_GT(price, 0.0);
    world.set("technology_values", {{"parameter", "total_limit"}}, "value", "180100");
    expect_close((plan.objective - world.plan().objective) / 100.0, price, 1e-5);
}

TEST(TotalLimit, DoesNotBindWhenTheStoreIsLarge) {
    World world;
    with_gas_capture(world);
    with_storage(world).add("technology_values", "co2_storage,total_limit,,1,Mt,assumed,toy,");
    const Plan plan = world.plan();
    EXPECT_EQ(text(plan, "policies", {{"policy", "total_limit:co2_storage"}}, "binds"), "no");
    expect_close(plan.objective, 32184.24);
}

// Two periods of ten years: 20 x 441,504 t would be stored; 4,415,040 t of volume hold half of it.
TEST(TotalLimit, HoldsOverAllYearsTogether) {
    World world;
    with_gas_capture(world);
    with_storage(world).add("technology_values", "co2_storage,total_limit,,4415040,t,assumed,toy,");
    const Plan plan = world.plan({}, "two-steps");
    const Where stored{{"technology", "co2_storage"}, {"carrier", "captured_co2"}};
    expect_close(-10.0 * total(plan, "generation", stored, "value"), 4415040.0);
}

// Who does not look ahead fills it in the first period and lets all coal go. In the second 100 MW are missing in the dark,
// less the 5,256 + 876 MWh that may go unserved: 10 x 0.36 x (438,000 - 6,132) t of volume.
TEST(TotalLimit, IsUsedUpYearByYear) {
    World world;
    with_gas_capture(world);
    with_storage(world).add("technology_values", "co2_storage,total_limit,,4415040,t,assumed,toy,");
    const Plan plan = world.attempt({"plan.foresight=\"myopic\""}, "two-steps");
    EXPECT_EQ(plan.outcome, Outcome::infeasible);
    ASSERT_EQ(plan.conflicts.size(), 1U);
    EXPECT_EQ(plan.conflicts.front().policy, "total_limit:co2_storage");
    expect_close(plan.conflicts.front().amount, 10.0 * 0.36 * (438000.0 - 6132.0));
}

// Cap 0. Dark: 100 MW must come from coal and biomass; x MWh of biomass with 0.8 (438,000 - x) - x = 0, x = 194,666.667 (44.444 MW).
// wind 10,512 + solar 200 x 131.4 + coal 243,333.333 x 0.04 + kept 555.556 + biomass x 0.15 + 44.444 x 13.14 + storage x 0.01
// + electrolyser 1,401.6 = 80,213.1556.
TEST(Bioenergy, IsNegativeWhenItsCarbonIsStored) {
    World world;
    with_bioenergy(world);
    const Plan plan = with_storage(world).plan({"policies.carbon_cap_values.2030=0"});
    const double x = 438000.0 * 0.8 / 1.8;
    expect_close(value(plan, "emissions", {{"technology", "bio_capture"}}, "value"), -x);
    expect_close(value(plan, "emissions", {{"technology", "coal"}}, "value"), x);
    expect_close(plan.objective, 10512.0 + 26280.0 + (438000.0 - x) * 0.04 + (100.0 - x / 4380.0) * 10.0 + x * 0.15 +
                                     x / 4380.0 * 13.14 + x * 0.01 + 1401.6);
}

// Used instead of stored, the carbon of plants comes out even: a cap of 0 leaves no coal at all.
TEST(Bioenergy, ComesOutEvenWhenItsCarbonIsUsed) {
    World world;
    with_bioenergy(world);
    with_storage(world).set("technologies", {{"technology", "co2_storage"}}, "keeps_carbon", "no");
    const Plan plan = world.plan({"policies.carbon_cap_values.2030=0"});
    expect_close(
        value(plan, "generation", {{"technology", "bio_capture"}, {"carrier", "electricity"}}, "value"), 438000.0);
    expect_close(total(plan, "emissions", {{"technology", "coal"}}, "value"), 0.0);
    expect_close(value(plan, "emissions", {{"technology", "bio_capture"}}, "value") +
                     value(plan, "emissions", {{"technology", "co2_storage"}}, "value"),
        0.0);
}

TEST(Bioenergy, DoesNotRunWithoutAPlaceForItsCarbon) {
    World world;
    const Plan plan = with_bioenergy(world).plan();
    expect_close(value(plan, "generation", {{"technology", "bio_capture"}, {"carrier", "electricity"}}, "value"), 0.0);
    expect_close(plan.objective, 54961.6);
}

}  // namespace
}  // namespace ecumene::planning
