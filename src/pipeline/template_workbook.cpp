#include "pipeline/template_workbook.hpp"

#include <algorithm>
#include <vector>

#include "core/text.hpp"
#include "dataset/schema.hpp"
#include "files/workbook.hpp"

namespace ecumene::pipeline {
namespace {

using dataset::ColumnSchema;
using dataset::ColumnType;
using dataset::TableSchema;

constexpr std::size_t most_rows = 500;  // of a table that is shown with its rows

std::string type_in_words(const ColumnSchema& column) {
    switch (column.type) {
        case ColumnType::id: return "name without spaces";
        case ColumnType::text: return "text";
        case ColumnType::number: return "number";
        case ColumnType::integer: return "whole number";
        case ColumnType::year: return "year";
        case ColumnType::choice: return column.choices.empty() ? "choice" : "one of " + join(column.choices, ", ");
        case ColumnType::reference: return "a " + column.to_column + " of " + column.to_table;
        case ColumnType::unit: return "unit of the row";
        case ColumnType::status: return "one of " + join(dataset::statuses(), ", ");
        case ColumnType::source: break;
    }
    return "one or more sources of sources.csv, separated by ;";
}

std::string units_by_choice(const ColumnSchema& column) {
    std::vector<std::string> parts;
    for (const auto& [choice, units] : column.canonical_units) parts.push_back(choice + ": " + join(units, " or "));
    return join(parts, "; ");
}

std::string unit_in_words(const ColumnSchema& column) {
    if (!column.unit.empty()) return column.unit == "1" ? "share" : column.unit;
    if (!column.canonical.empty()) return join(column.canonical, " or ") + ", or what converts to it";
    return units_by_choice(column);
}

std::string note_on(const ColumnSchema& column) {
    std::vector<std::string> parts{type_in_words(column)};
    if (const auto unit = unit_in_words(column); !unit.empty()) parts.push_back("unit: " + unit);
    if (!column.about.empty()) parts.push_back(column.about);
    if (column.is_optional) parts.emplace_back("may be left out");
    return join(parts, "\n");
}

files::WorkbookSheet column_guide() {
    files::WorkbookSheet sheet{.name = "columns",
        .columns = {{"table"}, {"file"}, {"about"}, {"설명"}, {"column"}, {"type"}, {"unit"}, {"needed"},
            {"explanation"}},
        .rows = {}};
    for (const auto& table : dataset::package_schema().tables)
        for (const auto& column : table.columns)
            sheet.rows.push_back(
                {table.name, table.file, table.title.en, table.title.ko, column.name, type_in_words(column),
                    unit_in_words(column), column.is_optional ? "may be left out" : "yes", column.about});
    return sheet;
}

std::vector<std::string> choices_of(const ColumnSchema& column) {
    return column.type == ColumnType::status ? dataset::statuses() : column.choices;
}

Frame::Cell cell_at(const Frame::Column& column, std::size_t row) {
    if (column.kind == Frame::Kind::text) return column.texts[row];
    return column.numbers[row];
}

void add_rows(files::WorkbookSheet& sheet, const Frame& frame) {
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        std::vector<Frame::Cell> cells;
        for (const auto& column : sheet.columns) {
            const auto& all = frame.columns();
            const auto at =
                std::find_if(all.begin(), all.end(), [&](const Frame::Column& c) { return c.name == column.name; });
            if (at == all.end())
                cells.emplace_back("");
            else
                cells.push_back(cell_at(*at, row));
        }
        sheet.rows.push_back(std::move(cells));
    }
}

files::WorkbookSheet sheet_for(const TableSchema& table, const Frame& frame) {
    files::WorkbookSheet sheet{.name = table.name, .columns = {}, .rows = {}};
    for (const auto& column : table.columns)
        sheet.columns.push_back({column.name, note_on(column), choices_of(column)});
    // Columns a package adds, such as group_<grouping> of regions.
    for (const auto& column : frame.columns())
        if (table.column(column.name) == nullptr) sheet.columns.push_back({column.name});
    if (frame.rows() <= most_rows) add_rows(sheet, frame);
    return sheet;
}

}  // namespace

void write_template(const std::filesystem::path& file, const dataset::Dataset& data) {
    files::Workbook book{.title = data.settings().title.in(Language::en), .sheets = {}};
    book.sheets.push_back(column_guide());
    for (const auto& table : dataset::package_schema().tables)
        book.sheets.push_back(sheet_for(table, data.table(table.name)));
    files::write_workbook(file, book);
}

}  // namespace ecumene::pipeline
