// When there is no plan, and when the package cannot carry one: what is said.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/findings.hpp"
#include "planning/test/world.hpp"

namespace ecumene::planning {
namespace {

const Conflict* conflict_of(const Plan& plan, const std::string& policy) {
    const auto found = std::find_if(
        plan.conflicts.begin(), plan.conflicts.end(), [&](const Conflict& c) { return c.policy == policy; });
    return found == plan.conflicts.end() ? nullptr : &*found;
}

// What is said of a package that cannot be planned.
std::vector<std::string> said(const World& world) {
    std::vector<std::string> lines;
    try {
        world.attempt();
    } catch (const FindingsError& error) {
        for (const auto& finding : error.findings().all()) lines.push_back(describe(finding));
    }
    return lines;
}

std::string only_line(const World& world) {
    const auto lines = said(world);
    EXPECT_EQ(lines.size(), 1U);
    return lines.empty() ? std::string{} : lines.front();
}

// In the dark 140 - 40 MW of wind = 100 MW must be coal: 438,000 MWh, 350,400 t. A cap of 200,000 is 150,400 t short.
TEST(Infeasible, NamesTheCapAndByHowMuch) {
    const Plan plan = World().attempt({"policies.carbon_cap_values.2030=200000", "policies.unserved_limit=0"});
    EXPECT_EQ(plan.outcome, Outcome::infeasible);
    ASSERT_EQ(plan.conflicts.size(), 1U);
    const Conflict& cap = plan.conflicts.front();
    EXPECT_EQ(cap.policy, "carbon_cap");
    EXPECT_EQ(cap.region, "TOY");
    EXPECT_EQ(cap.year, 2030);
    EXPECT_EQ(cap.unit, "tCO2eq");
    expect_close(cap.amount, 150400.0);
    EXPECT_EQ(cap.sentence.en,
        "the cap on emissions for the nation in 2030 (0.20 MtCO2eq) cannot be met: it would have to rise by 0.15 "
        "MtCO2eq");
    EXPECT_EQ(cap.sentence.ko, "전국 2030년 배출 상한(0.20 MtCO2eq)을(를) 지킬 수 없음: 0.15 MtCO2eq만큼 높여야 함");
}

// 0.005 of the load may go unserved in the dark: 5,256 MWh, and 700.8 MWh of hydrogen, 876 MWh of power. 0.8 t each.
TEST(Infeasible, UsesWhatMayGoUnservedBeforeACapOfZeroGivesWay) {
    const Plan plan = World().attempt({"policies.carbon_cap_values.2030=0"});
    EXPECT_EQ(plan.outcome, Outcome::infeasible);
    ASSERT_EQ(plan.conflicts.size(), 1U);
    EXPECT_EQ(plan.conflicts.front().policy, "carbon_cap");
    expect_close(plan.conflicts.front().amount, 350400.0 - 0.8 * (5256.0 + 876.0));
}

// Harbour has nothing clean: half of 40 MW all year is 175,200 MWh.
TEST(Infeasible, NamesTheRegionThatCannotRelyOnItself) {
    const Plan plan = World().attempt({"policies.self_reliance_regions.A.2030=0.5", "policies.unserved_limit=0"});
    EXPECT_EQ(plan.outcome, Outcome::infeasible);
    ASSERT_EQ(plan.conflicts.size(), 1U);
    const Conflict& floor = plan.conflicts.front();
    EXPECT_EQ(floor.policy, "self_reliance");
    EXPECT_EQ(floor.region, "A");
    expect_close(floor.amount, -175200.0);
    EXPECT_NE(floor.sentence.en.find("the self-reliance floor for Harbour in 2030"), std::string::npos)
        << floor.sentence.en;
    EXPECT_NE(floor.sentence.en.find("would have to fall by 0.18 TWh"), std::string::npos) << floor.sentence.en;
    EXPECT_NE(floor.sentence.ko.find("항구 2030년 에너지 자립률 하한"), std::string::npos) << floor.sentence.ko;
    EXPECT_NE(floor.sentence.ko.find("낮춰야"), std::string::npos) << floor.sentence.ko;
}

// Nothing generates: all 1,051,200 MWh and 140,160 MWh of hydrogen beyond the 0.005 that may.
TEST(Infeasible, NamesTheReliabilityLimitWhenNothingGenerates) {
    World world;
    world.remove("stock", {{"technology", "coal"}})
        .remove("potentials", {{"technology", "wind"}})
        .remove("potentials", {{"technology", "solar"}});
    const Plan plan = world.attempt();
    EXPECT_EQ(plan.outcome, Outcome::infeasible);
    const auto* electricity = conflict_of(plan, "unserved_limit:electricity");
    const auto* hydrogen = conflict_of(plan, "unserved_limit:hydrogen");
    ASSERT_NE(electricity, nullptr);
    ASSERT_NE(hydrogen, nullptr);
    expect_close(electricity->amount, 0.995 * 1051200.0);
    expect_close(hydrogen->amount, 0.995 * 140160.0);
    EXPECT_NE(electricity->sentence.en.find("the limit on unserved electricity"), std::string::npos)
        << electricity->sentence.en;
}

// Year by year: 2030 is planned, 2040 cannot be; its conflict says so.
TEST(Infeasible, NamesTheYearThatFailsYearByYear) {
    const Plan plan = World().attempt({"plan.foresight=\"myopic\"", "policies.unserved_limit=0",
                                          "policies.carbon_cap_values={2030=700000, 2040=200000}"},
        "two-steps");
    EXPECT_EQ(plan.outcome, Outcome::infeasible);
    ASSERT_EQ(plan.conflicts.size(), 1U);
    EXPECT_EQ(plan.conflicts.front().year, 2040);
    expect_close(plan.conflicts.front().amount, 150400.0);
}

// Nothing that may give way helps where demand must be met.
TEST(Infeasible, NamesNothingWhereNothingMayGiveWay) {
    World world;
    world.remove("stock", {{"technology", "coal"}})
        .remove("potentials", {{"technology", "wind"}})
        .remove("potentials", {{"technology", "solar"}})
        .set("carriers", {{"carrier", "electricity"}}, "unserved_value", "")
        .set("carriers", {{"carrier", "electricity"}}, "unserved_unit", "");
    const Plan plan = world.attempt();
    EXPECT_EQ(plan.outcome, Outcome::infeasible);
    EXPECT_TRUE(plan.conflicts.empty());
}

TEST(Limit, IsAnOutcome) {
    class Impatient final : public Progress {
    public:
        void stage(const Bilingual&, double) override {}
        void update(double, std::string_view) override {}
        void say(const Bilingual&) override {}
        bool is_cancelled() const override { return true; }
    };
    Impatient impatient;
    const World world;
    const auto data = world.load();
    const Plan plan =
        make_plan(data, world.scenario(data, {"time.resolution=\"full\"", "time.step=6"}), {}, no_stages(), impatient);
    EXPECT_TRUE(plan.outcome == Outcome::cancelled ||
                plan.outcome == Outcome::optimal);  // a solver may be done before it looks
    EXPECT_EQ(plan.certificates.size(), plan.outcome == Outcome::optimal ? 1U : 0U);
}

TEST(MissingTable, IsNamedWithWhatToDo) {
    for (const char* table : {"conversions", "technology_values", "demand"}) {
        World world;
        world.remove_table(table);
        if (std::string(table) == "technology_values") world.set("stock", {}, "close_year", "2060");
        const std::string expected =
            std::string(table) + ": a plan needs the table '" + table + "' - add it; `ecumene check` lists its columns";
        const auto lines = said(world);
        EXPECT_NE(std::find(lines.begin(), lines.end(), expected), lines.end())
            << table << ": " << (lines.empty() ? "nothing" : lines.front());
    }
}

TEST(MissingTable, IsOnlyNamedWhenAPlanNeedsIt) {
    World world;
    world.remove_table("imports").set("targets", {}, "value", "0");
    // Coal cannot be bought: like a cap of zero, what is missing is a conflict, not a missing table.
    EXPECT_TRUE(said(world).empty());
}

TEST(Flexibility, OfAYearlyCarrierIsRefused) {
    World world;
    world.begin("flexibility", "carrier,component,kind,step,year,share,value,unit,status,source")
        .add("flexibility", "coal,base,cut,1,2025,0.1,1,MKRW/MWh,assumed,toy");
    const auto lines = said(world);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front(),
        "tables/flexibility.csv, row 2, column carrier: only demand by the hour can bend; 'coal' is balanced by "
        "the year - remove the row");
}

// CO2 that balances for the nation has no place to be piped from.
TEST(Pipe, OfANationalCarrierIsRefused) {
    World world;
    world.add("carriers", "captured_co2,Captured CO2,포집 이산화탄소,t,year,nation,equal,1,tCO2eq/t,,,assumed,toy")
        .add("technologies", "co2_pipe,CO2 pipe,이산화탄소 배관,link,grid,captured_co2,year,yes,no,,,,unlimited,toy")
        .add("technology_values", "co2_pipe,investment,,0.2,MKRW/(t/year),assumed,toy,")
        .add("technology_values", "co2_pipe,life,,20,year,assumed,toy,")
        .add("links", "town-hills-co2,co2_pipe,B,C,90,0,10000,,assumed,toy,");
    EXPECT_EQ(only_line(world),
        "tables/links.csv, row 4, column technology: 'captured_co2' balances for the nation as a "
        "whole: there is nothing to move it between - write scope region in "
        "tables/carriers.csv, or remove the link");
    world.set("carriers", {{"carrier", "captured_co2"}}, "scope", "region");
    EXPECT_TRUE(said(world).empty());
}

TEST(Carbon, MayNotBeThrownAway) {
    World world;
    world.set("carriers", {{"carrier", "coal"}}, "balance", "at_least");
    EXPECT_EQ(only_line(world),
        "tables/carriers.csv, row 4, column balance: 'coal' holds carbon and may not be thrown "
        "away - write equal");
}

TEST(Carbon, MayNotBeBalancedByTheHour) {
    World world;
    world.set("carriers", {{"carrier", "hydrogen"}}, "carbon", "0.1");
    EXPECT_EQ(only_line(world),
        "tables/carriers.csv, row 3, column carbon: 'hydrogen' is balanced by the hour and holds "
        "carbon: what it becomes nobody would count - balance it by the year");
}

TEST(Carbon, MayNotBeBurntUnseen) {
    World world;
    world.add("demand", "coal,B,reference,stoves,2025,1000,MWh/year,,assumed,toy");
    EXPECT_EQ(only_line(world),
        "tables/demand.csv, column carrier: 'coal' holds carbon: where it is burnt for 'stoves' "
        "nobody would count it - add a process that burns it, and demand what that makes");
}

TEST(Cap, InPerCentNeedsAnAmountToBeTakenFrom) {
    World world;
    world.merge("targets", "target,scope,region,year,value,unit,base_year,basis,status,source",
        "cut,all,TOY,2030,40,%,2018,made up,assumed,toy");
    world.setting("policies.carbon_cap=cut");
    EXPECT_EQ(only_line(world),
        "tables/targets.csv, row 3, column base_year: a cut of 40 % has no amount to be taken "
        "from - name a base_year, and add the target's own row of that year with its amount");
    world.merge("targets", "target,scope,region,year,value,unit,base_year,basis,status,source",
        "cut,all,TOY,2018,1000000,tCO2eq,,made up,assumed,toy");
    expect_close(value(world.plan(), "policies", {{"policy", "carbon_cap"}}, "limit"), 600000.0);
}

TEST(Electricity, IsWhatAPlanBalances) {
    World world;
    world.set("carriers", {{"carrier", "electricity"}}, "resolution", "year");
    EXPECT_EQ(only_line(world),
        "tables/carriers.csv: a plan needs an hourly carrier named 'electricity' - add a row: "
        "electricity, resolution hour, scope region, unit MWh");
}

TEST(Plan, SaysWhichTableItDoesNotHave) {
    try {
        World().plan().table("weather");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "the plan has no table 'weather'");
    }
}

}  // namespace
}  // namespace ecumene::planning
