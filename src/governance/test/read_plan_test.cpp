// Plan folders as planners write them, sound and broken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "governance/lint.hpp"
#include "governance/plan/read_plan.hpp"
#include "governance/plan/write_plan.hpp"
#include "invented_plans.hpp"

namespace ecumene::governance {
namespace {

using testing::HasSubstr;

PlanTexts sound() {
    return plan_texts(invented_plans().back(), {});
}

void replace(std::string& text, const std::string& old, const std::string& with) {
    const auto at = text.find(old);
    ASSERT_NE(at, std::string::npos) << old;
    text.replace(at, old.size(), with);
}

Finding first_error(PlanTexts texts) {
    const auto read = read_plan(std::move(texts), "plans/x");
    for (const auto& finding : read.findings.all())
        if (finding.severity == Severity::error) return finding;
    return {};
}

TEST(PlanDocuments, ComeBackAsTheyWereWritten) {
    std::vector<PlanDocument> again;
    for (const auto& plan : invented_plans()) {
        auto read = read_plan(plan_texts(plan, {}), plan.place);
        ASSERT_TRUE(read.findings.all().empty()) << describe(read.findings.all().front());
        again.push_back(std::move(read.plan));
    }
    const PlanSet set(std::move(again));
    const auto found = lint(set, invented_day);
    EXPECT_TRUE(found.findings.empty()) << sentence(found.findings.front(), set, Language::en);
}

TEST(PlanDocuments, NameTheSectorThatWasMeant) {
    auto texts = sound();
    replace(texts["measures.csv"], "transport-0,transport,", "transport-0,trasnport,");
    const auto finding = first_error(std::move(texts));
    EXPECT_EQ(finding.code, "unknown_sector");
    EXPECT_EQ(finding.file, "plans/x/measures.csv");
    EXPECT_EQ(finding.column, "sector");
    EXPECT_GT(finding.row, 1U);
    EXPECT_EQ(finding.remedy, "did you mean 'transport'?");
}

TEST(PlanDocuments, NameTheMeasureThatIsNotThere) {
    auto texts = sound();
    replace(texts["measure_years.csv"], "transport-0,2026", "transport-O,2026");
    const auto finding = first_error(std::move(texts));
    EXPECT_EQ(finding.code, "unknown_reference");
    EXPECT_THAT(finding.message, HasSubstr("measure 'transport-O' is not in measures.csv"));
}

TEST(PlanDocuments, ConvertUnitsAndRefuseOthers) {
    auto texts = sound();
    texts["emissions.csv"] =
        "series,sector,year,value,unit,status,source\nhistory,waste,2018,1.5,ktCO2eq,reported,run\n";
    EXPECT_DOUBLE_EQ(read_plan(texts, "x").plan.amount(Series::history, "waste", 2018), 1500.0);
    replace(texts["emissions.csv"], "ktCO2eq", "GWh");
    EXPECT_THAT(first_error(std::move(texts)).message, HasSubstr("'GWh' measures something else than tCO2eq"));
}

TEST(PlanDocuments, KeepABlankApartFromZero) {
    auto texts = sound();
    texts["emissions.csv"] =
        "series,sector,year,value,unit,status,source\ntarget,waste,2030,,tCO2eq,reported,run\ntarget,power,2030,0,"
        "tCO2eq,reported,run\n";
    const auto read = read_plan(texts, "x");
    EXPECT_TRUE(is_blank(read.plan.amount(Series::target, "waste", 2030)));
    EXPECT_EQ(read.plan.amount(Series::target, "power", 2030), 0.0);
}

TEST(PlanDocuments, TellWhatPlanTomlLacks) {
    auto texts = sound();
    replace(texts["plan.toml"], "scope = \"municipality\"", "scope = \"village\"");
    EXPECT_THAT(first_error(texts).message, HasSubstr("plan.scope is 'village'"));
    texts.erase("plan.toml");
    EXPECT_EQ(first_error(std::move(texts)).code, "missing_file");
}

TEST(PlanDocuments, RefuseADayThatIsNotInTheCalendar) {
    auto texts = sound();
    replace(texts["procedures.csv"], "2027-05-20", "2027-02-30");
    const auto finding = first_error(std::move(texts));
    EXPECT_EQ(finding.code, "bad_date");
    EXPECT_EQ(finding.column, "done");
}

TEST(PlanDocuments, RefuseCp949WithAHelpfulSentence) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "plan_cp949";
    std::filesystem::create_directories(folder);
    for (const auto& [name, text] : sound()) std::ofstream(folder / name, std::ios::binary) << text;
    std::ofstream(folder / "contents.csv", std::ios::binary) << "item,place,reason\nemissions,\xB0\xAD\xBF\xF8,\n";
    const auto read = read_plan(folder, "p");
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(read.findings.has_errors());
    EXPECT_EQ(read.findings.all().front().file, "p/contents.csv");
    EXPECT_THAT(read.findings.all().front().message, HasSubstr("CP949"));
}

TEST(Dates, AreDaysOfTheCalendar) {
    EXPECT_EQ(parse_date("2027-03-09"), (Date{2027, 3, 9}));
    for (const char* bad : {"2027-3-9", "2027-13-01", "2027-02-29", "20270309", "2027-03-0x", ""})
        EXPECT_FALSE(parse_date(bad)) << bad;
    EXPECT_EQ(months_later({2027, 8, 31}, 6), (Date{2028, 2, 29}));
    EXPECT_EQ(days_between({2027, 2, 28}, {2027, 3, 1}), 1);
}

TEST(Dates, TodayIsTheDayOfThePlaceNotOfGreenwich) {
    const char* before = std::getenv("TZ");
    const std::string kept = before == nullptr ? "" : before;
    const auto there = [](const char* zone) {
        setenv("TZ", zone, 1);
        return today();
    };
    const auto east = there("EAST-14"), west = there("WEST+12");  // 26 hours apart: never the same day
    if (before == nullptr)
        unsetenv("TZ");
    else
        setenv("TZ", kept.c_str(), 1);
    tzset();
    EXPECT_GE(days_between(west, east), 1);
}

}  // namespace
}  // namespace ecumene::governance
