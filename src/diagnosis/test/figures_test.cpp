#include "diagnosis/figures.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace ecumene::diagnosis {
namespace {

Figure figure(int year, double value, const char* status = "reported") {
    return {.year = year, .value = value, .status = status};
}

TEST(Figures, TheWeakerStatusIsTheOneFurtherFromAReport) {
    EXPECT_EQ(weaker("reported", "derived"), "derived");
    EXPECT_EQ(weaker("assumed", "modelled"), "assumed");
    EXPECT_EQ(weaker("estimated", "derived"), "estimated");
    EXPECT_EQ(weaker("", "reported"), "reported");
}

TEST(Figures, GrowthIsCompound) {
    // 100 * 1.1^2 = 121
    const Growth growth = growth_between(figure(2000, 100), figure(2002, 121, "derived"));
    EXPECT_NEAR(growth.value, 0.1, 1e-12);
    EXPECT_EQ(growth.status, "derived");
    EXPECT_EQ(growth.first_year, 2000);
    EXPECT_EQ(growth.last_year, 2002);
    EXPECT_TRUE(growth.reason.en.empty());
}

TEST(Figures, GrowthSaysWhyItCannotBeTold) {
    EXPECT_EQ(growth_between({.year = 2000}, figure(2002, 1)).reason.en, "there is no figure for 2000");
    EXPECT_EQ(growth_between(figure(2000, 1), figure(2000, 1)).reason.en, "there is only one year");
    const Growth negative = growth_between(figure(2000, -5), figure(2002, 5));
    EXPECT_TRUE(is_blank(negative.value));
    EXPECT_EQ(negative.reason.en, "a mean growth rate has no meaning where a figure is zero or negative");
    EXPECT_TRUE(negative.status.empty());
}

TEST(Figures, AQuotientNeedsBothFiguresAndADenominatorAboveZero) {
    EXPECT_EQ(over(figure(2000, 6), figure(2000, 3, "estimated")).value, 2.0);
    EXPECT_EQ(over(figure(2000, 6), figure(2000, 3, "estimated")).status, "estimated");
    EXPECT_TRUE(is_blank(over(figure(2000, 6), figure(2000, 0)).value));
    EXPECT_TRUE(is_blank(over(figure(2000, 6), figure(2000, -3)).value));
    EXPECT_TRUE(is_blank(over(figure(2000, 6), {.year = 2000}).value));
    EXPECT_EQ(
        over(YearlySeries{{2000, figure(2000, 6)}, {2001, figure(2001, 6)}}, YearlySeries{{2001, figure(2001, 2)}})
            .size(),
        1u);
}

TEST(Figures, InterpolationFillsOnlyBetweenKnownYears) {
    const YearlySeries known = {{2000, figure(2000, 10)}, {2004, figure(2004, 18)}, {2005, figure(2005, 20)}};
    const YearlySeries filled = interpolated(known);
    EXPECT_EQ(filled.size(), 6u);
    EXPECT_NEAR(filled.at(2001).value, 12.0, 1e-12);
    EXPECT_NEAR(filled.at(2003).value, 16.0, 1e-12);
    EXPECT_EQ(filled.at(2001).status, "derived");
    EXPECT_EQ(filled.at(2004).status, "reported");
    EXPECT_TRUE(is_blank(figure_in(filled, 1999).value));
    EXPECT_TRUE(is_blank(figure_in(filled, 2006).value));
}

TEST(Figures, InterpolationIsNoBetterThanWhatItRestsOn) {
    const YearlySeries known = {{2000, figure(2000, 10, "assumed")}, {2002, figure(2002, 18)}};
    EXPECT_EQ(interpolated(known).at(2001).status, "assumed");
    EXPECT_TRUE(interpolated({}).empty());
}

TEST(Figures, WithinKeepsBothEnds) {
    const YearlySeries series = {{2000, figure(2000, 1)}, {2001, figure(2001, 2)}, {2002, figure(2002, 3)}};
    EXPECT_EQ(within(series, 2000, 2001).size(), 2u);
    EXPECT_EQ(within(series, 2001, 2050).size(), 2u);
    EXPECT_TRUE(within(series, 2002, 2001).empty());
}

}  // namespace
}  // namespace ecumene::diagnosis
