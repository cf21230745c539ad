// Optima worked out by hand; the sums stand beside them.
#include <gtest/gtest.h>

#include "network/test/small_network.hpp"

namespace ecumene::network {
namespace {

constexpr double close = 1e-6;

TEST(NetworkDispatch, CheapestFirstAndPricesPerHour) {
    SmallNetwork small;
    small.file("buses.csv", "name\nA\n")
        .file("snapshots.csv", ",snapshot,objective,stores,generators\n0,0,1,1,1\n1,1,2,1,1\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost\ncoal,A,100,10\ngas,A,100,50\n")
        .file("loads.csv", "name,bus\nload,A\n")
        .file("loads-p_set.csv", ",load\n0,80\n1,150\n");
    const auto solved = small.solve();
    // 80 * 10 + 2 * (100 * 10 + 50 * 50)
    EXPECT_NEAR(solved.objective(), 7800.0, close);
    EXPECT_NEAR(solved.level("buses", "marginal_price", "A", 0), 10.0, close);
    EXPECT_NEAR(solved.level("buses", "marginal_price", "A", 1), 50.0, close) << "the dual is 100 for two hours";
    EXPECT_NEAR(solved.level("generators", "p", "gas", 1), 50.0, close);
}

TEST(NetworkCapacity, GrowthIsPaidAndWhatStandsIsTheConstant) {
    SmallNetwork small;
    small.file("buses.csv", "name\nA\n")
        .file("generators.csv", "name,bus,p_nom,p_nom_extendable,capital_cost,p_max_pu\nwind,A,20,True,100,0.5\n")
        .file("loads.csv", "name,bus,p_set\nload,A,50\n");
    const auto solved = small.solve();
    EXPECT_NEAR(solved.figure("generators", "p_nom_opt", "wind"), 100.0, close);
    EXPECT_NEAR(solved.constant, 2000.0, close);
    EXPECT_NEAR(solved.objective(), 8000.0, close);
}

TEST(NetworkCapacity, AnOvernightCostBecomesAnAnnuityOfTheHoursModelled) {
    SmallNetwork small;
    small.file("buses.csv", "name\nA\n")
        .file("snapshots.csv", ",snapshot,objective,stores,generators\n0,0,4380,1,1\n")
        .file("generators.csv",
            "name,bus,p_nom_extendable,overnight_cost,discount_rate,lifetime,fom_cost\nwind,A,True,1000,0,10,3\n")
        .file("loads.csv", "name,bus,p_set\nload,A,1\n");
    // half a year of 1000 / 10, and 3
    EXPECT_NEAR(small.solve().objective(), 53.0, close);
}

TEST(NetworkCapacity, ModulesAreWhole) {
    SmallNetwork small;
    small.file("buses.csv", "name\nA\n")
        .file("generators.csv", "name,bus,p_nom_extendable,capital_cost,p_nom_mod\nblock,A,True,1,30\n")
        .file("loads.csv", "name,bus,p_set\nload,A,50\n");
    const auto solved = small.solve();
    EXPECT_NEAR(solved.objective(), 60.0, close);
    EXPECT_NEAR(solved.figure("generators", "p_nom_opt", "block"), 60.0, close);
}

TEST(NetworkLinks, EveryPortHasItsEfficiency) {
    SmallNetwork small;
    small.file("buses.csv", "name,carrier\nA,AC\nH,H2\nQ,heat\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost\ngas,A,100,5\n")
        .file("links.csv",
            "name,bus0,bus1,bus2,efficiency,efficiency2,p_nom\nelectrolyser,A,H,Q,0.6,0.2,50\nspare,A,H,,0.1,,0\n")
        .file("loads.csv", "name,bus,p_set\nhydrogen,H,6\nwarmth,Q,2\n");
    const auto solved = small.solve();
    EXPECT_NEAR(solved.objective(), 50.0, close);
    EXPECT_NEAR(solved.level("links", "p0", "electrolyser"), 10.0, close);
    EXPECT_NEAR(solved.level("links", "p1", "electrolyser"), -6.0, close);
    EXPECT_NEAR(solved.level("links", "p2", "electrolyser"), -2.0, close);
}

TEST(NetworkStores, LoseWhileTheyStand) {
    SmallNetwork small;
    small.snapshots(2)
        .file("buses.csv", "name\nA\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost\nsun,A,100,2\n")
        .file("generators-p_max_pu.csv", ",sun\n0,1\n1,0\n")
        .file("stores.csv", "name,bus,e_nom,standing_loss\ntank,A,100,0.1\n")
        .file("loads.csv", "name,bus\nload,A\n")
        .file("loads-p_set.csv", ",load\n0,0\n1,10\n");
    const auto solved = small.solve();
    EXPECT_NEAR(solved.objective(), 2.0 * 10.0 / 0.9, close);
    EXPECT_NEAR(solved.level("stores", "e", "tank", 0), 10.0 / 0.9, close);
    EXPECT_NEAR(solved.level("stores", "e", "tank", 1), 0.0, close);
}

TEST(NetworkStorageUnits, InflowIsKeptSpilledOrUsed) {
    SmallNetwork small;
    small.snapshots(2)
        .file("buses.csv", "name\nA\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost\ngas,A,100,7\n")
        .file(
            "storage_units.csv", "name,bus,p_nom,p_min_pu,max_hours,efficiency_dispatch,inflow\ndam,A,10,0,1,0.5,30\n")
        .file("loads.csv", "name,bus,p_set\nload,A,12\n");
    const auto solved = small.solve();
    // the dam gives at most 10 a snapshot from 20 of its water; the gas plant the other 2
    EXPECT_NEAR(solved.objective(), 2 * 2 * 7.0, close);
    EXPECT_NEAR(solved.level("storage_units", "p", "dam", 1), 10.0, close);
    EXPECT_GE(solved.level("storage_units", "spill", "dam", 0) + solved.level("storage_units", "spill", "dam", 1),
        10.0 - close);
}

TEST(NetworkLines, FlowsObeyKirchhoffAroundATriangle) {
    SmallNetwork small;
    small.file("buses.csv", "name,v_nom\nA,380\nB,380\nC,380\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost\nfar,A,1000,10\nnear,C,1000,30\n")
        .file("lines.csv", "name,bus0,bus1,x,s_nom\nAB,A,B,1,1000\nBC,B,C,1,1000\nAC,A,C,1,60\n")
        .file("loads.csv", "name,bus,p_set\nload,C,150\n");
    const auto solved = small.solve();
    // two thirds of what A sends take the short way of 60: 90 * 10 + 60 * 30
    EXPECT_NEAR(solved.objective(), 2700.0, close);
    EXPECT_NEAR(solved.level("lines", "p0", "AB"), 30.0, close);
    EXPECT_NEAR(solved.level("buses", "marginal_price", "B"), 20.0, close);
}

TEST(NetworkTransformers, AShiftedPhasePushesAFlowAround) {
    SmallNetwork small;
    small.file("buses.csv", "name,v_nom\nA,1\nB,1\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost\ngas,A,100,1\n")
        .file("transformers.csv",
            "name,bus0,bus1,x,s_nom,phase_shift\nplain,A,B,100,100,0\nshifted,A,B,100,100,57.29577951308232\n")
        .file("loads.csv", "name,bus,p_set\nload,B,10\n");
    const auto solved = small.solve();
    // reactances are 1 per unit: plain = shifted + 1 radian, together 10
    EXPECT_NEAR(solved.level("transformers", "p0", "plain"), 5.5, close);
    EXPECT_NEAR(solved.level("transformers", "p0", "shifted"), 4.5, close);
}

TEST(NetworkGlobalConstraints, ACapOnEmissionsHasAPrice) {
    SmallNetwork small;
    small.file("buses.csv", "name\nA\n")
        .file("carriers.csv", "name,co2_emissions\ncoal,0.4\ngas,0.2\n")
        .file("generators.csv",
            "name,bus,carrier,p_nom,marginal_cost,efficiency\ncoal,A,coal,200,10,0.5\ngas,A,gas,200,30,0.5\n")
        .file("global_constraints.csv",
            "name,type,carrier_attribute,sense,constant\nco2,primary_energy,co2_emissions,<=,60\n")
        .file("loads.csv", "name,bus,p_set\nload,A,100\n");
    const auto solved = small.solve();
    // 0.8 coal + 0.4 (100 - coal) = 60
    EXPECT_NEAR(solved.objective(), 50.0 * 10.0 + 50.0 * 30.0, close);
    EXPECT_NEAR(solved.figure("global_constraints", "mu", "co2"), -50.0, close);
}

TEST(NetworkGlobalConstraints, LimitCapacityOfACarrierAtABus) {
    SmallNetwork small;
    small.file("buses.csv", "name\nA\nB\n")
        .file("links.csv", "name,bus0,bus1,p_nom,p_min_pu\nway,A,B,100,-1\n")
        .file(
            "generators.csv", "name,bus,carrier,p_nom_extendable,capital_cost\nnear,A,wind,True,1\nfar,B,wind,True,3\n")
        .file("global_constraints.csv",
            "name,type,bus,carrier_attribute,sense,constant\nroom,tech_capacity_expansion_limit,A,wind,<=,4\n")
        .file("loads.csv", "name,bus,p_set\nload,A,10\n");
    EXPECT_NEAR(small.solve().objective(), 4.0 + 18.0, close);
}

TEST(NetworkPeriods, AssetsStandFromBuildYearToLifetime) {
    SmallNetwork small;
    small.file("snapshots.csv", ",period,timestep,objective,stores,generators\n0,2030,0,1,1,1\n1,2040,0,1,1,1\n")
        .file("investment_periods.csv", "period,objective,years\n2030,1,10\n2040,0.5,10\n")
        .file("buses.csv", "name\nA\n")
        .file("generators.csv",
            "name,bus,p_nom,p_nom_extendable,capital_cost,marginal_cost,build_year,lifetime\n"
            "wind,A,0,True,2,0,2030,10\ngas,A,100,False,0,7,0,inf\n")
        .file("loads.csv", "name,bus,p_set\nload,A,10\n");
    const auto solved = small.solve();
    EXPECT_NEAR(solved.objective(), 2.0 * 10.0 + 0.5 * 7.0 * 10.0, close);
    EXPECT_NEAR(solved.level("generators", "p", "wind", 1), 0.0, close);
    EXPECT_NEAR(solved.level("buses", "marginal_price", "A", 1), 7.0, close);
}

TEST(NetworkRamps, HoldBackWhatWouldRiseTooFast) {
    SmallNetwork small;
    small.snapshots(2)
        .file("buses.csv", "name\nA\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost,ramp_limit_up\nslow,A,100,1,0.2\nfast,A,100,10,\n")
        .file("loads.csv", "name,bus\nload,A\n")
        .file("loads-p_set.csv", ",load\n0,10\n1,80\n");
    EXPECT_NEAR(small.solve().objective(), 10.0 + 30.0 + 500.0, close);
}

TEST(NetworkEnergySums, LimitWhatAGeneratorGivesInAll) {
    SmallNetwork small;
    small.snapshots(2, 3.0)
        .file("buses.csv", "name\nA\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost,e_sum_max\nwater,A,100,1,30\ngas,A,100,5,inf\n")
        .file("loads.csv", "name,bus,p_set\nload,A,10\n");
    EXPECT_NEAR(small.solve().objective(), 30.0 * 1.0 + 30.0 * 5.0, close);
}

SmallNetwork& with_commitment(SmallNetwork& small, const std::string& more_names, const std::string& more_cells) {
    return small.snapshots(3)
        .file("buses.csv", "name\nA\n")
        .file("generators.csv", "name,bus,p_nom,p_min_pu,marginal_cost,committable,start_up_cost,up_time_before" +
                                    more_names + "\ncoal,A,100,0.4,10,True,500,0" + more_cells +
                                    "\ngas,A,100,0,40,False,0,1" + (more_names.empty() ? "" : ",0") + "\n")
        .file("loads.csv", "name,bus\nload,A\n")
        .file("loads-p_set.csv", ",load\n0,30\n1,60\n2,30\n");
}

TEST(NetworkCommitment, StartsOnlyWhereItPaysAndFits) {
    SmallNetwork small;
    const auto solved = with_commitment(small, "", "").solve();
    // coal cannot run below 40: gas 30, coal 60 after a start, gas 30
    EXPECT_NEAR(solved.objective(), 1200.0 + 600.0 + 500.0 + 1200.0, 1e-4);
    EXPECT_NEAR(solved.level("generators", "status", "coal", 1), 1.0, close);
    EXPECT_NEAR(solved.level("generators", "start_up", "coal", 1), 1.0, close);
    EXPECT_FALSE(solved.network["buses"].has("marginal_price")) << "whole numbers leave no prices";
}

TEST(NetworkCommitment, ALeastTimeUpMayForbidAStart) {
    SmallNetwork small;
    EXPECT_NEAR(with_commitment(small, ",min_up_time", ",2").solve().objective(), 40.0 * 120.0, 1e-4);
}

TEST(NetworkGivenLevels, AreKept) {
    SmallNetwork small;
    small.snapshots(2)
        .file("buses.csv", "name\nA\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost\ndear,A,100,9\ncheap,A,100,1\n")
        .file("generators-p_set.csv", ",dear\n0,\n1,4\n")
        .file("loads.csv", "name,bus,p_set\nload,A,10\n");
    EXPECT_NEAR(small.solve().objective(), 10.0 + 4.0 * 9.0 + 6.0, close);
}

}  // namespace
}  // namespace ecumene::network
