// Workbooks as planners have them, and as nobody should send them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

#include "files/spreadsheet.hpp"
#include "files/workbook.hpp"
#include "files/xml_reader.hpp"
#include "made_archive.hpp"
#include "scratch_folder.hpp"

namespace ecumene::files {
namespace {

using testing::HasSubstr;

class SpreadsheetTest : public testing::Test {
protected:
    std::filesystem::path path() const { return scratch_.path() / "plan.xlsx"; }

    std::optional<Spreadsheet> read(const SpreadsheetLimits& limits = {}) {
        findings_ = {};
        return read_spreadsheet(path(), "plan.xlsx", findings_, limits);
    }

    // What is said of a file that must be refused.
    Finding refusal(const SpreadsheetLimits& limits = {}) {
        EXPECT_FALSE(read(limits).has_value());
        return findings_.all().empty() ? Finding{} : findings_.all().front();
    }

    static std::string sheet(const std::string& rows, const std::string& rest = {}) {
        return "<worksheet><sheetData>" + rows + "</sheetData>" + rest + "</worksheet>";
    }

    ScratchFolder scratch_;
    Findings findings_;
};

TEST_F(SpreadsheetTest, ReadsBackWhatWeWrite) {
    Workbook book;
    book.sheets.push_back(
        {.name = "감축사업", .columns = {{.name = "부문"}, {.name = "2030"}}, .rows = {{"건물", 12.5}, {"수송", 0.1}}});
    write_workbook(path(), book);
    const auto found = read();
    ASSERT_TRUE(found) << describe(findings_.all().front());
    EXPECT_EQ(found->names(), std::vector<std::string>{"감축사업"});
    EXPECT_EQ(found->sheets[0].cell(2, 1), "건물");
    EXPECT_EQ(found->sheets[0].cell(2, 2), "12.5");
    EXPECT_EQ(found->sheets[0].cell(3, 2), "0.1");
    EXPECT_EQ(found->sheets[0].cell(99, 99), "");
    EXPECT_TRUE(findings_.all().empty());
}

TEST_F(SpreadsheetTest, FillsMergedCells) {
    make_workbook(path(),
        sheet(
            "<row r='1'><c r='A1' t='inlineStr'><is><t>건물</t></is></c></row><row r='3'><c r='B3'><v>3</v></c></row>",
            "<mergeCells><mergeCell ref='A1:A3'/></mergeCells>"));
    const auto found = read();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->sheets[0].cell(3, 1), "건물");
}

TEST_F(SpreadsheetTest, TakesTheStoredValueOfAFormulaAndTellsWhereThereIsNone) {
    make_workbook(path(), sheet("<row r='2'><c r='A2'><f>1+1</f><v>2</v></c><c r='B2'><f>A2*2</f></c><c r='C2' "
                                "t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"));
    const auto found = read();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->sheets[0].cell(2, 1), "2");
    EXPECT_EQ(found->sheets[0].cell(2, 2), "");
    ASSERT_EQ(findings_.all().size(), 2U);
    EXPECT_EQ(findings_.all()[0].code, "formula_without_value");
    EXPECT_EQ(findings_.all()[0].file, "plan.xlsx [배출]");
    EXPECT_EQ(findings_.all()[0].row, 2U);
    EXPECT_THAT(findings_.all()[1].message, HasSubstr("#DIV/0!"));
}

TEST_F(SpreadsheetTest, LeavesReadingsBesideLettersOut) {
    make_workbook(path(), sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>"),
        "<sst><si><r><t>수</t></r><r><t>송</t></r><rPh sb='0' eb='1'><t>xx</t></rPh></si></sst>");
    EXPECT_EQ(read()->sheets[0].cell(1, 1), "수송");
}

TEST_F(SpreadsheetTest, RefusesOtherFilesWithASentenceThatHelps) {
    std::ofstream(path(), std::ios::binary) << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old";
    EXPECT_THAT(refusal().message, HasSubstr("old .xls workbook or locked by a password"));
    std::ofstream(path(), std::ios::binary | std::ios::trunc) << "\xB0\xC7\xB9\xB0,12\n";
    EXPECT_THAT(refusal().message, HasSubstr("text under the name of a workbook"));
    std::ofstream(path(), std::ios::binary | std::ios::trunc) << "PK\x03\x04 and no more";
    EXPECT_EQ(refusal().code, "damaged_workbook");
    std::filesystem::remove(path());
    EXPECT_THAT(refusal().message, HasSubstr("it is not there"));
}

TEST_F(SpreadsheetTest, RefusesLinksToOtherWorkbooksAndMacros) {
    {
        MadeArchive archive(path());
        add_frame(archive);
        archive.add("xl/externalLinks/externalLink1.xml", "<externalLink/>");
    }
    EXPECT_EQ(refusal().code, "external_links");
    EXPECT_THAT(findings_.all().front().remedy, HasSubstr("Break Link"));
    {
        MadeArchive archive(path());
        add_frame(archive);
        archive.add("xl/vbaProject.bin", "x");
    }
    EXPECT_EQ(refusal().code, "macros");
}

TEST_F(SpreadsheetTest, RefusesAZipBomb) {
    make_workbook(path(), sheet(std::string(std::size_t{8} << 20U, ' ')));
    EXPECT_EQ(refusal().code, "too_large");
    EXPECT_EQ(refusal({.part_bytes = std::size_t{1} << 20U, .ratio = 1'000'000}).code, "too_large");
}

TEST_F(SpreadsheetTest, RefusesHugeSheets) {
    make_workbook(path(), sheet("<row r='1048576'><c r='A1048576'><v>1</v></c></row>"));
    EXPECT_EQ(refusal().code, "huge_sheet");
    EXPECT_THAT(findings_.all().front().message, HasSubstr("reaches to row 1048576"));
    make_workbook(path(), sheet("<row r='1'><c r='XFD1'><v>1</v></c></row>"));
    EXPECT_EQ(refusal().code, "huge_sheet");
    std::string rows;
    for (int r = 1; r <= 200; ++r) rows += "<row><c r='CV" + std::to_string(r) + "'><v>1</v></c></row>";
    make_workbook(path(), sheet(rows));
    EXPECT_EQ(refusal({.cells = 10'000}).code, "huge_sheet");
    // A merge over everything covers no more than what was written.
    make_workbook(path(),
        sheet("<row r='1'><c r='A1'><v>1</v></c></row>", "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"));
    EXPECT_TRUE(read().has_value());
}

// Empty rows take room too, and many sheets of them add up.
TEST_F(SpreadsheetTest, RefusesTooManyRowsOfAllSheets) {
    Workbook book;
    for (const char* name : {"가", "나"})
        book.sheets.push_back(
            {.name = name, .columns = {{.name = "x"}}, .rows = std::vector<std::vector<Frame::Cell>>(599, {1.0})});
    write_workbook(path(), book);
    EXPECT_TRUE(read({.rows_in_all = 1'200}).has_value());
    EXPECT_EQ(refusal({.rows_in_all = 1'199}).code, "huge_sheet");
    EXPECT_THAT(findings_.all().front().message, HasSubstr("more than 1199 rows in all"));
}

TEST_F(SpreadsheetTest, RefusesALongTextSharedByManyCells) {
    std::string rows;
    for (int r = 1; r <= 200; ++r) rows += "<row><c t='s'><v>0</v></c></row>";
    const auto shared = "<sst><si><t>" + std::string(1000, 'x') + "</t></si></sst>";
    make_workbook(path(), sheet(rows), shared);
    EXPECT_TRUE(read({.text_bytes = 200'000}).has_value());
    EXPECT_EQ(refusal({.text_bytes = 199'999}).code, "huge_texts");
    EXPECT_THAT(findings_.all().front().message, HasSubstr("longer than 199999 bytes"));
    // One text, merged over many cells.
    const std::string tall = "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='200'><c r='B200'><v>1</v></c></row>";
    make_workbook(path(), sheet(tall, "<mergeCells><mergeCell ref='A1:A200'/></mergeCells>"), shared);
    EXPECT_EQ(refusal({.text_bytes = 100'000}).code, "huge_texts");
}

TEST_F(SpreadsheetTest, RefusesMergesOverEachOther) {
    std::string merges;
    for (int i = 0; i < 20; ++i) merges += "<mergeCell ref='A1:J100'/>";
    make_workbook(path(), sheet("<row r='1'><c r='A1'><v>1</v></c></row><row r='100'><c r='J100'><v>1</v></c></row>",
                              "<mergeCells>" + merges + "</mergeCells>"));
    EXPECT_EQ(refusal({.cells = 10'000}).code, "huge_merges");
    EXPECT_THAT(findings_.all().front().message, HasSubstr("cover more than 10000 cells"));
}

TEST_F(SpreadsheetTest, RefusesDocumentTypes) {
    make_workbook(
        path(), "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + sheet("<row><c><v>&b;</v></c></row>"));
    EXPECT_THAT(refusal().message, HasSubstr("declares a document type"));
}

TEST_F(SpreadsheetTest, RefusesBrokenXml) {
    make_workbook(path(), "<worksheet><sheetData><row>");
    EXPECT_EQ(refusal().code, "damaged_workbook");
}

TEST(XmlReader, PassesOnWhatTheLastEventThrew) {
    XmlReader reader({.start = [](std::string_view, const XmlAttributes&) {},
        .text = [](std::string_view) { throw std::runtime_error("no room"); },
        .end = [](std::string_view) {}});
    ASSERT_TRUE(reader.feed("<a>\r"));  // a carriage return is held back until it is known what follows
    EXPECT_THROW(reader.finish(), std::runtime_error);
}

TEST(ColumnNumber, CountsAsExcelDoes) {
    EXPECT_EQ(column_number("A"), 1U);
    EXPECT_EQ(column_number("AB"), 28U);
    EXPECT_EQ(column_number("XFD"), 16384U);
    EXPECT_EQ(column_number("부문"), 0U);
}

}  // namespace
}  // namespace ecumene::files
