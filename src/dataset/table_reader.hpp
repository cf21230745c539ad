// One table of a package: text cells become a Frame in canonical units, each cell judged by its column's type.
//
//     LoadedTable demand = read_table(*schema.find("demand"), std::move(text), log);
//     demand.frame.number(0, "value")            // MWh/year, whatever unit stood in the row
//     demand.rows[0]                             // the row of the file it came from
//
// What needs other tables (references, sources, keys of regions) is judged later, in references.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame.hpp"
#include "dataset/finding_log.hpp"
#include "dataset/schema.hpp"

namespace ecumene::dataset {

inline constexpr std::string_view grouping_prefix = "group_";  // of the columns of regions.csv that name groups

struct LoadedTable {
    const TableSchema* schema{};
    Frame frame;
    std::vector<std::size_t> rows;
    // Columns the schema does not know but the package may use, such as group_<grouping>.
    std::vector<std::string> extra_columns;
    bool is_present{};
    bool is_unreadable{};  // the file is there, but nothing could be read; that was told once

    Place at(std::size_t row, std::string column = {}) const { return {schema->file, rows[row], std::move(column)}; }
};

LoadedTable absent_table(const TableSchema& schema);
LoadedTable read_table(const TableSchema& schema, std::string text, FindingLog& log);

}  // namespace ecumene::dataset
