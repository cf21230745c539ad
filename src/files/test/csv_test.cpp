#include "files/csv.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "core/error.hpp"
#include "files/test/scratch_folder.hpp"

namespace ecumene::files {
namespace {

struct Parsed {
    CsvTable table;
    Findings findings;
    std::string said() const { return findings.all().empty() ? "" : describe(findings.all().front()); }
};

Parsed parse(std::string text, CsvLimits limits = {}) {
    Parsed parsed;
    parsed.table = parse_csv(std::move(text), "t.csv", parsed.findings, limits);
    return parsed;
}

TEST(Csv, ReadsCellsAndCountsRowsAsASpreadsheetDoes) {
    const auto p = parse("a,b\n1,2\n\n3,4\n");
    ASSERT_EQ(p.table.rows(), 2U);
    EXPECT_EQ(p.table.header(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(p.table.cell(1, 0), "3");
    EXPECT_EQ(p.table.row_number(0), 2U);
    EXPECT_EQ(p.table.row_number(1), 4U);
}

TEST(Csv, ReadsQuotesLineEndsInCellsAndCrLf) {
    const auto p = parse("a,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n,\"\"\r\n");
    EXPECT_TRUE(p.findings.all().empty()) << p.said();
    ASSERT_EQ(p.table.rows(), 2U);
    EXPECT_EQ(p.table.cell(0, 0), "x,\"y\"");
    EXPECT_EQ(p.table.cell(0, 1), "two\nlines");
    EXPECT_EQ(p.table.cell(1, 0), "");
    EXPECT_EQ(p.table.cell(1, 1), "");
    EXPECT_EQ(p.table.row_number(1), 3U);
}

TEST(Csv, SurvivesBeingMoved) {
    auto p = parse("a\n\"q\"\"q\"\nplain\n");
    const CsvTable moved = std::move(p.table);
    EXPECT_EQ(moved.cell(0, 0), "q\"q");
    EXPECT_EQ(moved.cell(1, 0), "plain");
}

TEST(Csv, NeedsNoFinalLineEnd) {
    const auto p = parse("a,b\n1,2");
    EXPECT_TRUE(p.findings.all().empty());
    EXPECT_EQ(p.table.cell(0, 1), "2");
}

TEST(Csv, AShortLastRowMeansTheFileWasCutOff) {
    EXPECT_EQ(parse("a,b,c\n1,2,3\n4,5").said(),
        "t.csv, row 3: the last row has 2 of 3 cells: the file was cut off - fetch or save the file again");
    EXPECT_EQ(parse("a,b,c\n1,2,3\n4\n").said(),
        "t.csv, row 3: the last row has 1 of 3 cells: the file was cut off - fetch or save the file again");
}

TEST(Csv, AnOpenQuoteMeansTheFileWasCutOff) {
    EXPECT_EQ(parse("a,b\n1,\"two").said(),
        "t.csv, row 2: the file ends inside a quoted cell that begins here: it was cut off - fetch or save the file "
        "again, or close the quote");
    EXPECT_TRUE(parse("\"a,b\n1,2").findings.has_errors());
}

TEST(Csv, RaggedRowsAreToldAndLeftOut) {
    const auto p = parse("a,b\n1,2,3\n4\n5,6\n");
    ASSERT_EQ(p.findings.all().size(), 2U);
    EXPECT_EQ(describe(p.findings.all()[0]),
        "t.csv, row 2: the row has 3 cells, the header has 2 - put text that holds a comma in quotes");
    EXPECT_EQ(
        describe(p.findings.all()[1]), "t.csv, row 3: the row has 1 cells, the header has 2 - add the missing commas");
    ASSERT_EQ(p.table.rows(), 1U);
    EXPECT_EQ(p.table.row_number(0), 4U);
}

TEST(Csv, EmptyCellsASpreadsheetAddsAreForgiven) {
    EXPECT_TRUE(parse("a,b\n1,2,,\n").findings.all().empty());
}

TEST(Csv, NamesOtherSeparators) {
    EXPECT_EQ(parse("a;b\n1;2\n").said(),
        "t.csv, row 1: the cells are separated by semicolons, not by commas - save the table as CSV with commas");
}

TEST(Csv, BoundsRowsColumnsAndCells) {
    EXPECT_EQ(parse("a\n1\n2\n3\n", {.rows = 2}).said(),
        "t.csv, row 3: the table has more than 2 rows or 50000000 cells - split it");
    EXPECT_EQ(parse(std::string(100, ',') + "\n", {.columns = 10}).said(),
        "t.csv, row 1: the table has more than 10 columns");
}

TEST(Csv, SaysThatAFileIsEmpty) {
    EXPECT_EQ(parse("").said(), "t.csv: the file is empty - the first row names the columns");
    EXPECT_EQ(parse("\n\n").said(), "t.csv: the file is empty - the first row names the columns");
}

TEST(CsvFrame, ComesBackAsItWasWritten) {
    Frame frame("costs", {text_column("region"), text_column("note"), number_column("value", "MKRW")});
    frame.add({"11", "plain", 0.1});
    frame.add({"26", "comma, \"quote\"\nline", blank});
    frame.add({"", " spaces ", -1e300});
    frame.add({"36", "", std::numeric_limits<double>::infinity()});
    frame.add({"37", "", 1.0 / 3.0});
    const ScratchFolder scratch;
    const auto path = scratch.path() / "costs.csv";
    write_frame(path, frame);
    const auto same = read_frame(path, "costs", &frame);
    EXPECT_EQ(same.texts("region"), frame.texts("region"));
    EXPECT_EQ(same.texts("note"), frame.texts("note"));
    EXPECT_TRUE(is_blank(same.number(1, "value")));
    for (const std::size_t row : {0U, 2U, 3U, 4U}) EXPECT_EQ(same.number(row, "value"), frame.number(row, "value"));
    EXPECT_EQ(same.columns()[2].unit, "MKRW");
    EXPECT_EQ(csv_text(same), csv_text(frame));
}

TEST(CsvFrame, ABlankCellOfASingleColumnIsStillARow) {
    Frame frame("t", {number_column("x")});
    frame.add({blank});
    frame.add({1.0});
    const ScratchFolder scratch;
    write_frame(scratch.path() / "t.csv", frame);
    EXPECT_EQ(read_frame(scratch.path() / "t.csv", "t").rows(), 2U);
}

TEST(CsvFrame, GuessesNumbersWithoutASchema) {
    const ScratchFolder scratch;
    const auto frame = read_frame(scratch.put("t.csv", "a,b,c\n1,x,\n,2,3.5\n"), "t");
    EXPECT_EQ(frame.columns()[0].kind, Frame::Kind::number);
    EXPECT_EQ(frame.columns()[1].kind, Frame::Kind::text);
    EXPECT_EQ(frame.number(1, "c"), 3.5);
}

TEST(CsvFrame, RefusesOtherColumnsThanExpected) {
    const ScratchFolder scratch;
    const Frame expected("t", {text_column("a"), number_column("b")});
    try {
        read_frame(scratch.put("t.csv", "a,c\n1,2\n"), "t", &expected);
        FAIL();
    } catch (const FindingsError& error) {
        EXPECT_EQ(error.findings().all().front().message, "the columns are a, c, not a, b");
    }
}

}  // namespace
}  // namespace ecumene::files
