#include "diagnosis/paper_comparison.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "small_package.hpp"

namespace ecumene::diagnosis {
namespace {

const PaperFigure& figure(const PaperComparison& comparison, const std::string& id) {
    const auto found = std::find_if(
        comparison.figures.begin(), comparison.figures.end(), [&](const PaperFigure& f) { return f.id == id; });
    EXPECT_NE(found, comparison.figures.end()) << id;
    return *found;
}

// Ten years of 2.84 % in the capital region and 1.9 % elsewhere; 1.5 million and one million people.
SmallPackage like_the_paper(const std::string& name, const std::string& nation) {
    SmallPackage package(name, nation);
    for (const int year : {2000, 2010}) {
        const double years = year - 2000;
        package.emission("A", year, 9.6e6 * std::pow(1.0284, years)).emission("B", year, 10e6 * std::pow(1.019, years));
        package.emission("C", year, 7e6 * std::pow(1.019, years), "derived");
        package.people("A", year, 1.5e6).people("B", year, 5e5).people("C", year, 5e5);
    }
    return package;
}

TEST(PaperComparison, SetsPublishedAndFoundSideBySide) {
    const auto comparison = compare_with_paper(like_the_paper("paper", "KR").load());
    const auto& growth = figure(comparison, "growth_capital_gross");
    EXPECT_EQ(growth.published, 2.8);
    EXPECT_NEAR(growth.found, 2.84, 1e-9);
    EXPECT_NEAR(growth.difference, 0.04, 1e-9);
    EXPECT_EQ(growth.agreement, "yes");  // 2.84 is 2.8 at the precision the paper gives
    EXPECT_EQ(growth.found_years, "2000-2010");
    EXPECT_NE(growth.reason.en.find("the regional series ends in 2010, the paper's in 2019"), std::string::npos);
    const auto& per_head = figure(comparison, "per_capita_rest");
    EXPECT_NEAR(per_head.found, 17.0 * std::pow(1.019, 10), 1e-9);
    EXPECT_EQ(per_head.agreement, "no");  // 20.52 becomes 20.5, not 20.6
    EXPECT_EQ(per_head.status, "derived");
}

TEST(PaperComparison, NamesWhatIsDerivedOnlyWhereTheFigureRestsOnIt) {
    const auto comparison = compare_with_paper(like_the_paper("derived_paper", "KR").load());
    EXPECT_EQ(figure(comparison, "growth_capital_gross").reason.en.find("derived"), std::string::npos);
    EXPECT_NE(figure(comparison, "growth_rest_gross").reason.en.find("Region C in 2000, 2010 are derived"),
        std::string::npos);
}

TEST(PaperComparison, TellsWhetherADirectionHolds) {
    const auto comparison = compare_with_paper(like_the_paper("direction", "KR").load());
    EXPECT_EQ(figure(comparison, "share_capital").agreement, "yes");  // its emissions grow faster
    EXPECT_EQ(figure(comparison, "per_capita_growth").agreement,
        "no");  // with people constant the capital region's grow faster
    EXPECT_TRUE(is_blank(figure(comparison, "per_capita_growth").published));
    EXPECT_NEAR(figure(comparison, "per_capita_growth").found, 1.9 - 2.84, 1e-9);
}

TEST(PaperComparison, IsEmptyForAnotherNationAndSaysWhy) {
    const auto comparison = compare_with_paper(like_the_paper("elsewhere", "XX").load());
    EXPECT_TRUE(comparison.figures.empty());
    EXPECT_FALSE(comparison.note.en.empty());
}

TEST(PaperComparison, IsEmptyWithoutTheTwoSides) {
    const auto data = like_the_paper("sides", "KR").load();
    EXPECT_TRUE(compare_with_paper(data, {.grouping = "megaregion"}).figures.empty());
    EXPECT_TRUE(compare_with_paper(data, {.capital = "seoul"}).figures.empty());
}

TEST(PaperComparison, IsATableToo) {
    const auto comparison = compare_with_paper(like_the_paper("table", "KR").load());
    const Frame table = comparison.table();
    ASSERT_EQ(table.rows(), comparison.figures.size());
    EXPECT_EQ(table.text(0, "id"), "growth_capital_gross");
    EXPECT_EQ(table.number(0, "published"), 2.8);
}

}  // namespace
}  // namespace ecumene::diagnosis
