// Reads Excel workbooks (.xlsx) as planners have them: every sheet as rows of text cells, within bounds.
//
//     Findings findings;
//     auto book = read_spreadsheet("plan.xlsx", "plan.xlsx", findings);
//     if (book) book->sheets[0].cell(3, 2)                 // row and column from 1, as the program shows them
//
// Merged cells hold their value in every cell they cover; a formula counts with the value stored beside it; numbers are their
// shortest text, whatever format shows them. Refused, each with a sentence that helps: other files than .xlsx (the old .xls,
// password-protected ones), macros, links to other workbooks, document type declarations, archives that unpack to more than
// they should, sheets beyond the limits. Nothing is unpacked to disk. Not done here: writing (workbook.hpp), dates, styles.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/findings.hpp"

namespace ecumene::files {

struct SpreadsheetLimits {
    std::size_t file_bytes{std::size_t{64} << 20U};
    std::size_t parts{2'000};
    std::size_t part_bytes{std::size_t{256} << 20U};  // unpacked
    std::size_t ratio{200};                           // unpacked to packed, of parts above a megabyte
    std::size_t sheets{200};
    std::size_t rows{200'000};           // of one sheet
    std::size_t rows_in_all{2'000'000};  // of all sheets: an empty row takes memory too
    std::size_t columns{1'000};
    std::size_t cells{3'000'000};                     // of all sheets; merges may fill as many again
    std::size_t cell_bytes{std::size_t{4} * 32'767};  // of one text
    std::size_t text_bytes{std::size_t{256} << 20U};  // of all cells, texts that many cells share counted in each
};

struct SpreadsheetSheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;  // rows[0] is row 1; trailing blank cells may be absent

    // Empty beyond the sheet.
    std::string_view cell(std::size_t row, std::size_t column) const;
};

struct Spreadsheet {
    std::vector<SpreadsheetSheet> sheets;
    const SpreadsheetSheet* find(std::string_view name) const;
    std::vector<std::string> names() const;
};

// Whatever is wrong becomes a finding under the name `shown`; nothing is returned where the file is refused.
std::optional<Spreadsheet> read_spreadsheet(const std::filesystem::path& path, const std::string& shown,
    Findings& findings, const SpreadsheetLimits& limits = {});

// 28 of "AB"; 0 for anything that is no column.
std::size_t column_number(std::string_view letters);

}  // namespace ecumene::files
