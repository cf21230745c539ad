#include "network/schema.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <map>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "embedded/pypsa_attributes.hpp"
#include "embedded/pypsa_line_types.hpp"
#include "embedded/pypsa_transformer_types.hpp"
#include "files/csv.hpp"
#include "network/cell.hpp"

namespace ecumene::network {
namespace {

files::CsvTable embedded_table(std::string_view text, const std::string& shown) {
    Findings findings;
    auto table = files::parse_csv(std::string(text), shown, findings);
    if (findings.has_errors())
        throw Error(ErrorKind::internal, compose("schema/{} is broken: {}", {shown, findings.all().front().message}));
    return table;
}

Kind kind_of(std::string_view word) {
    return word == "text" ? Kind::text : word == "flag" ? Kind::flag : Kind::number;
}

Varies varies_of(std::string_view word) {
    return word == "series" ? Varies::series : word == "either" ? Varies::either : Varies::fixed;
}

Use use_of(std::string_view word) {
    if (word == "description") return Use::description;
    if (word == "refused") return Use::refused;
    return word == "result" ? Use::result : Use::model;
}

double number_in(std::string_view cell) {
    double value = std::numeric_limits<double>::quiet_NaN();
    if (!parse_cell(cell, value))
        throw Error(ErrorKind::internal, compose("schema of networks: '{}' is no number", {cell}));
    return value;
}

struct Schema {
    std::vector<std::string> lists;
    std::vector<Attribute> attributes;
    std::map<std::pair<std::string, std::string>, std::size_t, std::less<>> place;
};

Schema read_schema() {
    enum Column { component, attribute, kind, varies, unit, standard, before, status, use };
    const auto table = embedded_table(embedded::pypsa_attributes, "pypsa_attributes.csv");
    Schema schema;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Attribute entry;
        entry.component = table.cell(row, component);
        entry.name = table.cell(row, attribute);
        entry.kind = kind_of(table.cell(row, kind));
        entry.varies = varies_of(table.cell(row, varies));
        entry.unit = table.cell(row, unit);
        entry.use = use_of(table.cell(row, use));
        if (entry.kind == Kind::text)
            entry.default_text = table.cell(row, standard);
        else
            entry.default_number = number_in(table.cell(row, standard));
        if (!table.cell(row, before).empty()) entry.default_before_version_1 = number_in(table.cell(row, before));
        if (schema.lists.empty() || schema.lists.back() != entry.component) schema.lists.push_back(entry.component);
        schema.place[{entry.component, entry.name}] = schema.attributes.size();
        schema.attributes.push_back(std::move(entry));
    }
    return schema;
}

const Schema& schema() {
    static const Schema read = read_schema();
    return read;
}

const Attribute* exact(std::string_view component, std::string_view name) {
    const auto at = schema().place.find(std::pair(std::string(component), std::string(name)));
    return at == schema().place.end() ? nullptr : &schema().attributes[at->second];
}

// "efficiency3" -> "efficiency", "bus2" -> "bus1", "rate2" -> "rate1": ports beyond the first are like it.
const Attribute* of_a_port(std::string_view component, std::string_view name) {
    if (component != "links" && component != "processes") return nullptr;
    auto end = name.size();
    while (end > 0 && std::isdigit(static_cast<unsigned char>(name[end - 1])) != 0) --end;
    if (end == name.size() || end == 0) return nullptr;
    const auto stem = std::string(name.substr(0, end));
    if (const auto* found = exact(component, stem)) return found;
    return exact(component, stem + "1");
}

StandardTypes read_types(std::string_view text, const std::string& shown) {
    const auto table = embedded_table(text, shown);
    StandardTypes types;
    types.columns.assign(table.header().begin() + 1, table.header().end());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        types.names.emplace_back(table.cell(row, 0));
        auto& values = types.values.emplace_back();
        for (std::size_t column = 1; column < table.columns(); ++column)
            values.push_back(number_in(table.cell(row, column)));
    }
    return types;
}

}  // namespace

const std::vector<std::string>& component_lists() {
    return schema().lists;
}

const Attribute* find_attribute(std::string_view component, std::string_view name) {
    const auto* found = exact(component, name);
    return found != nullptr ? found : of_a_port(component, name);
}

std::vector<const Attribute*> attributes_of(std::string_view component) {
    std::vector<const Attribute*> found;
    for (const auto& attribute : schema().attributes)
        if (attribute.component == component) found.push_back(&attribute);
    return found;
}

const std::vector<double>* StandardTypes::find(std::string_view name) const {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? nullptr : &values[static_cast<std::size_t>(at - names.begin())];
}

const StandardTypes& standard_line_types() {
    static const StandardTypes types = read_types(embedded::pypsa_line_types, "pypsa_line_types.csv");
    return types;
}

const StandardTypes& standard_transformer_types() {
    static const StandardTypes types = read_types(embedded::pypsa_transformer_types, "pypsa_transformer_types.csv");
    return types;
}

}  // namespace ecumene::network
