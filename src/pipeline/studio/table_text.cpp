#include "pipeline/studio/table_text.hpp"

#include "files/csv.hpp"

namespace ecumene::pipeline {

std::string compact_json(const files::Value& value) {
    return files::json_text(value, files::JsonLayout::one_line);
}

std::string csv_for_spreadsheets(const Frame& table, const TableWords& words) {
    auto columns = table.columns();
    for (auto& column : columns) {
        const auto found = words.columns.find(column.name);
        const auto unit = found == words.columns.end() || found->second.unit.empty() ? column.unit : found->second.unit;
        if (!unit.empty()) column.name += " [" + unit + "]";
    }
    Frame named(table.name(), std::move(columns));
    return "\xEF\xBB\xBF" + files::csv_text(named);
}

}  // namespace ecumene::pipeline
