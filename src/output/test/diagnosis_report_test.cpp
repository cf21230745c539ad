#include "output/diagnosis/report.hpp"

#include <gtest/gtest.h>

#include <set>

#include "diagnosis_world.hpp"
#include "embedded/picture_css.hpp"
#include "output/charts/picture.hpp"
#include "tags.hpp"

namespace ecumene::output {
namespace {

std::string report(Language language = Language::en) {
    const DiagnosisWorld world;
    return diagnosis_report(world.input(), language);
}

std::string section(const std::string& html, const std::string& id) {
    const auto at = html.find("<section id=\"" + id + "\"");
    return at == std::string::npos ? std::string{} : html.substr(at, html.find("</section>", at) - at);
}

TEST(DiagnosisReport, IsWellFormedInBothLanguages) {
    EXPECT_EQ(unbalanced(report(Language::en)), "");
    EXPECT_NE(report(Language::ko).find("<html lang=\"ko\""), std::string::npos);
    EXPECT_NE(report(Language::en).find("왜 변했나"), std::string::npos);
}

TEST(DiagnosisReport, NeedsNoNetwork) {
    const auto html = report();
    for (const auto* loaded : {"src=", "@import", "url(", "<link", "href=\"http", "fetch("})
        EXPECT_EQ(html.find(loaded), std::string::npos) << loaded;
}

TEST(DiagnosisReport, EveryFigureHasATableAndADownload) {
    const auto figures = pieces(report(), "<figure", "</figure>");
    ASSERT_GE(figures.size(), 8U);
    for (const auto& figure : figures) {
        EXPECT_NE(figure.find("<table"), std::string::npos) << figure.substr(0, 80);
        EXPECT_NE(figure.find("data:text/csv"), std::string::npos) << figure.substr(0, 80);
    }
}

TEST(DiagnosisReport, IdentifiersAreUnique) {
    const auto html = report();
    std::set<std::string> seen;
    for (const auto& id : pieces(html, " id=\"", ">")) {
        const auto name = id.substr(5, id.find('"', 5) - 5);
        EXPECT_TRUE(seen.insert(name).second) << name;
    }
}

TEST(DiagnosisReport, EscapesWhatThePackageSays) {
    EXPECT_EQ(report().find("Alpha <north>"), std::string::npos);
    EXPECT_NE(report().find("Alpha &lt;north&gt;"), std::string::npos);
}

TEST(DiagnosisReport, TellsTheGapInASentence) {
    EXPECT_NE(
        report().find("In 2018 Alpha &lt;north&gt; emitted 4.00 times as much a head as Beta"), std::string::npos);
    EXPECT_NE(report().find("2018년 알파의 1인당 배출은 배출된 곳 기준으로 베타의 4.00배"), std::string::npos);
}

TEST(DiagnosisReport, WaterfallAndTableTellTheSameEffects) {
    const auto text = section(report(), "movement");
    for (const auto* shown : {">+1.50<", ">−0.50<", ">+1.00<"}) EXPECT_NE(text.find(shown), std::string::npos) << shown;
    for (const auto* raw : {"people,1500000", "intensity,-500000", "change,2000000"})
        EXPECT_NE(text.find(raw), std::string::npos) << raw;
}

TEST(DiagnosisReport, SaysWhatThePackageLacksInsteadOfAnEmptyChart) {
    const auto html = report();
    EXPECT_NE(
        section(html, "ledgers").find("No balance (tables/energy_balance.csv would unlock it)."), std::string::npos);
    EXPECT_EQ(section(html, "ledgers").find("<svg"), std::string::npos);
    EXPECT_NE(section(html, "industries").find("tables/gva.csv would unlock it"), std::string::npos);
    EXPECT_NE(section(html, "typology").find("Too few regions."), std::string::npos);
    EXPECT_NE(section(html, "inequality").find("Fewer than four regions."), std::string::npos);
}

TEST(DiagnosisReport, ManagesWithNextToNothing) {
    DiagnosisWorld world;
    world.full.movement.changes.clear();
    world.full.inequality = {};
    world.full.profile.ratio = {};
    world.full.profile.series = Frame();
    world.by_region.series = Frame();
    const auto html = diagnosis_report(world.input(), Language::ko);
    EXPECT_EQ(unbalanced(html), "");
    EXPECT_EQ(section(html, "places").find("<svg"), std::string::npos);
    EXPECT_NE(section(html, "places").find("tables/population.csv"), std::string::npos);
    EXPECT_NE(section(html, "movement").find("tables/gva.csv"), std::string::npos);
}

TEST(DiagnosisReport, IsTheSameTwice) {
    EXPECT_EQ(report(), report());
}

TEST(DiagnosisPictures, AreFilesInEachLanguageWithATable) {
    const DiagnosisWorld world;
    const auto pictures = diagnosis_pictures(world.input());
    std::set<std::string> names;
    const std::string css(embedded::picture_css);
    for (const auto& picture : pictures) {
        EXPECT_TRUE(names.insert(picture.name).second) << picture.name;
        EXPECT_FALSE(picture.table.is_empty()) << picture.name;
        EXPECT_EQ(picture.name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"),
            std::string::npos);
        for (const auto language : {Language::en, Language::ko}) {
            const auto svg = picture_file(picture.drawing.wide, picture.title, picture.note, language);
            EXPECT_EQ(unbalanced(svg), "") << picture.name;
            EXPECT_EQ(svg.find("var("), std::string::npos) << picture.name;
        }
    }
    for (const auto* name : {"per-head-map", "per-head-slopes", "lmdi-N-grdp-real2015", "theil", "lorenz"})
        EXPECT_EQ(names.count(name), 1U) << name;
}

}  // namespace
}  // namespace ecumene::output
