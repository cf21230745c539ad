// Sums over regions with sector trees of their own, and what they leave over.
#include <gtest/gtest.h>

#include <algorithm>

#include "governance/plan/roll_up.hpp"
#include "invented_plans.hpp"

namespace ecumene::governance {
namespace {

PlanDocument region(const std::string& code, const std::string& parent, const std::string& tree) {
    PlanDocument plan;
    plan.id = code;
    plan.region = code;
    plan.parent = parent;
    plan.basis.tree = tree;
    return plan;
}

void put(PlanDocument& plan, const std::string& sector, double value) {
    plan.sectors.push_back({.sector = sector, .name = {}, .rolls_up_to = sector});
    plan.emissions.set(Series::target, sector, 2030, value, plan.sectors.size() + 1);
}

const RollUpCell& cell_of(const RollUp& sums, const std::string& sector) {
    const auto& cells = sums.nodes.front().cells;
    return *std::find_if(cells.begin(), cells.end(), [&](const RollUpCell& cell) { return cell.sector == sector; });
}

TEST(RollUp, PassesSectorsThroughTheCrosswalkAndShowsWhatIsLeft) {
    auto nation = region("N", "", "korea_plan");
    put(nation, "transport", 100.0);
    put(nation, "waste", 50.0);
    nation.unallocated.set(Series::target, "transport", 2030, 10.0, 2);
    auto first = region("A", "N", "ipcc2006"), second = region("B", "N", "korea_plan");
    put(first, "1A3b", 30.0);  // road
    put(first, "1A3c", 5.0);   // rail: transport as well
    put(first, "4A", 20.0);    // waste
    put(first, "1A", 7.0);     // above the leaves: has no crossing
    put(second, "transport", 40.0);
    put(second, "waste", 30.0);
    const auto sums = roll_up(PlanSet({nation, first, second}));
    EXPECT_DOUBLE_EQ(cell_of(sums, "transport").below, 75.0);
    EXPECT_DOUBLE_EQ(cell_of(sums, "transport").residual(), 15.0);  // shown, not spread
    EXPECT_DOUBLE_EQ(cell_of(sums, "waste").residual(), 0.0);
    EXPECT_EQ(sums.nodes.front().without_crossing, std::vector<std::string>{"A: 1A"});
}

TEST(RollUp, HasNoSumWhereARegionIsSilent) {
    auto nation = region("N", "", "korea_plan");
    put(nation, "waste", 50.0);
    auto first = region("A", "N", "korea_plan");
    put(first, "waste", 20.0);
    const auto sums = roll_up(PlanSet({nation, first, region("B", "N", "korea_plan")}));
    EXPECT_TRUE(is_blank(cell_of(sums, "waste").below));
    EXPECT_EQ(cell_of(sums, "waste").silent_below, std::vector<std::size_t>{2});
}

TEST(RollUp, StatesTheCutOfThoseBelowOnFourBases) {
    const PlanSet set(invented_plans());
    const auto sums = roll_up(set);
    const auto& nation = sums.nodes.front();
    ASSERT_TRUE(nation.is_complete());
    for (const auto base : {Coverage::gross, Coverage::net})
        for (const auto target : {Coverage::gross, Coverage::net})
            EXPECT_NEAR(nation.own.at(base, target), nation.sum.at(base, target), 1e-6);
}

}  // namespace
}  // namespace ecumene::governance
