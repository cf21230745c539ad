// Excel workbooks (.xlsx): sheets of a header row, frozen, with notes on its columns, and rows below.
//
//     Workbook book;
//     book.sheets.push_back(sheet_of(costs));                        // a Frame as a sheet
//     book.sheets.front().columns[2].note = "million KRW of 2024";
//     write_workbook("runs/x/tables.xlsx", book);
//
// The same content gives the same bytes: the time of creation is fixed. Blank numbers become empty cells.
// Written beside and renamed. Not done here: reading workbooks, formulas, charts.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/frame.hpp"

namespace ecumene::files {

struct SheetColumn {
    std::string name;
    std::string note{};                  // shown when the pointer rests on the header
    std::vector<std::string> choices{};  // the cells below offer these and nothing else
};

struct WorkbookSheet {
    std::string name;  // at most 31 letters, none of []:*?/\ ; unique in the workbook
    std::vector<SheetColumn> columns;
    std::vector<std::vector<Frame::Cell>> rows;
};

struct Workbook {
    std::string title{};
    std::vector<WorkbookSheet> sheets;
};

// Headers carry the unit where the column has one: "capacity [MW]".
WorkbookSheet sheet_of(const Frame& frame);

// Errors: as write_file(); ErrorKind::internal for a sheet name Excel does not take or a sheet that is too long.
void write_workbook(const std::filesystem::path& path, const Workbook& book);

}  // namespace ecumene::files
