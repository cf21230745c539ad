// A planner's workbook with a mapping file becomes the tables of a plan.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "files/workbook.hpp"
#include "governance/plan/read_plan.hpp"
#include "governance/plan/workbook_tables.hpp"
#include "governance/plan/write_plan.hpp"
#include "invented_plans.hpp"

namespace ecumene::governance {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class WorkbookTablesTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / "plan_of_workbook";
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        auto texts = plan_texts(invented_plans().back(), {});
        for (const char* name : {"plan.toml", "sources.csv"}) std::ofstream(folder_ / name) << texts[name];
        files::Workbook book;
        book.sheets.push_back({.name = "배출전망",
            .columns = {{.name = "부문"}, {.name = "2026년"}, {.name = "2030"}},
            .rows = {{"건물", "1,200", 900.5}, {"흡수원", "△35", "(40)"}, {"수송", "-", "1.2만"},
                {"※ 단위: 천톤", "", ""}}});
        files::write_workbook(folder_ / "plan.xlsx", book);
        map(R"(columns = { sector = "부문" }
values.sector = { "건물" = "buildings", "수송" = "transport", "흡수원" = "sink" })");
    }
    void TearDown() override { fs::remove_all(folder_); }

    void map(const std::string& columns) {
        std::ofstream(folder_ / "tables.toml")
            << "format = 1\nworkbook = \"plan.xlsx\"\n[[table]]\ntable = \"emissions.csv\"\nsheet = \"배출전망\"\n"
            << columns
            << "\nconstants = { series = \"target\", unit = \"ktCO2eq\", status = \"reported\", source = \"run\" "
               "}\nyears = \"value\"\n";
    }

    fs::path folder_;
};

TEST_F(WorkbookTablesTest, ReadsKoreanNumbersAndPassesFootnotesOver) {
    const auto read = read_plan(folder_, "p");
    ASSERT_FALSE(read.findings.has_errors()) << describe(read.findings.all().front());
    EXPECT_DOUBLE_EQ(read.plan.amount(Series::target, "buildings", 2026), 1.2e6);
    EXPECT_DOUBLE_EQ(read.plan.amount(Series::target, "buildings", 2030), 900'500.0);
    EXPECT_DOUBLE_EQ(read.plan.amount(Series::target, "sink", 2026), -35'000.0);
    EXPECT_DOUBLE_EQ(read.plan.amount(Series::target, "sink", 2030), -40'000.0);
    EXPECT_TRUE(is_blank(read.plan.amount(Series::target, "transport", 2026)));
    EXPECT_DOUBLE_EQ(read.plan.amount(Series::target, "transport", 2030), 1.2e7);
}

TEST_F(WorkbookTablesTest, LeadsFindingsToTheRowOfTheSheet) {
    map(R"(columns = { sector = "부문" }
values.sector = { "건물" = "buildings", "수송" = "trasnport", "흡수원" = "sink" })");
    const auto read = read_plan(folder_, "p");
    ASSERT_TRUE(read.findings.has_errors());
    const auto& finding = read.findings.all().front();
    EXPECT_EQ(finding.file, "p/plan.xlsx [배출전망]");
    EXPECT_EQ(finding.row, 4U);
    EXPECT_EQ(finding.remedy, "did you mean 'transport'?");
}

TEST_F(WorkbookTablesTest, NamesTheTitleThatWasMeant) {
    map("columns = { sector = \"부문명\" }");
    const auto made = workbook_tables(folder_);
    ASSERT_TRUE(made.findings.has_errors());
    EXPECT_THAT(made.findings.all().front().message, HasSubstr("has no column '부문명'"));
    EXPECT_THAT(made.findings.all().front().remedy, HasSubstr("부문"));
}

TEST_F(WorkbookTablesTest, RefusesAWorkbookOutsideTheFolder) {
    std::ofstream(folder_ / "tables.toml") << "format = 1\nworkbook = \"../../plan.xlsx\"\n[[table]]\ntable = "
                                              "\"emissions.csv\"\ncolumns = { sector = \"A\" }\n";
    const auto made = workbook_tables(folder_);
    ASSERT_TRUE(made.findings.has_errors());
    EXPECT_THAT(made.findings.all().front().message, HasSubstr("does not name a workbook of this folder"));
}

TEST(PlainNumberText, ReadsWhatKoreanTablesWrite) {
    EXPECT_EQ(plain_number_text("1,234.5"), "1234.5");
    EXPECT_EQ(plain_number_text("△1,234"), "-1234");
    EXPECT_EQ(plain_number_text("▲ 12"), "-12");
    EXPECT_EQ(plain_number_text("(12.5)"), "-12.5");
    EXPECT_EQ(plain_number_text("1.2억"), "120000000");
    EXPECT_EQ(plain_number_text("35 백만"), "35000000");
    EXPECT_EQ(plain_number_text("１２３"), "123");
    EXPECT_EQ(plain_number_text("-"), "");
    EXPECT_EQ(plain_number_text("-7"), "-7");
    EXPECT_EQ(plain_number_text("미정"), "미정");
}

}  // namespace
}  // namespace ecumene::governance
