#include <gtest/gtest.h>

#include <cmath>

#include "output/chart_columns.hpp"
#include "output/markup.hpp"
#include "output/palette.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"
#include "output/svg.hpp"
#include "tags.hpp"

namespace ecumene::output {
namespace {

TEST(Markup, EscapesWhatHtmlReads) {
    EXPECT_EQ(escape("a<b>&\"c'\x01"), "a&lt;b&gt;&amp;&quot;c&#39;");
    EXPECT_EQ(element("p", {{"title", "\"><script>"}}, ""), "<p title=\"&quot;&gt;&lt;script&gt;\"></p>");
}

TEST(Markup, TheSameWordsAreWrittenOnce) {
    EXPECT_EQ(words(same("GW")), "GW");
    EXPECT_EQ(
        words({"cap", "상한"}), "<span class=\"en\" lang=\"en\">cap</span><span class=\"ko\" lang=\"ko\">상한</span>");
}

TEST(Markup, DataAddressesHoldNoQuotesOrBrackets) {
    EXPECT_EQ(percent_encoded("a,\"b\"\n<가>"), "a,%22b%22%0A%3C%EA%B0%80%3E");
}

TEST(Axis, TicksAreRoundAndHoldBothEnds) {
    const auto axis = nice_axis(0, 187, 4);
    EXPECT_EQ(axis.ticks, (std::vector<double>{0, 50, 100, 150, 200}));
    EXPECT_EQ(axis.decimals, 0);
    const auto fine = nice_axis(0, 0.9, 4);
    EXPECT_EQ(fine.decimals, 2);
    EXPECT_GE(fine.high, 0.9);
}

TEST(Axis, GoesBelowZeroOnlyAsFarAsNeeded) {
    const auto shallow = nice_axis(-20, 800, 4);
    EXPECT_EQ(shallow.ticks.front(), 0);
    EXPECT_LE(shallow.low, -20);
    EXPECT_GT(shallow.low, -40);
    EXPECT_LE(nice_axis(-450, 800, 4).ticks.front(), -450);
}

TEST(Axis, SurvivesNothing) {
    EXPECT_GT(nice_axis(0, 0, 4).high, 0);
    EXPECT_GT(nice_axis(std::nan(""), std::nan(""), 4).high, 0);
}

TEST(Classes, HoldEveryValue) {
    const auto ends = round_classes(87, 5);
    ASSERT_EQ(ends.size(), 5U);
    EXPECT_GE(ends.back(), 87);
    EXPECT_EQ(class_of(0, ends), 0U);
    EXPECT_EQ(class_of(1e9, ends), 4U);
}

TEST(Palette, MakesAColourVisibleOnItsPage) {
    EXPECT_NEAR(contrast("#ffffff", "#000000"), 21.0, 1e-9);  // WCAG 2.2
    EXPECT_GE(contrast(visible("#f2c80f", light_page, 2.6), light_page), 2.6);
    EXPECT_GE(contrast(visible("#3b3b3b", dark_page, 3.0), dark_page), 3.0);
    EXPECT_EQ(visible("#0b6b60", light_page, 2.6), "#0b6b60");
}

TEST(Palette, InkCanBeReadOnEveryColour) {
    for (std::size_t n = 0; n < 10; ++n)
        EXPECT_GE(contrast(ink_on(spare_colour(n)), spare_colour(n)), 4.0) << spare_colour(n);
}

TEST(Svg, EscapesTextAndTitles) {
    Svg drawing(10, 10, "c");
    drawing.text(1, 2, same("<b>"), "axis");
    drawing.rect({0, 0, 1, 1}, "area", same("a & b"));
    const auto text = drawing.str("name");
    EXPECT_EQ(unbalanced(text), "");
    EXPECT_NE(text.find("&lt;b&gt;"), std::string::npos);
    EXPECT_NE(text.find("<title>a &amp; b</title>"), std::string::npos);
}

TEST(Columns, TellEveryPartOnHoverAndTheTotalOnTop) {
    ColumnChart chart{.categories = {"2025", "2030"}, .series = {}, .unit = same("GW"), .labelled_by = "x"};
    chart.series.push_back({"g0", {"Solar", "태양광"}, {10, 20}});
    chart.series.push_back({"g1", {"Coal", "석탄"}, {30, 0}});
    const auto html = columns(chart);
    EXPECT_EQ(unbalanced(html), "");
    EXPECT_EQ(count(html, "<title>"), 6U);  // three parts that are not zero, drawn wide and narrow
    EXPECT_NE(html.find("Solar 2030: 20.0 GW"), std::string::npos);
    EXPECT_NE(html.find(">40.0<"), std::string::npos);
}

// What is generated, 10, stands over the column; what is used of it, 4, does not lessen it. A cap holds what is left, 6.
TEST(Columns, TellWhatStandsAboveZeroWhereDemandIsALine) {
    ColumnChart chart{.categories = {"2050"},
        .series = {{"a", same("Made"), {10.0}}, {"b", same("Used"), {-4.0}}},
        .unit = same("TWh"),
        .labelled_by = "x",
        .overlay = Overlay::line};
    chart.across = {"demand", same("Demand"), {9.0}};
    const auto total = [&] {
        const auto html = columns(chart);
        const auto at = html.find("class=\"total\"");
        return html.substr(html.find('>', at) + 1, 4);
    };
    EXPECT_EQ(total().substr(0, 2), "10");
    chart.overlay = Overlay::marks;
    EXPECT_EQ(total().substr(0, 1), "6");
}

TEST(Text, IsCutWhereItDoesNotFit) {
    EXPECT_EQ(shortened("Seoul", 10, 64), "Seoul");
    EXPECT_EQ(shortened("Capital, Reykjanes and West", 10, 64), "Capital…");
    EXPECT_EQ(shortened("수도권과 서부", 12, 60), "수도권과…");
}

}  // namespace
}  // namespace ecumene::output
