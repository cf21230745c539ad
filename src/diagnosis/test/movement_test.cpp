#include "diagnosis/change/movement.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "diagnosis/bridge/region_bridge.hpp"
#include "diagnosis/test/small_package.hpp"

namespace ecumene::diagnosis {
namespace {

const Request by_capital{.grouping = "capital"};

const KayaChange* find(const Movement& m, const std::string& place, const std::string& cells, Chaining chaining) {
    for (const auto& k : m.changes)
        if (k.place == place && k.cells == cells && k.chaining == chaining) return &k;
    return nullptr;
}

double sum(const KayaChange& k) {
    double s = 0.0;
    for (const auto& effect : k.effects) s += effect.value;
    return s;
}

bool says(const std::vector<Bilingual>& notes, const std::string& words) {
    return std::any_of(
        notes.begin(), notes.end(), [&](const Bilingual& note) { return note.en.find(words) != std::string::npos; });
}

TEST(Movement, OneRegionAsByHand) {
    // A: E 100 -> 121, P 50 -> 55, G 1000 -> 1210. L = 21 / ln 1.21; people L ln 1.1 = half; product per head L ln 1.1; intensity 0.
    const auto m = movement_of(three_regions("movement").load(), by_capital);
    const auto* a = find(m, "A", "itself", Chaining::fixed_base);
    ASSERT_NE(a, nullptr);
    EXPECT_NEAR(a->effects[0].value, 10.5, 1e-9);
    EXPECT_NEAR(a->effects[1].value, 10.5, 1e-9);
    EXPECT_NEAR(a->effects[2].value, 0.0, 1e-9);
}

TEST(Movement, EffectsSumToTheChangeOnEveryLevel) {
    const auto m =
        movement_of(dataset::load("data/korea"), {.grouping = "capital", .first_year = 2000, .last_year = 2018});
    EXPECT_GT(m.changes.size(), 60U);
    for (const auto& k : m.changes) {
        ASSERT_TRUE(k.reason.en.empty()) << k.place << " " << k.reason.en;
        EXPECT_NEAR(sum(k), k.change(), 1e-12 * (k.first + k.last)) << k.place;
        for (std::size_t j = 0; j < k.effects.size() && !k.parts.empty(); ++j) {
            double parts = 0.0;
            for (const auto& part : k.parts) parts += part.effects[j];
            EXPECT_NEAR(parts, k.effects[j].value, 1e-6);
        }
    }
}

TEST(Movement, NetEmissionsOfASinkAreRefusedInWords) {
    SmallPackage p("movement_sink");
    for (const int year : {2000, 2002}) {
        for (const auto* region : {"A", "B", "C"})
            p.emission(region, year, region[0] == 'C' ? -50 : 100, "reported", "net")
                .people(region, year, 10)
                .product(region, year, 100 + year - 2000);
    }
    const auto m = movement_of(p.load(), {.grouping = "capital", .coverage = Coverage::net});
    EXPECT_NE(find(m, "C", "itself", Chaining::fixed_base)->reason.en.find("sink"), std::string::npos);
    EXPECT_TRUE(find(m, "C", "itself", Chaining::fixed_base)->effects.empty());
    EXPECT_TRUE(find(m, "A", "itself", Chaining::fixed_base)->reason.en.empty());
    EXPECT_FALSE(find(m, "KR", "regions", Chaining::fixed_base)->reason.en.empty());
}

TEST(Movement, ASplitBetweenTheYearsIsOneUnit) {
    // D left B in 2001.
    auto p = three_regions("movement_split");
    p.region("D", "province", "rest").change(2001, "split", "B", "D");
    p.emission("D", 2002, 30).people("D", 2002, 10).product("D", 2002, 50);
    const auto m = movement_of(p.load(), by_capital);
    const auto* unit = find(m, "B+D", "itself", Chaining::fixed_base);
    ASSERT_NE(unit, nullptr);
    EXPECT_NEAR(unit->first, 300.0, 1e-12);
    EXPECT_NEAR(unit->last, 330.0, 1e-12);
    EXPECT_EQ(find(m, "B", "itself", Chaining::fixed_base), nullptr);
    EXPECT_TRUE(says(m.notes, "Region B with Region D are one unit"));
}

TEST(Movement, WithoutTheChangeTheNewRegionIsNotCompared) {
    auto p = three_regions("movement_no_bridge");
    p.region("D", "province", "rest");
    p.emission("D", 2002, 30).people("D", 2002, 10).product("D", 2002, 50);
    const auto m = movement_of(p.load(), by_capital);
    EXPECT_FALSE(find(m, "D", "itself", Chaining::fixed_base)->reason.en.empty());
    EXPECT_FALSE(find(m, "KR", "regions", Chaining::fixed_base)->reason.en.empty());
    EXPECT_TRUE(says(m.notes, "no figure at an end for Region D"));
    EXPECT_TRUE(find(m, "A", "itself", Chaining::fixed_base)->reason.en.empty());
}

TEST(Movement, AMergerKeepsTheFiguresOfTheFormerRegion) {
    // F went into C in 2001: 40 t, 10 people, 100 of product until 2000.
    auto p = three_regions("movement_merger");
    p.region("F", "former", "rest").change(2001, "merge", "F", "C");
    p.emission("F", 2000, 40).people("F", 2000, 10).product("F", 2000, 100);
    const auto data = p.load();
    const auto m = movement_of(data, by_capital);
    const auto* unit = find(m, "C+F", "itself", Chaining::fixed_base);
    ASSERT_NE(unit, nullptr);
    EXPECT_NEAR(unit->first, 140.0, 1e-12);
    EXPECT_NEAR(unit->last, 100.0, 1e-12);
    // The group's sum holds it too: 300 + 100 + 40 in 2000.
    const auto profiled = profile(data, {.grouping = "capital", .first_year = 2000, .last_year = 2002});
    EXPECT_NEAR(profiled.groups[1].share.first.value, 440.0 / 540.0, 1e-12);
}

TEST(Movement, SectorsBeginAndEndWithoutAResidual) {
    auto p = three_regions("movement_sectors");
    for (const int year : {2000, 2002})
        p.sector("A", year, "1A1a", year == 2000 ? 60 : 0).sector("A", year, "1A3b", year == 2000 ? 40 : 100);
    for (const int year : {2000, 2002}) p.sector("A", year, "2B", year == 2000 ? 0 : 21);
    const auto m = movement_of(p.load(), by_capital);
    const auto* k = find(m, "A", "sectors", Chaining::fixed_base);
    ASSERT_NE(k, nullptr);
    ASSERT_TRUE(k->reason.en.empty()) << k->reason.en;
    EXPECT_NEAR(sum(*k), 21.0, 1e-12);
    EXPECT_EQ(k->parts.size(), 3U);
}

TEST(Movement, SectorsOfAGroupAreTheSumOfItsRegions) {
    auto p = three_regions("movement_group_sectors");
    for (const int year : {2000, 2002})
        p.sector("B", year, "1A1a", 200).sector("B", year, "2B", 100).sector("C", year, "1A1a", 100);
    const auto m = movement_of(p.load(), by_capital);
    // C has no row for 2B: that is not zero, so the group's 2B is not known and left out by name.
    const auto* rest = find(m, "rest", "sectors", Chaining::fixed_base);
    ASSERT_NE(rest, nullptr);
    EXPECT_NEAR(rest->first, 300.0, 1e-12);
    EXPECT_NEAR(sum(*rest), 0.0, 1e-9);
    EXPECT_EQ(find(m, "A", "sectors", Chaining::fixed_base), nullptr);
    EXPECT_TRUE(says(m.notes, "Rest: sectors 2B have no figure"));
}

TEST(Movement, ProductUnderTheCodesOfSectorsTellsTheMixOfIndustries) {
    // A: industry C emits 60 and homes H 40 of 100; product 1000 of which C 500, later 1210 of which C 605: no mix effect.
    SmallPackage p("movement_mix");
    for (const int year : {2000, 2002})
        for (const auto* region : {"A", "B", "C"}) {
            const double product = year == 2000 ? 1000 : 1210;
            p.emission(region, year, 100).people(region, year, 50).industry(region, year, "total", product);
            p.industry(region, year, "C", product / 2)
                .sector(region, year, "C", 60, "own")
                .sector(region, year, "H", 40, "own");
        }
    const auto m = movement_of(p.load(), by_capital);
    const auto* a = find(m, "A", "sectors", Chaining::fixed_base);
    ASSERT_NE(a, nullptr);
    ASSERT_EQ(a->effects.size(), 5U);
    EXPECT_NEAR(a->effects[1].value, 60.0 * std::log(1.21), 1e-9);   // product per head, C only
    EXPECT_NEAR(a->effects[2].value, 0.0, 1e-9);                     // mix
    EXPECT_NEAR(a->effects[3].value, -60.0 * std::log(1.21), 1e-9);  // intensity
    EXPECT_NEAR(a->effects[4].value, 0.0, 1e-9);                     // homes
}

TEST(Movement, ParentsBesideTheirChildrenDoNotCountTwice) {
    auto p = three_regions("movement_parents");
    for (const int year : {2000, 2002})
        p.sector("A", year, "1A", 100).sector("A", year, "1A1a", 60).sector("A", year, "1A3b", 40);
    EXPECT_NEAR(find(movement_of(p.load(), by_capital), "A", "sectors", Chaining::fixed_base)->last, 100.0, 1e-12);
}

TEST(Movement, TwoGwpSetsAreNotAdded) {
    auto p = three_regions("movement_gwp");
    for (const int year : {2000, 2002}) p.sector("A", year, "1A1a", 60);
    p.sector("A", 2000, "4A", 99, "ipcc1996", "ar5");
    const auto m = movement_of(p.load(), by_capital);
    const auto* k = find(m, "A", "sectors", Chaining::fixed_base);
    ASSERT_NE(k, nullptr);
    EXPECT_NEAR(k->first, 60.0, 1e-12);
}

TEST(Movement, NominalAndConstantPricesStayApart) {
    auto p = three_regions("movement_prices");
    for (const auto* region : {"A", "B", "C"})
        p.product(region, 2000, 700, "real2000").product(region, 2002, 770, "real2000");
    const auto m = movement_of(p.load(), by_capital);
    int nominal = 0, real = 0;
    for (const auto& k : m.changes) (k.prices == "nominal" ? nominal : real) += 1;
    EXPECT_EQ(nominal, real);
    for (const auto& d : m.decoupling) {
        if (d.place != "A") continue;
        EXPECT_NEAR(d.figure.product_change, d.prices == "nominal" ? 0.21 : 0.1, 1e-12);
    }
}

TEST(Movement, WithoutProductItSaysWhichTableWouldTell) {
    SmallPackage p("movement_no_product");
    for (const int year : {2000, 2002})
        for (const auto* region : {"A", "B", "C"}) p.emission(region, year, 10).people(region, year, 10);
    const auto m = movement_of(p.load(), by_capital);
    EXPECT_TRUE(m.changes.empty());
    ASSERT_FALSE(m.gaps.empty());
    EXPECT_TRUE(std::any_of(m.gaps.begin(), m.gaps.end(), [](const Gap& g) { return g.table == "tables/gva.csv"; }));
}

TEST(Movement, ShiftShareAddsTheRestOfTheTotal) {
    SmallPackage p("movement_shift");
    for (const int year : {2000, 2002})
        for (const auto* region : {"A", "B", "C"})
            p.emission(region, year, 10)
                .people(region, year, 10)
                .industry(region, year, "total", year == 2000 ? 100 : 130)
                .industry(region, year, "C", year == 2000 ? 40 : 44)
                .industry(region, year, "C10-12", 10);
    const auto m = movement_of(p.load(), by_capital);
    ASSERT_EQ(m.industries.size(), 3U);
    EXPECT_NEAR(m.industries[0].parts.change, 30.0, 1e-12);
    EXPECT_NEAR(m.industries[0].parts.own, 0.0, 1e-12);
    EXPECT_EQ(m.quotients.rows(), 6U);
}

TEST(Movement, ShiftShareAndQuotientsKeepToTheYearsAsked) {
    SmallPackage p("movement_shift_years");
    for (const int year : {2000, 2002, 2005})
        for (const auto* region : {"A", "B", "C"})
            p.emission(region, year, 10)
                .people(region, year, 10)
                .industry(region, year, "total", 10 * (year - 1990))
                .industry(region, year, "C", 40);
    const auto data = p.load();
    const auto m = movement_of(data, {.grouping = "capital", .first_year = 2000, .last_year = 2003});
    ASSERT_EQ(m.industries.size(), 3U);
    EXPECT_EQ(m.industries[0].first_year, 2000);
    EXPECT_EQ(m.industries[0].last_year, 2002);
    EXPECT_NEAR(m.industries[0].parts.change, 20.0, 1e-12);
    const auto none = movement_of(data, {.grouping = "capital", .first_year = 2003, .last_year = 2004});
    EXPECT_TRUE(none.industries.empty());
    EXPECT_EQ(none.quotients.rows(), 0U);
    const auto names = [&](const std::string& words) {
        return std::any_of(none.gaps.begin(), none.gaps.end(),
            [&](const Gap& gap) { return gap.text.en.find(words) != std::string::npos; });
    };
    EXPECT_TRUE(names("no shift-share: no two years between 2003 and 2004"));
    EXPECT_TRUE(names("no location quotients: no year between 2003 and 2004"));
}

TEST(Movement, IndustriesThatExceedTheirTotalGiveNoShiftShare) {
    SmallPackage p("movement_exceed");
    for (const int year : {2000, 2002})
        for (const auto* region : {"A", "B", "C"})
            p.emission(region, year, 10)
                .people(region, year, 10)
                .industry(region, year, "total", 30)
                .industry(region, year, "C", 40);
    const auto m = movement_of(p.load(), by_capital);
    EXPECT_TRUE(m.industries.empty());
    EXPECT_TRUE(says(m.notes, "exceed"));
}

TEST(RegionBridge, ChangesOutsideTheYearsJoinNothing) {
    auto p = three_regions("bridge_outside");
    p.change(2000, "split", "B", "C");
    EXPECT_EQ(RegionBridge(p.load(), 2000, 2002).units().size(), 3U);
    EXPECT_EQ(RegionBridge(p.load(), 1999, 2002).units().size(), 2U);
}

}  // namespace
}  // namespace ecumene::diagnosis
