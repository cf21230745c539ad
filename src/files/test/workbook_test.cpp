#include "files/workbook.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "core/error.hpp"
#include "files/test/scratch_folder.hpp"

namespace ecumene::files {
namespace {

Workbook small_book() {
    Frame costs("costs", {text_column("region"), number_column("value", "MKRW")});
    costs.add({"11", 17.5});
    costs.add({"26", blank});
    Workbook book{.title = "Costs", .sheets = {sheet_of(costs)}};
    book.sheets[0].columns[0].note = "code of regions.csv";
    book.sheets[0].columns[0].choices = {"11", "26"};
    return book;
}

TEST(Workbook, HasTheSameBytesForTheSameContent) {
    const ScratchFolder scratch;
    write_workbook(scratch.path() / "a.xlsx", small_book());
    // The zip format counts time in steps of two seconds.
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    write_workbook(scratch.path() / "b.xlsx", small_book());
    EXPECT_EQ(scratch.bytes_of("a.xlsx").substr(0, 2), "PK");
    EXPECT_EQ(scratch.bytes_of("a.xlsx"), scratch.bytes_of("b.xlsx"));
    EXPECT_EQ(scratch.entries(), 2U);
}

TEST(Workbook, HeadersCarryUnits) {
    EXPECT_EQ(small_book().sheets[0].columns[1].name, "value [MKRW]");
}

TEST(Workbook, RefusesASheetNameExcelDoesNotTake) {
    const ScratchFolder scratch;
    Workbook book{.sheets = {{.name = "a/b", .columns = {}, .rows = {}}}};
    EXPECT_THROW(write_workbook(scratch.path() / "a.xlsx", book), Error);
    EXPECT_EQ(scratch.entries(), 0U);
}

TEST(Workbook, SaysThatTheFolderIsMissing) {
    try {
        write_workbook("/nowhere/a.xlsx", small_book());
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(error.message().find("the folder is not there"), std::string::npos) << error.message();
    }
}

}  // namespace
}  // namespace ecumene::files
