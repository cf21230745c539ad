#include "output/report.hpp"

#include <gtest/gtest.h>

#include "output/data_table.hpp"
#include "small_world.hpp"
#include "tags.hpp"

namespace ecumene::output {
namespace {

std::string report(Language language = Language::ko) {
    const SmallWorld world;
    return html_report(world.input(), language);
}

TEST(Report, IsWellFormed) {
    EXPECT_EQ(unbalanced(report()), "");
}

TEST(Report, OpensInTheLanguageAskedForAndHoldsBoth) {
    EXPECT_NE(report(Language::ko).find("<html lang=\"ko\" data-language=\"ko\">"), std::string::npos);
    const auto english = report(Language::en);
    EXPECT_NE(english.find("<html lang=\"en\" data-language=\"en\">"), std::string::npos);
    EXPECT_NE(english.find("누가 부담하나"), std::string::npos);
    EXPECT_NE(english.find("Who pays"), std::string::npos);
}

TEST(Report, NeedsNoNetwork) {
    const auto html = report();
    for (const auto* loaded :
        {"src=", "@import", "url(", "<link", "href=\"http", "href=\"//", "fetch(", "XMLHttpRequest"})
        EXPECT_EQ(html.find(loaded), std::string::npos) << loaded;
}

TEST(Report, HasNoInlineHandlers) {
    for (const auto* handler : {" onclick=", " onload=", " onchange=", "javascript:"})
        EXPECT_EQ(report().find(handler), std::string::npos) << handler;
}

TEST(Report, EscapesWhatThePackageAndTheScenarioSay) {
    const auto html = report();
    EXPECT_EQ(html.find("Base <script>"), std::string::npos);
    EXPECT_NE(html.find("Base &lt;script&gt;"), std::string::npos);
    EXPECT_EQ(html.find("<coke>"), std::string::npos);
}

TEST(Report, EveryFigureHasATableAndADownload) {
    const auto figures = pieces(report(), "<figure", "</figure>");
    ASSERT_GT(figures.size(), 12U);
    for (const auto& figure : figures) {
        EXPECT_NE(figure.find("<table"), std::string::npos) << figure.substr(0, 80);
        EXPECT_NE(figure.find("data:text/csv"), std::string::npos) << figure.substr(0, 80);
    }
}

TEST(Report, EveryDrawingStandsInAFigureAndIsNamed) {
    const auto html = report();
    std::size_t inside = 0;
    for (const auto& figure : pieces(html, "<figure", "</figure>")) inside += count(figure, "<svg");
    EXPECT_EQ(inside, count(html, "<svg"));
    EXPECT_GT(inside, 0U);
    for (const auto& drawing : pieces(html, "<svg", ">")) {
        const auto at = drawing.find("aria-labelledby=\"") + 17;
        const auto id = drawing.substr(at, drawing.find('"', at) - at);
        EXPECT_NE(html.find("id=\"" + id + "\""), std::string::npos) << id;
    }
}

TEST(Report, ComesInTheOrderAReaderNeeds) {
    const auto html = report();
    std::size_t last = 0;
    for (const auto* id : {"result", "map", "pathway", "mix", "builds", "links", "dispatch", "prices", "burden",
             "policies", "check", "estimates", "certificate", "sources"}) {
        const auto at = html.find("<section id=\"" + std::string(id) + "\"");
        ASSERT_NE(at, std::string::npos) << id;
        EXPECT_GT(at, last) << id;
        last = at;
    }
}

TEST(Report, SaysThatTheCapIsKept) {
    const auto html = report();
    EXPECT_NE(html.find("The target is reached: net emissions go from 4.0\u00a0Mt in 2025 to 0.80\u00a0Mt in 2030"),
        std::string::npos);
    EXPECT_NE(html.find("2025년 4.0백만 톤에서 2030년 0.80백만 톤으로"), std::string::npos);
}

TEST(Report, SaysByHowMuchACapIsMissed) {
    SmallWorld world;
    Frame& summary = world.table("summary");
    Frame missed("summary", {number_column("year"), number_column("net_emissions"), number_column("cap"),
                                number_column("cost"), number_column("cost_per_head")});
    missed.add({2030, 1.8e6, 0.8e6, 1, 1});
    summary = missed;
    EXPECT_NE(
        html_report(world.input(), Language::en).find("The target is missed: 2030 by 1.0\u00a0Mt."), std::string::npos);
}

TEST(Report, DoesNotHideThatDemandStaysUnserved) {
    SmallWorld world;
    Frame short_of("summary",
        {number_column("year"), number_column("net_emissions"), number_column("cap"), number_column("carbon_price"),
            number_column("cost"), number_column("cost_per_head"), number_column("demand"), number_column("unserved")});
    short_of.add({2030, 0, 0, 9e9, 1, 1, 1e6, 2e3});
    world.table("summary") = short_of;
    const auto html = html_report(world.input(), Language::en);
    EXPECT_NE(html.find("But not all demand is served: 2030 lacks 2\u00a0GWh (0.20% of demand)."), std::string::npos);
    EXPECT_NE(html.find("no price"), std::string::npos);  // a shadow price of 9 billion won a tonne is none
}

TEST(Report, NamesWhatToBuildFirst) {
    const auto html = report();
    EXPECT_NE(html.find("2.5\u00a0GW"), std::string::npos);  // 100 + 600 + 1800 MW of solar
    EXPECT_NE(html.find("Beta (1.8\u00a0GW) and Alpha (0.70\u00a0GW)"), std::string::npos);
}

TEST(Report, SaysWhoPaysForWhom) {
    const auto html = report();
    EXPECT_NE(html.find("the people of Alpha bear most (400\u00a0thousand won a head and year), those of Beta least"),
        std::string::npos);
    EXPECT_NE(html.find("Trade adds most to the burden of Alpha (300\u00a0thousand won)"), std::string::npos);
}

TEST(Report, ListsMissedFiguresFirst) {
    const auto html = report();
    const auto section = html.substr(html.find("<section id=\"check\""));
    EXPECT_LT(section.find("✗ outside"), section.find("✓ within"));
}

TEST(Report, IsHonestAboutTypicalDays) {
    EXPECT_NE(report().find("neither an upper nor a lower bound"), std::string::npos);
}

TEST(Report, NamesTheWeekdayOfAKeptDay) {
    EXPECT_NE(report().find("Thu 14 Jan"), std::string::npos);  // 14 January 2021 was a Thursday
}

TEST(Report, SaysWhichPoliciesConflictAndByHowMuch) {
    const SmallWorld world;
    auto input = world.input();
    input.outcome = planning::Outcome::infeasible;
    input.plan = nullptr;
    input.proofs.clear();
    input.conflicts = {{"carbon_cap", "N", 2030, 12.5e6, "tCO2eq",
        {"The cap of 2030 would have to rise by 12.5 Mt.", "2030년 상한을 12.5백만 t 올려야 합니다."}}};
    const auto html = html_report(input, Language::en);
    EXPECT_EQ(unbalanced(html), "");
    EXPECT_NE(html.find("There is no plan"), std::string::npos);
    EXPECT_NE(html.find("The cap of 2030 would have to rise by 12.5 Mt."), std::string::npos);
    EXPECT_EQ(html.find("Optimal, proven"), std::string::npos);
}

TEST(Report, IsTheSameTwice) {
    EXPECT_EQ(report(), report());
}

TEST(Report, ManagesWithoutAnyTable) {
    ReportInput nothing;
    EXPECT_EQ(unbalanced(html_report(nothing, Language::ko)), "");
}

TEST(DataTable, KeepsExactFiguresInTheDownload) {
    DataTable table({text_title({"Region", "지역"}, "region"), number_title({"Capacity", "용량"}, "capacity_MW")});
    table.add({word_cell({"A, north", "가"}, "A, north"), number_cell(12345.678, Measure::power, 1)});
    table.add({word_cell({"x", "x"}, "=1+1"), number_cell(blank, Measure::power, 1)});
    EXPECT_EQ(table.csv(), "region,capacity_MW\n\"A, north\",12345.678\n'=1+1,\n");
    EXPECT_NE(table.html("id").find("12.3"), std::string::npos);
}

}  // namespace
}  // namespace ecumene::output
