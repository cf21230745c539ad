// The toy of data/toy, whose answers its README computes by hand; a second way is tests/oracles/toy_lp.py.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "planning/test/world.hpp"

namespace ecumene::planning {
namespace {

// Keeps solves as a run folder does, and counts what was asked of it.
class Shelf final : public Stages {
public:
    std::optional<solver::Solution> find(const std::string& key) override {
        const auto known = kept.find(key);
        if (known == kept.end()) return std::nullopt;
        ++found;
        return known->second;
    }
    void keep(const std::string& key, const solver::Solution& solution) override { kept[key] = solution; }

    std::map<std::string, solver::Solution> kept;
    int found{};
};

constexpr double yearly_cost = 54961.6;

// wind 10,512 + solar 21,024 + coal fuel 21,024 + coal kept 1,000 + electrolyser 1,401.6
TEST(Toy, CostsWhatTheHandComputationSays) {
    const Plan plan = World().plan();
    expect_close(plan.objective, yearly_cost);
    expect_close(total(plan, "costs", {{"item", "wind"}}, "value"), 10512.0);
    expect_close(total(plan, "costs", {{"item", "solar"}}, "value"), 21024.0);
    expect_close(total(plan, "costs", {{"item", "coal"}, {"component", "fuel"}}, "value"), 21024.0);
    expect_close(value(plan, "costs", {{"item", "coal"}, {"component", "fixed"}}, "value"), 1000.0);
    expect_close(total(plan, "costs", {{"item", "electrolyser"}}, "value"), 1401.6);
}

// Hills: 80 MW of turbines fill the link of 40 MW. Town: 160 MW of panels. Harbour: 100 of 150 MW of coal are needed in the dark.
TEST(Toy, BuildsAndRetiresWhatTheHandComputationSays) {
    const Plan plan = World().plan();
    expect_close(value(plan, "capacity", {{"region", "C"}, {"technology", "wind"}}, "built"), 80.0);
    expect_close(value(plan, "capacity", {{"region", "B"}, {"technology", "solar"}}, "capacity"), 160.0);
    expect_close(value(plan, "capacity", {{"technology", "electrolyser"}}, "capacity"), 16.0);
    expect_close(value(plan, "capacity", {{"technology", "coal"}}, "capacity"), 100.0);
    expect_close(value(plan, "capacity", {{"technology", "coal"}}, "existing"), 100.0);
    expect_close(value(plan, "capacity", {{"technology", "coal"}}, "retired"), 50.0);
    expect_close(value(plan, "capacity", {{"technology", "solar"}}, "investment"), 160.0 * 2628.0);
}

// In the dark coal runs at 100 MW, of which Harbour needs 40 and sends 60; in the sun it runs at 20 and receives 20.
TEST(Toy, SendsCoalPowerByNightAndSolarPowerByDay) {
    const Plan plan = World().plan();
    expect_close(value(plan, "flows", {{"link", "harbour-town"}}, "forward"), 60.0 * 4380.0);
    expect_close(value(plan, "flows", {{"link", "harbour-town"}}, "backward"), 20.0 * 4380.0);
    expect_close(value(plan, "flows", {{"link", "hills-town"}}, "forward"), 40.0 * 8760.0);
    expect_close(value(plan, "flows", {{"link", "hills-town"}}, "full_hours_share"), 1.0);
    expect_close(dispatched(plan, "A", "coal", 0), 100.0);
    expect_close(dispatched(plan, "A", "coal", 1), 20.0);
    expect_close(dispatched(plan, "B", "solar", 1), 80.0);
}

// One tonne more: 1.25 MWh of coal at 0.04 replace solar at 0.06, 0.025 MKRW.
// Price in the sun: solar's 0.06; in the dark: fuel 0.04 + 0.8 t x 0.025 + 10 MKRW/MW a year over 4,380 h.
TEST(Toy, PricesCarbonAndPowerAsByHand) {
    const Plan plan = World().plan();
    expect_close(value(plan, "summary", {}, "carbon_price"), 25000.0);
    expect_close(value(plan, "summary", {}, "net_emissions"), 420480.0);
    const Where town{{"region", "B"}, {"carrier", "electricity"}};
    expect_close(value(plan, "prices", town, "lowest"), 60.0);
    expect_close(value(plan, "prices", town, "highest"), 60.0 + 10000.0 / 4380.0);
    expect_close(value(plan, "prices", town, "mean"), 60.0 + 5000.0 / 4380.0);
}

// The Hills link is worth the price at Town less wind's cost: (0.0611415525 - 0.03) x 350,400 MWh.
TEST(Toy, GivesTheRentOfTheFullLinkToBothEnds) {
    const Plan plan = World().plan();
    const double rent = (0.06 + 5.0 / 4380.0 - 0.03) * 350400.0;
    expect_close(value(plan, "flows", {{"link", "hills-town"}}, "congestion_rent"), rent);
    expect_close(value(plan, "flows", {{"link", "harbour-town"}}, "congestion_rent"), 0.0);
    expect_close(value(plan, "burden", {{"region", "C"}}, "congestion"), 0.5 * rent);
    // Hills pays 10,512 for its turbines, sells at 0.03 and keeps half of the rent.
    expect_close(value(plan, "burden", {{"region", "C"}}, "borne"), -0.5 * rent);
}

// Two periods of ten years without interest: twenty times the yearly cost.
TEST(Toy, CostsTwentyTimesAsMuchOverTwentyYears) {
    const Plan plan = World().plan({}, "two-steps");
    expect_close(plan.objective, 20.0 * yearly_cost);
    // The electrolyser lives ten years and is built twice; turbines and panels live twenty.
    for (const char* year : {"2030", "2040"}) {
        expect_close(value(plan, "capacity", {{"technology", "electrolyser"}, {"year", year}}, "built"), 16.0);
        expect_close(value(plan, "capacity", {{"technology", "solar"}, {"year", year}}, "capacity"), 160.0);
    }
    expect_close(value(plan, "capacity", {{"technology", "solar"}, {"year", "2040"}}, "built"), 0.0);
    expect_close(value(plan, "capacity", {{"technology", "wind"}, {"year", "2040"}}, "built"), 0.0);
}

// Interest of 10 % over two periods of ten years: d_2030 = sum 1.1^-t for t = 0..9 = 6.7590238, d_2040 = d_2030 / 1.1^10.
TEST(Toy, DiscountsEveryYearOfAPeriod) {
    const Plan plan = World().plan({"plan.discount_rate=0.1"}, "two-steps");
    const double first = (1.0 - std::pow(1.1, -10)) / (1.0 - 1.0 / 1.1);
    expect_close(value(plan, "summary", {{"year", "2030"}}, "discount_weight"), first);
    expect_close(plan.objective, yearly_cost * first * (1.0 + std::pow(1.1, -10)));
}

// Without a cap coal (0.04) beats solar: wind 10,512 + fuel 876,000 MWh x 0.04 + kept 1,000 + electrolyser 1,401.6.
TEST(Toy, NeedsNoSolarWithoutACap) {
    const Plan plan = World().plan({}, "no-cap");
    expect_close(plan.objective, 10512.0 + 35040.0 + 1000.0 + 1401.6);
    expect_close(value(plan, "summary", {}, "net_emissions"), 700800.0);
    EXPECT_TRUE(is_blank(value(plan, "summary", {}, "carbon_price")));
    expect_close(value(plan, "capacity", {{"technology", "solar"}}, "capacity"), 0.0);
}

TEST(Toy, CostsTheSameSeenYearByYear) {
    const Plan plan = World().plan({"plan.foresight=\"myopic\""}, "two-steps");
    expect_close(plan.objective, 20.0 * yearly_cost);
    EXPECT_EQ(plan.certificates.size(), 2U);
    expect_close(value(plan, "capacity", {{"technology", "coal"}, {"year", "2040"}}, "capacity"), 100.0);
    expect_close(value(plan, "capacity", {{"technology", "wind"}, {"year", "2040"}}, "built"), 0.0);
    expect_close(value(plan, "summary", {{"year", "2040"}}, "cost"), yearly_cost);
}

TEST(Toy, GoesOnAfterTheStagesThatWereKept) {
    const World world;
    Shelf shelf;
    const std::vector<std::string> myopic{"plan.foresight=\"myopic\""};
    const Plan whole = world.attempt(myopic, "two-steps", shelf);
    EXPECT_EQ(shelf.found, 0);
    ASSERT_EQ(shelf.kept.size(), 2U);
    EXPECT_EQ(shelf.kept.count("2030"), 1U);
    EXPECT_EQ(shelf.kept.count("2040"), 1U);

    shelf.kept.erase("2040");  // as if killed between the two
    const Plan resumed = world.attempt(myopic, "two-steps", shelf);
    expect_sound(resumed);
    EXPECT_EQ(shelf.found, 1);
    expect_close(resumed.objective, whole.objective, 1e-12);
    for (const auto& frame : whole.tables) EXPECT_EQ(resumed.table(frame.name()).rows(), frame.rows()) << frame.name();
}

// An interior point ends with a hair of everything: 2040 must be as if there had been none.
TEST(Toy, HandsNoTraceOnToTheNextYear) {
    const World world;
    Shelf shelf;
    const std::vector<std::string> myopic{"plan.foresight=\"myopic\""};
    const Plan clean = world.attempt(myopic, "two-steps", shelf);
    shelf.kept.erase("2040");
    int traces = 0;
    for (double& value : shelf.kept.at("2030").values)
        if (value == 0.0) value = 1e-9 * ++traces;  // MW
    const std::vector<double> with_traces = shelf.kept.at("2030").values;
    ASSERT_GT(traces, 10);
    ASSERT_LT(traces, 1000);
    const Plan plan = world.attempt(myopic, "two-steps", shelf);
    ASSERT_EQ(shelf.kept.at("2030").values, with_traces);  // taken, not solved anew
    for (const char* technology : {"coal", "wind", "solar"})
        for (const char* column : {"capacity", "retired"}) {
            const Where of_2040{{"technology", technology}, {"year", "2040"}};
            EXPECT_EQ(total(plan, "capacity", of_2040, column), total(clean, "capacity", of_2040, column))
                << technology;
        }
}

TEST(Toy, KeepsOneStageWhenAllYearsAreSolvedAtOnce) {
    Shelf shelf;
    World().attempt({}, "two-steps", shelf);
    ASSERT_EQ(shelf.kept.size(), 1U);
    EXPECT_EQ(shelf.kept.begin()->first, "all");
}

TEST(Toy, TakesNoStageOfAnotherSize) {
    const World world;
    Shelf shelf;
    world.attempt({}, "two-steps", shelf);
    const Plan plan = world.attempt({}, "base", shelf);  // "all" of two years does not fit one
    expect_sound(plan);
    expect_close(plan.objective, yearly_cost);
}

TEST(Toy, SolvesAnewWhatAKeptStageNoLongerProves) {
    const World world;
    Shelf shelf;
    const Plan whole = world.attempt({}, "two-steps", shelf);
    std::fill(shelf.kept.at("all").values.begin(), shelf.kept.at("all").values.end(), 0.0);
    const Plan again = world.attempt({}, "two-steps", shelf);
    expect_sound(again);
    expect_close(again.objective, whole.objective);
}

TEST(Toy, GivesTheSameTablesTwice) {
    const World world;
    const Plan one = world.plan(), two = world.plan();
    for (const auto& frame : one.tables)
        for (const auto& column : frame.columns()) {
            if (column.kind == Frame::Kind::text) {
                EXPECT_EQ(two.table(frame.name()).texts(column.name), column.texts);
                continue;
            }
            const auto& other = two.table(frame.name()).numbers(column.name);
            ASSERT_EQ(other.size(), column.numbers.size());
            for (std::size_t i = 0; i < other.size(); ++i)
                EXPECT_TRUE(other[i] == column.numbers[i] || (is_blank(other[i]) && is_blank(column.numbers[i])));
        }
}

TEST(Toy, EstimatesItsOwnSize) {
    const World world;
    const auto data = world.load();
    const Estimate guess = estimate(data, world.scenario(data));
    const Plan plan = world.plan();
    EXPECT_EQ(guess.size.rows, plan.size.rows);
    EXPECT_EQ(guess.size.columns, plan.size.columns);
    EXPECT_EQ(guess.size.entries, plan.size.entries);
    EXPECT_EQ(guess.size.snapshots, 2);
}

// Power emits 420,480 t, farms 1,000: an official figure of one is not held against both.
TEST(BaseYear, ComparesASectorWithItsOwnFigure) {
    World world;
    world.add("carriers", "rice,Rice,쌀,t,year,nation,equal,0,tCO2eq/t,,,assumed,toy")
        .merge("technologies",
            "technology,name_en,name_ko,kind,group,carrier,resolution,extendable,clean,potential,sector,source",
            "paddy,Paddies,논,process,grid,rice,year,no,no,unlimited,agriculture,toy")
        .add("conversions", "paddy,rice,1,t/t,assumed,toy,")
        .add("technology_values", "paddy,emission,,1,tCO2eq/t,assumed,toy,")
        .add("stock", "paddy-B,Paddies,B,paddy,1000,t/year,2010,2070,assumed,toy,")
        .add("demand", "rice,B,reference,base,2025,1000,t/year,,assumed,toy")
        .begin("observed", "indicator,region,item,year,value,unit,status,source")
        .add("observed", "emissions,TOY,power,2030,400,ktCO2eq,assumed,toy")
        .add("observed", "emissions,TOY,agriculture,2030,1,ktCO2eq,assumed,toy")
        .add("observed", "emissions,TOY,total,2030,421480,tCO2eq,assumed,toy");
    const Plan plan = world.plan();
    const auto difference = [&](const char* item) {
        return value(plan, "base_year_check", {{"indicator", "emissions"}, {"item", item}}, "difference");
    };
    expect_close(difference("power"), 420480.0 / 400000.0 - 1.0);
    expect_close(difference("agriculture"), 0.0);
    expect_close(difference("total"), 0.0);
}

}  // namespace
}  // namespace ecumene::planning
