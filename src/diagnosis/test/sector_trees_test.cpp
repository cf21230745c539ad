#include "diagnosis/trees/sector_trees.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "diagnosis/trees/gpc_totals.hpp"

namespace ecumene::diagnosis {
namespace {

double sum(const SectorValues& values) {
    double s = 0.0;
    for (const auto& [code, value] : values) s += value;
    return s;
}

TEST(SectorTrees, ShippedTreesHaveNoFaults) {
    for (const auto& fault : SectorTrees::shipped().faults()) ADD_FAILURE() << fault;
    EXPECT_EQ(SectorTrees::shipped().trees(), (std::vector<std::string>{"ipcc1996", "ipcc2006", "gpc", "korea_plan"}));
}

TEST(SectorTrees, EveryLeafOfIpccHasACrossingToEveryOtherTree) {
    const auto& trees = SectorTrees::shipped();
    for (const auto& sector : trees.sectors()) {
        if (!trees.children(sector.tree, sector.code).empty()) continue;
        std::vector<std::string> others;
        if (sector.tree == "ipcc1996") others = {"ipcc2006"};
        if (sector.tree == "ipcc2006" && sector.code != "1C" && sector.code != "5") others = {"gpc", "korea_plan"};
        for (const auto& to : others) {
            const auto converted = trees.convert(sector.tree, {{sector.code, 1.0}}, to);
            EXPECT_TRUE(converted.without_crossing.empty()) << sector.tree << " " << sector.code << " " << to;
        }
    }
}

TEST(SectorTrees, ConversionKeepsTheSum) {
    const auto to =
        SectorTrees::shipped().convert("ipcc1996@2022", {{"1A2f", 40.0}, {"2F", 20.0}, {"4D", 6.0}}, "ipcc2006");
    EXPECT_NEAR(sum(to.values), 66.0, 1e-12);
    EXPECT_EQ(to.estimated.count("2E"), 1U);
}

TEST(SectorTrees, AParentIsNotCountedBesideItsChildren) {
    const auto to = SectorTrees::shipped().convert("ipcc2006", {{"1A1", 10.0}, {"1A1a", 10.0}}, "korea_plan");
    EXPECT_EQ(to.values.at("power"), 10.0);
    EXPECT_EQ(to.without_crossing.at("1A1"), 10.0);
}

TEST(SectorTrees, FaultsAreTold) {
    const SectorTrees trees("tree,sector,parent,name_en,name_ko,scope\na,1,,One,하나,\na,2,9,Two,둘,\nb,x,,X,엑스,\n",
        "from_tree,from_sector,to_tree,to_sector,weight,status,source,note\na,1,b,x,0.7,reported,s,\n");
    const auto faults = trees.faults();
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0], "a 2: its parent '9' is not there");
    EXPECT_EQ(faults[1], "a 1: its weights to b sum to 0.7, not 1");
}

TEST(SectorTrees, RefusesATableOfOtherColumns) {
    EXPECT_THROW(SectorTrees("tree,sector\na,1\n", ""), Error);
}

TEST(GpcTotals, BasicAndBasicPlusAsByHand) {
    // BASIC: I.1.1 100 + I.1.2 40 + III.1.2 5 = 145. BASIC+: + I.1.3 3 + IV.1.1 20 + V.1.1 7 = 175.
    // Not in either: I.4.4 500 (to the grid), III.1.3 9 (waste brought in), VI.1.3 1. Territorial: 100 + 500 + 9 + 20 + 7.
    const std::vector<GpcEntry> entries = {{"I.1.1", 100.0}, {"I.1.2", 40.0}, {"I.1.3", 3.0}, {"I.4.4", 500.0},
        {"III.1.2", 5.0}, {"III.1.3", 9.0}, {"IV.1.1", 20.0}, {"V.1.1", 7.0}, {"VI.1.3", 1.0}};
    const auto t = gpc_totals(entries);
    EXPECT_EQ(t.basic, 145.0);
    EXPECT_EQ(t.basic_plus, 175.0);
    EXPECT_EQ(t.territorial, 636.0);
    EXPECT_TRUE(t.is_basic_complete());
    EXPECT_TRUE(t.faults.empty());
}

TEST(GpcTotals, NotationKeysAreNotFigures) {
    const std::vector<GpcEntry> entries = {{"I.1.1", 100.0}, {"I.7.1", blank, "NO"}, {"II.1.1", blank, "NE"},
        {"II.2.1", blank, "IE"}, {"I.2.1", blank}, {"IV.1.1", blank, "C"}};
    const auto t = gpc_totals(entries);
    EXPECT_EQ(t.basic, 100.0);
    EXPECT_EQ(t.not_estimated, (std::vector<std::string>{"II.1.1", "I.2.1"}));
    EXPECT_EQ(t.not_estimated_plus, (std::vector<std::string>{"IV.1.1"}));
}

TEST(GpcTotals, WhatIsCountedTwiceOrUnknownIsSaidAndLeftOut) {
    const std::vector<GpcEntry> entries = {{"I.1.1", 100.0}, {"I.1.1", 90.0}, {"I.9.1", 5.0}, {"I.2.1", 7.0, "IE"}};
    const auto t = gpc_totals(entries);
    EXPECT_EQ(t.faults.size(), 3U);
    EXPECT_EQ(t.basic, 0.0);  // I.2.1 is included elsewhere
    EXPECT_EQ(t.not_estimated, (std::vector<std::string>{"I.1.1", "I.1.1"}));
}

TEST(GpcTotals, KnowNothingOfNothing) {
    EXPECT_TRUE(is_blank(gpc_totals({}).basic));
}

}  // namespace
}  // namespace ecumene::diagnosis
