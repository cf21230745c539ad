#include "dataset/schema.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "embedded/package_schema.hpp"
#include "files/value.hpp"

namespace ecumene::dataset {
namespace {

using files::Value;

std::string text_of(const Value& object, std::string_view key) {
    const auto* found = object.find(key);
    return found == nullptr ? std::string{} : found->as_text();
}

double number_of(const Value& object, std::string_view key, double otherwise) {
    const auto* found = object.find(key);
    return found == nullptr ? otherwise : found->as_number();
}

std::vector<std::string> texts_of(const Value& object, std::string_view key) {
    std::vector<std::string> texts;
    if (const auto* found = object.find(key))
        for (const auto& item : found->items()) texts.push_back(item.as_text());
    return texts;
}

ColumnType type_named(const std::string& name) {
    static const std::map<std::string, ColumnType> types{{"id", ColumnType::id}, {"text", ColumnType::text},
        {"number", ColumnType::number}, {"integer", ColumnType::integer}, {"year", ColumnType::year},
        {"choice", ColumnType::choice}, {"reference", ColumnType::reference}, {"unit", ColumnType::unit},
        {"status", ColumnType::status}, {"source", ColumnType::source}};
    return types.at(name);
}

void read_units(const Value& from, ColumnSchema& column) {
    column.unit = text_of(from, "unit");
    if (from.find("canonical") != nullptr) column.canonical.push_back(text_of(from, "canonical"));
    for (auto& alternative : texts_of(from, "alternatives")) column.canonical.push_back(std::move(alternative));
    if (const auto* by = from.find("canonical_by")) {
        column.canonical_by = by->at("column").as_text();
        const auto& units = by->at("units");
        for (const auto& member : units.members()) column.canonical_units[member.key] = texts_of(units, member.key);
    }
}

ColumnSchema read_column(const Value& from) {
    ColumnSchema column;
    column.name = from.at("name").as_text();
    column.type = type_named(from.at("type").as_text());
    column.about = text_of(from, "about");
    column.of = text_of(from, "of");
    column.choices = column.type == ColumnType::status ? statuses() : texts_of(from, "choices");
    if (const auto* optional = from.find("optional")) column.is_optional = optional->as_boolean();
    if (column.type == ColumnType::reference) {
        const auto parts = split(from.at("to").as_text(), '.');
        column.to_table = parts.at(0);
        column.to_column = parts.at(1);
    }
    if (column.type != ColumnType::unit) read_units(from, column);
    column.minimum = number_of(from, "minimum", column.minimum);
    column.maximum = number_of(from, "maximum", column.maximum);
    return column;
}

// A choice whose values are listed by the units of another column ("choices_from": "canonical_by").
void fill_choices(TableSchema& table) {
    for (const auto& number : table.columns)
        for (auto& column : table.columns)
            if (column.type == ColumnType::choice && column.choices.empty() && number.canonical_by == column.name)
                for (const auto& [choice, units] : number.canonical_units) column.choices.push_back(choice);
}

TableSchema read_table(const Value& from) {
    TableSchema table;
    table.name = from.at("name").as_text();
    table.file = from.at("file").as_text();
    table.title = {text_of(from, "en"), text_of(from, "ko")};
    table.is_required = from.at("required").as_boolean();
    table.key = texts_of(from, "key");
    table.enables = texts_of(from, "enables");
    for (const auto& column : from.at("columns").items()) table.columns.push_back(read_column(column));
    fill_choices(table);
    return table;
}

}  // namespace

const ColumnSchema* TableSchema::column(std::string_view wanted) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const ColumnSchema& c) { return c.name == wanted; });
    return found == columns.end() ? nullptr : &*found;
}

std::vector<std::string> TableSchema::column_names() const {
    std::vector<std::string> names;
    for (const auto& c : columns) names.push_back(c.name);
    return names;
}

const ColumnSchema* TableSchema::unit_of(const ColumnSchema& number) const {
    const ColumnSchema* general = nullptr;
    if (!number.is_measured_by_row()) return nullptr;
    for (const auto& c : columns) {
        if (c.type != ColumnType::unit) continue;
        if (c.of == number.name) return &c;
        if (c.of.empty()) general = &c;
    }
    return general;
}

bool TableSchema::is_key(std::string_view column) const {
    return std::find(key.begin(), key.end(), column) != key.end();
}

std::vector<Frame::Column> TableSchema::empty_columns() const {
    std::vector<Frame::Column> empty;
    for (const auto& c : columns)
        empty.push_back(
            c.is_number() ? number_column(c.name, !c.unit.empty() || c.canonical.empty() ? c.unit : c.canonical.front())
                          : text_column(c.name));
    return empty;
}

const TableSchema* PackageSchema::find(std::string_view wanted) const {
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const TableSchema& t) { return t.name == wanted; });
    return found == tables.end() ? nullptr : &*found;
}

PackageSchema read_schema(std::string_view json, const std::string& shown) {
    Findings findings;
    const auto root = files::parse_json(json, shown, findings);
    if (findings.has_errors()) throw Error(ErrorKind::internal, describe(findings.all().front()));
    PackageSchema schema;
    schema.format = static_cast<int>(root.at("format").as_integer());
    for (const auto& table : root.at("tables").items()) schema.tables.push_back(read_table(table));
    return schema;
}

const PackageSchema& package_schema() {
    static const PackageSchema schema = read_schema(embedded::package_schema, "schema/package.json");
    return schema;
}

}  // namespace ecumene::dataset
