#include "diagnosis/ledgers/two_ledgers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "diagnosis/test/small_package.hpp"

namespace ecumene::diagnosis {
namespace {

//   A (capital) makes 10 and uses 30; B makes 60 at 0.5 t and uses 40; C makes 30 clean and uses 30. Production 100, 300, 100 t.
SmallPackage with_power(const std::string& name) {
    SmallPackage p(name);
    p.emission("A", 2000, 100).emission("B", 2000, 300).emission("C", 2000, 100);
    p.people("A", 2000, 50).people("B", 2000, 40).people("C", 2000, 10);
    for (const auto& [region, made, used, emitted, fossil] : std::vector<std::array<const char*, 5>>{
             {"A", "10", "30", "6", "10"}, {"B", "60", "40", "30", "40"}, {"C", "30", "30", "0", "0"}}) {
        p.power(region, 2000, "made", made).power(region, 2000, "used", used);
        p.power(region, 2000, "emissions", emitted).power(region, 2000, "fossil", fossil);
    }
    return p;
}

const Request by_capital{.grouping = "capital"};

bool says(const std::vector<Gap>& gaps, const std::string& words) {
    return std::any_of(
        gaps.begin(), gaps.end(), [&](const Gap& gap) { return gap.text.en.find(words) != std::string::npos; });
}

TEST(TwoLedgers, MovesPowerToItsUsersAsByHand) {
    const auto l = two_ledgers(with_power("ledgers").load(), by_capital);
    ASSERT_TRUE(l.has_consumption());
    // 20 MWh from B at 30/60: 10 t. Nationally 36 t over 100 MWh: 7.2 t. Marginal 30/40 = 0.75: 15 t.
    EXPECT_NEAR(l.groups[0].at("average_mix"), 110.0, 1e-2);
    EXPECT_NEAR(l.groups[0].at("national_mix"), 107.2, 1e-2);
    EXPECT_NEAR(l.groups[0].at("marginal"), 115.0, 1e-2);
    // Per head 400/50 over 100/50 = 4; 390/50 over 110/50 = 3.545
    EXPECT_NEAR(l.chain[0].ratio, 4.0, 1e-12);
    EXPECT_NEAR(l.chain[2].ratio, 390.0 / 110.0, 1e-3);
    EXPECT_EQ(l.chain[2].status, "modelled");
    EXPECT_TRUE(is_blank(l.chain[1].published));
}

TEST(TwoLedgers, WhatMovesIsModelledAndARatioIsAsWeakAsBothSides) {
    auto p = with_power("ledgers_status");
    p.emission("A", 2001, 100).emission("B", 2001, 300, "estimated").emission("C", 2001, 100);
    p.people("A", 2001, 50).people("B", 2001, 40).people("C", 2001, 10);
    const auto l = two_ledgers(p.load(), by_capital);
    ASSERT_EQ(l.year, 2000);
    EXPECT_EQ(l.groups[0].status_of("production"), "reported");
    EXPECT_EQ(l.groups[0].status_of("average_mix"), "modelled");
    EXPECT_EQ(l.all.status_of("marginal"), "modelled");
    // Without a balance in 2001 the production of B alone makes the ratio estimated: B is on its higher side.
    SmallPackage bare("ledgers_status_bare");
    bare.emission("A", 2001, 100).emission("B", 2001, 300, "estimated").emission("C", 2001, 100);
    bare.people("A", 2001, 50).people("B", 2001, 40).people("C", 2001, 10);
    EXPECT_EQ(two_ledgers(bare.load(), by_capital).chain.front().status, "estimated");
}

TEST(TwoLedgers, AnAssumedBalanceLeavesAnAssumedLedger) {
    auto p = with_power("ledgers_assumed");
    p.power("A", 2000, "emissions", "0", "heat", "assumed").power("A", 2000, "made", "1", "heat", "assumed");
    p.power("A", 2000, "used", "1", "heat").power("B", 2000, "made", "1", "heat").power("B", 2000, "used", "1", "heat");
    p.power("C", 2000, "made", "1", "heat").power("C", 2000, "used", "1", "heat");
    p.power("B", 2000, "emissions", "0", "heat").power("C", 2000, "emissions", "0", "heat");
    const auto l = two_ledgers(p.load(), by_capital);
    EXPECT_EQ(l.groups[0].status_of("average_mix"), "assumed");
    EXPECT_EQ(l.chain[1].status, "assumed");
    EXPECT_EQ(l.groups[0].status_of("production"), "reported");
}

TEST(TwoLedgers, EveryLedgerSumsToTheNation) {
    const auto l = two_ledgers(with_power("ledgers_sum").load(), by_capital);
    for (const auto* ledger : {"production", "national_mix", "average_mix", "marginal"}) {
        EXPECT_EQ(l.groups[0].at(ledger) + l.groups[1].at(ledger), 500.0) << ledger;
        EXPECT_EQ(l.all.at(ledger), 500.0) << ledger;
    }
}

TEST(TwoLedgers, ObservedFlowsAreUsedWhereTheyAre) {
    // Through C: B sends 20 to C, C sends 20 on to A. C's mix is (20 * 0.5 + 0) / 50 = 0.2: A gets 4 t.
    const auto l =
        two_ledgers(with_power("ledgers_flows").flow("B", "C", 2000, 20).flow("C", "A", 2000, 20).load(), by_capital);
    EXPECT_TRUE(l.is_exchange_observed);
    EXPECT_NEAR(l.groups[0].at("average_mix"), 104.0, 1e-2);
    EXPECT_FALSE(says(l.gaps, "inferred"));
}

TEST(TwoLedgers, ABlankIsNotZero) {
    auto p = with_power("ledgers_blank");
    p.emission("A", 2001, 100).emission("B", 2001, 300).emission("C", 2001, 100);
    p.people("A", 2001, 50).people("B", 2001, 40).people("C", 2001, 10);
    p.power("A", 2001, "made", "10").power("A", 2001, "used", "");
    const auto l = two_ledgers(p.load(), by_capital);
    EXPECT_EQ(l.year, 2000);
    EXPECT_TRUE(says(l.gaps, "a blank is not zero"));
}

TEST(TwoLedgers, MorePowerEmissionsThanEmissionsIsDoubted) {
    auto p = with_power("ledgers_doubt");
    p.emission("A", 2001, 5).emission("B", 2001, 5).emission("C", 2001, 5);
    p.people("A", 2001, 50).people("B", 2001, 40).people("C", 2001, 10);
    for (const auto* region : {"A", "B", "C"})
        p.power(region, 2001, "made", "10")
            .power(region, 2001, "used", "10")
            .power(region, 2001, "fossil", "10")
            .power(region, 2001, "emissions", region[0] == 'B' ? "6" : "1");
    const auto l = two_ledgers(p.load(), by_capital);
    EXPECT_EQ(l.year, 2001);
    EXPECT_TRUE(std::any_of(l.notes.begin(), l.notes.end(),
        [](const Bilingual& n) { return n.en.find("Region B: more is emitted") != std::string::npos; }));
}

TEST(TwoLedgers, WithoutABalanceOnlyProductionAndTheTableThatWouldUnlockIt) {
    const auto l = two_ledgers(three_regions("ledgers_none").load(), by_capital);
    EXPECT_FALSE(l.has_consumption());
    EXPECT_EQ(l.year, 2002);
    EXPECT_TRUE(says(l.gaps, "no consumption ledger"));
    EXPECT_EQ(l.gaps.front().table, "tables/energy_balance.csv");
}

TEST(TwoLedgers, HeatMovesBesidePower) {
    // A gets 5 MWh of heat from B, which makes 10 with 4 t: 2 t more than by power alone.
    auto p = with_power("ledgers_heat");
    for (const auto& [region, made, used, emitted] :
        std::vector<std::array<const char*, 4>>{{"A", "0", "5", "0"}, {"B", "10", "5", "4"}, {"C", "1", "1", "0"}}) {
        p.power(region, 2000, "made", made, "heat").power(region, 2000, "used", used, "heat");
        p.power(region, 2000, "emissions", emitted, "heat").power(region, 2000, "fossil", made, "heat");
    }
    const auto l = two_ledgers(p.load(), by_capital);
    EXPECT_NEAR(l.groups[0].at("average_mix"), 112.0, 1e-2);
    EXPECT_EQ(l.groups[0].at("average_mix") + l.groups[1].at("average_mix"), 500.0);
    EXPECT_FALSE(says(l.gaps, "heat"));
}

TEST(TwoLedgers, ConsumptionRowsOfThePackageStandBeside) {
    auto p = with_power("ledgers_given");
    for (const auto* region : {"A", "B", "C"})
        p.raw_emission(compose("{},2000,consumption,gross,ipcc1996,total,all,sar,150,tCO2eq,reported,s", {region}));
    const auto l = two_ledgers(p.load(), by_capital);
    EXPECT_EQ(l.groups[1].at("given"), 300.0);
    EXPECT_EQ(l.chain.back().ledger, "given");
    EXPECT_EQ(l.chain.back().status, "reported");
}

TEST(TwoLedgers, WithoutEmissionsByRegionTheNationalMeanIsMoved) {
    SmallPackage p("ledgers_national");
    p.emission("A", 2000, 100).emission("B", 2000, 300).emission("C", 2000, 100);
    p.people("A", 2000, 50).people("B", 2000, 40).people("C", 2000, 10);
    p.power("A", 2000, "made", "10").power("A", 2000, "used", "30").power("B", 2000, "made", "60");
    p.power("B", 2000, "used", "40").power("C", 2000, "made", "30").power("C", 2000, "used", "30");
    p.power("KR", 2000, "emissions", "36");
    const auto l = two_ledgers(p.load(), by_capital);
    EXPECT_NEAR(l.groups[0].at("national_mix"), 107.2, 1e-2);
    EXPECT_TRUE(is_blank(l.groups[0].at("average_mix")));
    EXPECT_TRUE(says(l.gaps, "only the national mean"));
}

TEST(TwoLedgers, LossesBelongToUsers) {
    SmallPackage p("ledgers_losses");
    p.emission("A", 2000, 100).emission("B", 2000, 100).emission("C", 2000, 100);
    p.people("A", 2000, 50).people("B", 2000, 40).people("C", 2000, 10);
    for (const auto* region : {"A", "B", "C"}) p.power(region, 2000, "made", "110").power(region, 2000, "used", "100");
    p.power("KR", 2000, "emissions", "33");
    const auto l = two_ledgers(p.load(), by_capital);
    EXPECT_NEAR(l.groups[0].used, 110.0, 1e-9);
    EXPECT_EQ(l.groups[0].at("national_mix"), 100.0);
    EXPECT_NE(l.notes.front().en.find("10.0 %"), std::string::npos);
}

TEST(TwoLedgers, KoreanRatioFallsAlongTheChain) {
    const auto l = two_ledgers(dataset::load("data/korea"), {.grouping = "capital", .last_year = 2018});
    ASSERT_EQ(l.chain.size(), 4U);
    EXPECT_NEAR(l.chain[0].ratio, 3.29, 0.005);
    EXPECT_NEAR(l.chain[1].ratio, 2.55, 0.005);
    EXPECT_NEAR(l.chain[2].ratio, 2.55, 0.005);
    EXPECT_NEAR(l.chain[3].ratio, 2.41, 0.005);
    EXPECT_NE(l.chain[3].reason.en.find("only the fuel-burning plants"), std::string::npos);  // not the published 2.55
    for (const auto& region : l.regions) EXPECT_LE(region.power_emissions, region.at("production")) << region.code;
    EXPECT_EQ(l.over_time.front().year, 1991);
    EXPECT_TRUE(says(l.gaps, "heat"));
}

}  // namespace
}  // namespace ecumene::diagnosis
