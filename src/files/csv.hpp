// Comma-separated tables (RFC 4180): quotes, embedded line ends, CRLF or LF.
//
//     Findings findings;
//     CsvTable table = parse_csv(std::move(text), "tables/demand.csv", findings);
//     for (std::size_t r = 0; r < table.rows(); ++r) use(table.cell(r, 2), table.row_number(r));
//     write_frame("runs/x/costs.csv", costs);     Frame same = read_frame("runs/x/costs.csv", "costs", &costs);
//
// Rows count as a spreadsheet does: the header is row 1 and blank lines count. Cells are kept as written, spaces too.
// A row whose cell count differs from the header's is a finding and is left out; one that is short at the very end of
// the file says that the file was cut off. About 10 ns per cell. Not done here: other separators (named in a finding).
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/findings.hpp"
#include "core/frame.hpp"

namespace ecumene::files {

struct CsvLimits {
    std::size_t rows{5'000'000};
    std::size_t columns{2'000};
    std::size_t cells{50'000'000};
};

class CsvTable {
public:
    const std::vector<std::string>& header() const { return header_; }
    std::size_t columns() const { return header_.size(); }
    std::size_t rows() const { return row_numbers_.size(); }
    std::string_view cell(std::size_t row, std::size_t column) const { return cells_[row * header_.size() + column]; }
    std::size_t row_number(std::size_t row) const { return row_numbers_[row]; }

private:
    friend class CsvParser;

    // Cells point into these two, whose addresses outlive a move of the table.
    std::unique_ptr<const std::string> text_;
    std::deque<std::string> unquoted_;
    std::vector<std::string> header_;
    std::vector<std::string_view> cells_;
    std::vector<std::size_t> row_numbers_;
};

CsvTable parse_csv(std::string text, const std::string& shown, Findings& findings, CsvLimits limits = {});

// Numbers as their shortest text that reads back the same, blank for unknown; quotes where needed.
std::string csv_text(const Frame& frame);
void write_frame(const std::filesystem::path& path, const Frame& frame);

// With `expected`, columns take its kinds and units and must be the same ones; without, a column is of numbers when every
// cell that is not blank is a number. Throws FindingsError.
Frame read_frame(const std::filesystem::path& path, const std::string& name, const Frame* expected = nullptr);

}  // namespace ecumene::files
