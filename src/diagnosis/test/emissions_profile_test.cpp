#include "diagnosis/emissions_profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "small_package.hpp"

namespace ecumene::diagnosis {
namespace {

const Request by_capital{.grouping = "capital", .first_year = 2000, .last_year = 2002};

bool says(const std::vector<Gap>& gaps, const std::string& words) {
    return std::any_of(
        gaps.begin(), gaps.end(), [&](const Gap& gap) { return gap.text.en.find(words) != std::string::npos; });
}

const Caution* caution(const Profile& p, const std::string& quantity, const std::string& status) {
    const auto found = std::find_if(p.cautions.begin(), p.cautions.end(),
        [&](const Caution& c) { return c.quantity == quantity && c.status == status; });
    return found == p.cautions.end() ? nullptr : &*found;
}

std::string message_of(const dataset::Dataset& data, const Request& request) {
    try {
        profile(data, request);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        return error.message();
    }
    return "nothing was thrown";
}

TEST(EmissionsProfile, TotalsGrowthAndSharesAsByHand) {
    const Profile p = profile(three_regions("totals").load(), by_capital);
    ASSERT_EQ(p.groups.size(), 2u);
    EXPECT_EQ(p.groups[0].group, "capital");
    EXPECT_EQ(p.groups[0].total.value, 121.0);
    EXPECT_NEAR(p.groups[0].growth.value, 0.1, 1e-12);       // sqrt(121 / 100) - 1
    EXPECT_NEAR(p.groups[0].share.first.value, 0.2, 1e-12);  // 100 / 500
    EXPECT_NEAR(p.groups[0].share.last.value, 121.0 / 521.0, 1e-12);
    EXPECT_EQ(p.groups[1].total.value, 400.0);
    EXPECT_NEAR(p.groups[1].growth.value, 0.0, 1e-12);
    EXPECT_EQ(p.all.total.value, 521.0);
    EXPECT_NEAR(p.all.growth.value, std::sqrt(521.0 / 500.0) - 1.0, 1e-12);
    EXPECT_EQ(p.all.share.last.value, 1.0);
}

TEST(EmissionsProfile, PerHeadAndItsRatioAsByHand) {
    const Profile p = profile(three_regions("per_head").load(), by_capital);
    EXPECT_NEAR(p.groups[0].per_capita.last.value, 2.2, 1e-12);                     // 121 / 55
    EXPECT_NEAR(p.groups[0].per_capita.growth.value, std::sqrt(1.1) - 1.0, 1e-12);  // 2.0 -> 2.2 in two years
    EXPECT_NEAR(p.groups[1].per_capita.last.value, 5.0, 1e-12);                     // 400 / 80
    EXPECT_EQ(p.ratio.higher, "rest");
    EXPECT_EQ(p.ratio.lower, "capital");
    EXPECT_NEAR(p.ratio.first.value, 2.5, 1e-12);
    EXPECT_NEAR(p.ratio.last.value, 5.0 / 2.2, 1e-12);
}

TEST(EmissionsProfile, InequalityAmongRegionsAsByHand) {
    // 2000: y = (1/5, 3/5, 1/5), p = (5, 4, 4) / 13; Theil = sum of y ln(y/p) = 0.2 ln 0.52 + 0.6 ln 1.95 + 0.2 ln 0.65 = 0.183757
    // between: Y = (1/5, 4/5), P = (5, 8) / 13: 0.2 ln 0.52 + 0.8 ln 1.3 = 0.079106
    const Profile p = profile(three_regions("inequality").load(), by_capital);
    EXPECT_EQ(p.inequality_first.year, 2000);
    EXPECT_EQ(p.inequality_first.regions, 3u);
    EXPECT_NEAR(p.inequality_first.theil, 0.2 * std::log(0.52) + 0.6 * std::log(1.95) + 0.2 * std::log(0.65), 1e-12);
    EXPECT_NEAR(p.inequality_first.between, 0.2 * std::log(0.52) + 0.8 * std::log(1.3), 1e-12);
    EXPECT_NEAR(p.inequality_first.within, p.inequality_first.theil - p.inequality_first.between, 1e-12);
    // per head 2, 7.5, 2.5; pairs: 2 (5*4*5.5 + 5*4*0.5 + 4*4*5) / 169 = 400 / 169; over 2 * 500/130
    EXPECT_NEAR(p.inequality_first.spread, 400.0 / 169.0, 1e-12);
    EXPECT_NEAR(p.inequality_first.gini, 400.0 / 169.0 * 130.0 / 1000.0, 1e-12);
    EXPECT_EQ(p.inequality_first.status, "derived");
}

TEST(EmissionsProfile, PerValueAddedKeepsPriceBasesApart) {
    auto package = three_regions("prices");
    for (const char* region : {"A", "B", "C"})
        package.product(region, 2000, 1000, "real2009").product(region, 2001, 1000, "real2009");
    const Profile p = profile(package.load(), by_capital);
    ASSERT_EQ(p.groups[0].per_gva.size(), 2u);
    const PerGva& nominal = p.groups[0].per_gva[0];
    EXPECT_EQ(nominal.prices, "nominal");
    EXPECT_NEAR(nominal.first.value, 0.1, 1e-12);  // 100 / 1000, and 121 / 1210
    EXPECT_NEAR(nominal.growth.value, 0.0, 1e-12);
    const PerGva& real = p.groups[0].per_gva[1];
    EXPECT_EQ(real.prices, "real2009");
    EXPECT_EQ(real.growth.first_year, 2000);
    EXPECT_EQ(real.growth.last_year, 2001);
    EXPECT_NEAR(real.growth.value, 0.1, 1e-12);  // 100 -> 110 over the same product
    EXPECT_NEAR(p.groups[1].per_gva[0].growth.value, std::sqrt(0.25 / 0.4) - 1.0, 1e-12);  // 400 / 1000 -> 400 / 1600
    EXPECT_TRUE(
        says(p.gaps, "emissions per regional product (prices of 2009): the years are 2000-2001, not 2000-2002"));
}

TEST(EmissionsProfile, APopulationBetweenKnownYearsIsInterpolatedAndSaysSo) {
    const Profile p = profile(three_regions("interpolated").load(), by_capital);
    ASSERT_EQ(p.groups[0].per_capita.by_year.size(), 3u);
    EXPECT_NEAR(p.groups[0].per_capita.by_year[1].value, 110.0 / 52.5, 1e-12);
    EXPECT_EQ(p.groups[0].per_capita.by_year[1].status, "derived");
    const Caution* c = caution(p, "population", "derived");
    ASSERT_NE(c, nullptr);
    EXPECT_EQ(c->years, std::vector<int>{2001});
    EXPECT_EQ(c->text.en, "population: figures of all regions in 2001 are derived, not reported");
}

TEST(EmissionsProfile, APopulationBeyondKnownYearsIsNotInvented) {
    SmallPackage package("extrapolated");
    for (const char* region : {"A", "B", "C"})
        package.emission(region, 2000, 10).emission(region, 2002, 10).people(region, 2000, 5).people(region, 2001, 5);
    const Profile p = profile(package.load(), by_capital);
    EXPECT_EQ(p.groups[0].total.year, 2002);
    EXPECT_EQ(p.groups[0].per_capita.last.year, 2000);
    EXPECT_TRUE(is_blank(p.groups[0].per_capita.growth.value));
    EXPECT_TRUE(says(p.gaps, "figures per head do not reach 2002"));
}

TEST(EmissionsProfile, DerivedFiguresStayVisible) {
    const Profile p = profile(three_regions("derived").load(), by_capital);
    EXPECT_EQ(p.groups[0].total.status, "reported");
    EXPECT_EQ(p.groups[1].total.status, "derived");
    EXPECT_EQ(p.groups[1].growth.status, "derived");
    EXPECT_EQ(p.groups[0].share.last.status, "derived");  // the sum of all regions rests on C
    EXPECT_EQ(p.ratio.last.status, "derived");
    const Caution* c = caution(p, "emissions", "derived");
    ASSERT_NE(c, nullptr);
    EXPECT_EQ(c->regions, std::vector<std::string>{"C"});
    EXPECT_EQ(c->text.en, "emissions: figures of Region C in 2000-2002 are derived, not reported");
}

TEST(EmissionsProfile, ARegionWithoutAFigureIsLeftOutWhereTheNationShowsThatNothingIsMissing) {
    SmallPackage package("closed");
    for (const int year : {2000, 2002}) {
        package.emission("A", year, 100).emission("B", year, 300).emission("KR", year, 400);
        for (const char* region : {"A", "B", "C"}) package.people(region, year, 40);
    }
    const Profile p = profile(package.load(), by_capital);
    EXPECT_EQ(p.groups[1].total.value, 300.0);
    EXPECT_EQ(p.groups[1].total.status, "reported");
    EXPECT_NE(caution(p, "emissions", "absent"), nullptr);
}

TEST(EmissionsProfile, AGroupWithoutItsRegionIsUnknown) {
    SmallPackage package("open");
    for (const int year : {2000, 2002}) {
        package.emission("A", year, 100).emission("B", year, 300);
        for (const char* region : {"A", "B", "C"}) package.people(region, year, 40);
    }
    const auto data = package.load();
    EXPECT_NE(message_of(data, by_capital).find("no gross production emissions"), std::string::npos);
    const Profile p = profile(data, {.grouping = "", .first_year = 2000, .last_year = 2002});
    EXPECT_TRUE(is_blank(p.groups[2].total.value));
    EXPECT_EQ(p.groups[2].growth.reason.en, "there is no figure for 2000");
    EXPECT_TRUE(is_blank(p.all.total.value));
    EXPECT_TRUE(is_blank(p.groups[0].share.last.value));
}

TEST(EmissionsProfile, ARegionOfHardlyAnyPeopleMayBeMissingAndTheSumIsEstimated) {
    auto package = three_regions("hardly");
    for (const int year : {2000, 2002})
        package.product("A", year, 1000, "real2009").product("B", year, 1000, "real2009");
    // C has half of the people of the rest: its product cannot be missing.
    const Profile refused = profile(package.load(), by_capital);
    ASSERT_EQ(refused.groups[1].per_gva.size(), 1u);
    EXPECT_TRUE(says(refused.gaps, "regional product (prices of 2009) has no year in common"));

    SmallPackage small("hardly_any");
    for (const int year : {2000, 2002}) {
        for (const char* region : {"A", "B", "C"}) small.emission(region, year, 100);
        small.people("A", year, 100).people("B", year, 99).people("C", year, 1);
        small.product("A", year, 1000).product("B", year, 1000);
    }
    const Profile p = profile(small.load(), by_capital);
    EXPECT_NEAR(p.groups[1].per_gva.at(0).last.value, 0.2, 1e-12);
    EXPECT_EQ(p.groups[1].per_gva.at(0).last.status, "estimated");
}

TEST(EmissionsProfile, ARegionThatWasPartOfANeighbourIsNoGap) {
    SmallPackage package("founded");
    for (const int year : {2000, 2001, 2002})
        package.emission("A", year, 100).emission("B", year, 300).people("A", year, 50);
    package.people("B", 2000, 80)
        .people("B", 2001, 80)
        .people("B", 2002, 40)
        .people("C", 2002, 40)
        .emission("C", 2002, 100);
    const Profile p = profile(package.load(), by_capital);
    EXPECT_NEAR(p.groups[1].per_capita.first.value, 300.0 / 80.0, 1e-12);
    EXPECT_NEAR(p.groups[1].per_capita.last.value, 400.0 / 80.0, 1e-12);
    ASSERT_NE(caution(p, "population", "absent"), nullptr);
    EXPECT_EQ(caution(p, "population", "absent")->years, (std::vector<int>{2000, 2001}));
}

TEST(EmissionsProfile, NegativeNetEmissionsAreRefusedWhereTheyHaveNoMeaning) {
    SmallPackage package("net");
    for (const int year : {2000, 2002}) {
        package.emission("A", year, -10, "reported", "net")
            .emission("B", year, 40, "reported", "net")
            .emission("C", year, 40, "reported", "net");
        for (const char* region : {"A", "B", "C"}) package.people(region, year, 10);
    }
    const Profile p = profile(
        package.load(), {.grouping = "capital", .first_year = 2000, .last_year = 2002, .coverage = Coverage::net});
    EXPECT_EQ(p.accounting.coverage, "net");
    EXPECT_EQ(p.groups[0].total.value, -10.0);
    EXPECT_TRUE(is_blank(p.groups[0].growth.value));
    EXPECT_FALSE(p.groups[0].growth.reason.en.empty());
    EXPECT_TRUE(is_blank(p.ratio.last.value));
    EXPECT_FALSE(p.ratio.reason.en.empty());
    EXPECT_TRUE(is_blank(p.inequality_last.theil));
    EXPECT_TRUE(is_blank(p.inequality_last.gini));
    EXPECT_FALSE(p.inequality_last.reason.en.empty());
    EXPECT_NEAR(p.inequality_last.spread, 4.0 * 5.0 / 9.0, 1e-12);  // four ordered pairs of 1/9, 5 apart
}

TEST(EmissionsProfile, WithoutAGroupingEveryRegionStandsByItself) {
    const Profile p = profile(three_regions("alone").load(), {.grouping = "", .first_year = 2000, .last_year = 2002});
    ASSERT_EQ(p.groups.size(), 3u);
    EXPECT_EQ(p.groups[1].group, "B");
    EXPECT_EQ(p.groups[1].name.en, "Region B");
    EXPECT_EQ(p.ratio.higher, "B");
    EXPECT_EQ(p.ratio.lower, "A");
    EXPECT_NEAR(p.ratio.last.value, 7.5 / 2.2, 1e-12);
    EXPECT_NEAR(p.inequality_last.within, 0.0, 1e-12);
}

TEST(EmissionsProfile, YearsBeyondTheFiguresAreMovedInwardsAndNamed) {
    const auto data = three_regions("years").load();
    const Profile p = profile(data, {.grouping = "capital", .first_year = 1995, .last_year = 2019});
    EXPECT_EQ(p.first_year, 2000);
    EXPECT_EQ(p.last_year, 2002);
    EXPECT_TRUE(says(p.gaps, "the emissions begin in 2000: figures asked from 1995 begin there"));
    EXPECT_TRUE(says(p.gaps, "the emissions end in 2002: figures asked to 2019 end there"));
    const Profile whole = profile(data, {.grouping = "capital"});
    EXPECT_EQ(whole.first_year, 2000);
    EXPECT_EQ(whole.last_year, 2002);
}

TEST(EmissionsProfile, SaysWhatCouldNotBeSaidAndWhichTableWouldUnlockIt) {
    SmallPackage package("gaps");
    for (const char* region : {"A", "B", "C"}) package.emission(region, 2000, 10).emission(region, 2002, 12);
    package.ungrouped("C");
    const Profile p = profile(package.load(), by_capital);
    EXPECT_TRUE(is_blank(p.groups[0].per_capita.last.value));
    EXPECT_TRUE(p.groups[0].per_gva.empty());
    EXPECT_FALSE(p.ratio.reason.en.empty());
    EXPECT_TRUE(says(p.gaps, "nothing can be said per head"));
    EXPECT_TRUE(says(p.gaps, "nothing can be said per value added"));
    EXPECT_TRUE(says(p.gaps, "the consumption ledger is not there"));
    EXPECT_TRUE(says(p.gaps, "Region C: in no group"));
    EXPECT_EQ(p.ledger, "production");
    const auto population =
        std::find_if(p.gaps.begin(), p.gaps.end(), [](const Gap& gap) { return gap.table == "tables/population.csv"; });
    EXPECT_NE(population, p.gaps.end());
}

TEST(EmissionsProfile, TheNationBeyondItsRegionsIsUnallocated) {
    auto package = three_regions("unallocated");
    package.emission("KR", 2000, 500).emission("KR", 2002, 600);
    const Profile p = profile(package.load(), by_capital);
    EXPECT_TRUE(says(p.gaps, "79 tCO2eq are unallocated in 2002"));
    EXPECT_EQ(p.all.total.value, 521.0);
}

TEST(EmissionsProfile, NamesItsAccountingAndSources) {
    const Profile p = profile(three_regions("accounting").load(), by_capital);
    EXPECT_EQ(p.accounting.tree, "ipcc1996");
    EXPECT_EQ(p.accounting.gwp, "sar");
    EXPECT_EQ(p.accounting.gas, "all");
    EXPECT_EQ(p.accounting.basis, "ipcc1996");
    EXPECT_EQ(p.sources, std::vector<std::string>{"s"});
}

TEST(EmissionsProfile, GivesEveryYearOfEveryGroupAsAFrame) {
    const Profile p = profile(three_regions("frame").load(), by_capital);
    ASSERT_EQ(p.series.rows(), 9u);  // capital, rest and all; 2000, 2001, 2002
    EXPECT_EQ(p.series.text(1, "group"), "capital");
    EXPECT_EQ(p.series.number(1, "year"), 2001.0);
    EXPECT_EQ(p.series.number(1, "total"), 110.0);
    EXPECT_EQ(p.series.text(1, "population_status"), "derived");
    EXPECT_EQ(p.series.text(8, "group"), "KR");
    ASSERT_EQ(p.intensity.rows(), 6u);
    EXPECT_EQ(p.intensity.number(1, "value_added"), 1210.0);
}

TEST(EmissionsProfile, RatesAndRatiosDoNotDependOnTheSizeOfTheNation) {
    SmallPackage once("once"), twice("twice");
    for (const int year : {2000, 2002})
        for (const auto& [region, value] :
            std::vector<std::pair<std::string, double>>{{"A", 10.0}, {"B", 70.0}, {"C", 35.0}}) {
            once.emission(region, year, value + (year - 2000)).people(region, year, 7);
            twice.emission(region, year, 2 * (value + (year - 2000))).people(region, year, 14);
        }
    const Profile a = profile(once.load(), by_capital), b = profile(twice.load(), by_capital);
    EXPECT_NEAR(b.groups[0].total.value, 2 * a.groups[0].total.value, 1e-9);
    EXPECT_NEAR(b.groups[0].growth.value, a.groups[0].growth.value, 1e-12);
    EXPECT_NEAR(b.ratio.last.value, a.ratio.last.value, 1e-12);
    EXPECT_NEAR(b.inequality_last.theil, a.inequality_last.theil, 1e-12);
}

TEST(EmissionsProfile, AWrongRequestSaysWhatIsThere) {
    const auto data = three_regions("wrong").load();
    const auto unknown = message_of(data, {.grouping = "capitol"});
    EXPECT_NE(unknown.find("no grouping 'capitol'; it has capital"), std::string::npos) << unknown;
    EXPECT_NE(unknown.find("did you mean 'capital'?"), std::string::npos) << unknown;
    EXPECT_EQ(message_of(data, {.grouping = "capital", .first_year = 2002, .last_year = 2000}),
        "the first year, 2002, comes after the last, 2000");
    EXPECT_NE(message_of(data, {.grouping = "capital", .coverage = Coverage::net})
                  .find("tables/emissions.csv would need them"),
        std::string::npos);
}

}  // namespace
}  // namespace ecumene::diagnosis
