// The contract of a data package: every table, its columns, types, units and keys, as schema/package.json says.
//
//     const PackageSchema& schema = package_schema();
//     const TableSchema* demand = schema.find("demand");       // null if there is no such table
//     demand->column("value")->canonical.front() == "MWh/year"
//
// schema/package.json is embedded in the program; a fault in it is a fault of the program.
#pragma once

#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"

namespace ecumene::dataset {

enum class ColumnType { id, text, number, integer, year, choice, reference, unit, status, source };

struct ColumnSchema {
    std::string name;
    ColumnType type{ColumnType::text};
    bool is_optional{};
    std::string about;
    std::vector<std::string> choices;

    // reference: a value of this column of that table
    std::string to_table, to_column;

    // number: fixed unit, or the units its row may be converted to (the first is the usual one), or these by another column
    std::string unit;
    std::vector<std::string> canonical;
    std::string canonical_by;
    std::map<std::string, std::vector<std::string>> canonical_units;
    double minimum{-std::numeric_limits<double>::infinity()};
    double maximum{std::numeric_limits<double>::infinity()};

    // unit: the number column it belongs to; empty: every number column without a unit of its own
    std::string of;

    bool is_number() const {
        return type == ColumnType::number || type == ColumnType::integer || type == ColumnType::year;
    }
    // Its unit stands in another column of the row.
    bool is_measured_by_row() const { return type == ColumnType::number && unit.empty(); }
};

struct TableSchema {
    std::string name, file;
    Bilingual title;
    bool is_required{};
    std::vector<std::string> key;
    std::vector<std::string> enables;
    std::vector<ColumnSchema> columns;

    const ColumnSchema* column(std::string_view wanted) const;
    std::vector<std::string> column_names() const;
    // The unit column of a number column; null if it has none.
    const ColumnSchema* unit_of(const ColumnSchema& number) const;
    bool is_key(std::string_view column) const;
    // No rows, all columns.
    std::vector<Frame::Column> empty_columns() const;
};

struct PackageSchema {
    int format{};
    std::vector<TableSchema> tables;

    const TableSchema* find(std::string_view wanted) const;
};

const PackageSchema& package_schema();
// Another contract of the same form, such as schema/plan_document.json. A fault in it is a fault of the program.
PackageSchema read_schema(std::string_view json, const std::string& shown);

inline const std::vector<std::string>& statuses() {
    static const std::vector<std::string> all{"reported", "derived", "estimated", "modelled", "assumed"};
    return all;
}

}  // namespace ecumene::dataset
