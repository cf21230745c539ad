// What PyPSA's components are made of: every attribute, its kind, default and what it means to this module.
//
//     const Attribute* limit = find_attribute("generators", "p_max_pu");     // number, static or by snapshot, 1
//     find_attribute("links", "efficiency3");                                // the port's own: that of `efficiency`
//
// The table is data: schema/pypsa_attributes.csv, put into the program at build time. It follows the attribute tables of
// PyPSA 1.3 (commit 0209b0ed of 2026-08-19, MIT licence). Components go by the name of their list, "generators", as files do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ecumene::network {

enum class Kind { text, number, flag };
enum class Varies { fixed, series, either };
// description: changes no linear optimum. refused: would change it and is not built. result: written by a solve.
enum class Use { model, description, refused, result };

struct Attribute {
    std::string component;
    std::string name;
    Kind kind{Kind::number};
    Varies varies{Varies::fixed};
    std::string unit;
    std::string default_text;
    double default_number{};                         // flags: 0 or 1; not-a-number: none
    std::optional<double> default_before_version_1;  // of networks that PyPSA 0.x wrote
    Use use{Use::model};

    double number_default(bool is_before_version_1) const {
        return is_before_version_1 ? default_before_version_1.value_or(default_number) : default_number;
    }
};

// In the order files are written.
const std::vector<std::string>& component_lists();
// Null if there is none. O(log n).
const Attribute* find_attribute(std::string_view component, std::string_view name);
// In the order of the table.
std::vector<const Attribute*> attributes_of(std::string_view component);

// PyPSA's own types of lines and transformers, as tables of the lists "line_types" and "transformer_types".
struct StandardTypes {
    std::vector<std::string> columns;  // without the name
    std::vector<std::string> names;
    std::vector<std::vector<double>> values;  // by name, by column
    // Null if there is no such type.
    const std::vector<double>* find(std::string_view name) const;
};
const StandardTypes& standard_line_types();
const StandardTypes& standard_transformer_types();

}  // namespace ecumene::network
