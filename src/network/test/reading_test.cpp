#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "network/read_network.hpp"
#include "network/test/small_network.hpp"
#include "network/write_network.hpp"

namespace ecumene::network {
namespace {

using testing::HasSubstr;

SmallNetwork& sound(SmallNetwork& small) {
    return small.snapshots(2)
        .file("buses.csv", "name,v_nom,country\nSeoul,345,KR\nBusan,345,KR\n")
        .file("generators.csv", "name,bus,p_nom,marginal_cost\nwind,Busan,100,1\n")
        .file("generators-p_max_pu.csv", ",wind\n0,0.5\n1,1\n")
        .file("lines.csv", "name,bus0,bus1,x,s_nom\nL,Seoul,Busan,0.1,500\n")
        .file("loads.csv", "name,bus,p_set\nload,Seoul,40\n");
}

TEST(NetworkReading, UnknownColumnsAreKeptAsideWithANote) {
    SmallNetwork small;
    Findings findings;
    const auto network = sound(small).read(findings);
    EXPECT_FALSE(findings.has_errors());
    ASSERT_EQ(findings.all().size(), 1U);
    EXPECT_EQ(describe(findings.all().front()), "buses.csv: a custom column of buses is kept aside, not used: country");
    EXPECT_EQ(network["buses"].texts("country"), (std::vector<std::string>{"KR", "KR"}));
}

TEST(NetworkReading, BlankCellsTakeTheDefault) {
    SmallNetwork small;
    Findings findings;
    const auto network =
        sound(small).file("generators.csv", "name,bus,p_nom,p_nom_max,efficiency\nwind,Busan,3,,\n").read(findings);
    EXPECT_EQ(network["generators"].numbers("efficiency").front(), 1.0);
    EXPECT_TRUE(std::isinf(network["generators"].numbers("p_nom_max").front()));
}

TEST(NetworkReading, SaysWhichBusWasMeant) {
    SmallNetwork small;
    EXPECT_EQ(sound(small).file("loads.csv", "name,bus,p_set\nload,Seol,40\n").complaint(),
        "loads, column bus: load 'load' stands at bus 'Seol', which is not in buses - did you mean 'Seoul'?");
}

TEST(NetworkReading, SaysWhichSnapshotsAreMissing) {
    SmallNetwork small;
    EXPECT_EQ(sound(small).file("generators-p_max_pu.csv", ",wind\n0,0.5\n").complaint(),
        "generators-p_max_pu.csv: the series 'p_max_pu' of generators has 1 rows, but there are 2 snapshots - give "
        "every "
        "snapshot one row");
}

TEST(NetworkReading, RefusesPeriodsThatAreNoYears) {
    for (const std::string period : {"1e300", "-1e300", "4000000000", "2030.5"}) {
        SmallNetwork small;
        sound(small).file("investment_periods.csv", "period,objective,years\n" + period + ",1,10\n");
        Findings findings;
        small.read(findings);
        const auto& all = findings.all();
        EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Finding& f) { return f.code == "bad_period"; }))
            << period;
    }
}

TEST(NetworkReading, RefusesLimitsOfPeriodsThereAreNot) {
    for (const std::string period : {"1e300", "2030.5"}) {
        SmallNetwork small;
        small.file("snapshots.csv", ",period,timestep,objective,stores,generators\n0,2030,0,1,1,1\n")
            .file("investment_periods.csv", "period,objective,years\n2030,1,10\n")
            .file("buses.csv", "name\nA\n")
            .file("carriers.csv", "name,co2_emissions\ngas,0.2\n")
            .file("global_constraints.csv",
                "name,type,carrier_attribute,sense,constant,investment_period\n"
                "cap,primary_energy,co2_emissions,<=,4," +
                    period + "\n");
        EXPECT_THAT(small.complaint(), HasSubstr("which is not in investment_periods")) << period;
    }
}

TEST(NetworkReading, RefusesSeriesOfNobody) {
    SmallNetwork small;
    EXPECT_THAT(sound(small).file("generators-p_max_pu.csv", ",wing\n0,0.5\n1,1\n").complaint(),
        HasSubstr("there is a series for 'wing', which is not in generators - did you mean 'wind'?"));
}

TEST(NetworkReading, RefusesUnknownValuesOfASeries) {
    SmallNetwork small;
    EXPECT_THAT(sound(small).file("generators-p_max_pu.csv", ",wind\n0,0.5\n1,\n").complaint(),
        HasSubstr("'p_max_pu' of generator 'wind' is blank in snapshot 1 - fill in a number for every snapshot"));
}

TEST(NetworkReading, RefusesWordsWhereNumbersBelong) {
    SmallNetwork small;
    EXPECT_THAT(sound(small).file("lines.csv", "name,bus0,bus1,x,s_nom\nL,Seoul,Busan,much,500\n").complaint(),
        HasSubstr("lines.csv, row 2, column x: 'much' is not a number"));
}

TEST(NetworkReading, RefusesNamesThatStandTwice) {
    SmallNetwork small;
    EXPECT_THAT(sound(small).file("loads.csv", "name,bus,p_set\nload,Seoul,40\nload,Busan,1\n").complaint(),
        HasSubstr("the name 'load' stands twice in loads"));
}

TEST(NetworkReading, RefusesWhatIsNotBuiltByName) {
    SmallNetwork small;
    EXPECT_EQ(
        sound(small).file("generators.csv", "name,bus,p_nom,marginal_cost_quadratic\nwind,Busan,100,0.1\n").complaint(),
        "generators, column marginal_cost_quadratic: 'marginal_cost_quadratic' is set for 'wind' of generators, which "
        "this "
        "program does not build yet - set it to 0, or put steps of rising marginal_cost in its place: only linear "
        "costs "
        "are solved");
}

TEST(NetworkReading, RefusesUnitsThatCommitAndGrow) {
    SmallNetwork small;
    EXPECT_THAT(sound(small)
                    .file("generators.csv", "name,bus,p_nom_extendable,committable\nwind,Busan,True,True\n")
                    .complaint(),
        HasSubstr("either committable or extendable"));
}

TEST(NetworkReading, RefusesAGlobalConstraintOfAnUnknownType) {
    SmallNetwork small;
    EXPECT_THAT(sound(small).file("global_constraints.csv", "name,type,sense,constant\nlimit,noise,<=,1\n").complaint(),
        HasSubstr("global constraint 'limit' is of type 'noise', which is not built"));
}

TEST(NetworkReading, RefusesScenarios) {
    SmallNetwork small;
    EXPECT_THAT(sound(small).file("scenarios.csv", "name,weight\nlow,0.5\n").complaint(),
        HasSubstr("the network is stochastic"));
}

TEST(NetworkReading, AFolderWithoutBusesIsNoNetwork) {
    SmallNetwork small;
    EXPECT_THAT(small.file("notes.csv", "a,b\n1,2\n").complaint(), HasSubstr("there are no buses here"));
}

TEST(NetworkReading, AFileThatWasCutOffIsAFinding) {
    const files::ScratchFolder scratch;
    Findings findings;
    read_network(scratch.put("cut.nc", "\x89HDF\r\n\x1a\nand then nothing"), findings);
    ASSERT_EQ(findings.all().size(), 1U);
    EXPECT_THAT(
        describe(findings.all().front()), HasSubstr("the file was cut off, or is of another kind - fetch it again"));
}

TEST(NetworkWriting, ComesBackTheSameWithItsResults) {
    SmallNetwork small;
    const auto solved = sound(small).solve();
    write_csv_folder(small.folder() / ".." / "again", solved.network);
    Findings findings;
    const auto again = read_network(small.folder() / ".." / "again", findings);
    EXPECT_FALSE(findings.has_errors());
    EXPECT_EQ(again.snapshots.labels, solved.network.snapshots.labels);
    EXPECT_EQ(again["buses"].texts("country"), solved.network["buses"].texts("country"));
    EXPECT_EQ(again["generators"].find_series("p")->values, solved.network["generators"].find_series("p")->values);
    EXPECT_NEAR(network::solve(again).objective(), solved.objective(), 1e-9);
}

}  // namespace
}  // namespace ecumene::network
