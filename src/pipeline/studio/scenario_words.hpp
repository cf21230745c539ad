// What a setting of a scenario is called and measured in, from schema/scenario.json.
//
//     words_of_setting("policies.carbon_cap_values.2035").unit        // "tCO2eq"
//     for (const auto& [key, value] : flat_settings(layer)) ...       // "plan.years", "policies.self_reliance.2030", ...
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "files/value.hpp"

namespace ecumene::pipeline {

struct SettingWords {
    Bilingual title;  // the key itself where the schema does not know it
    std::string unit;
};
SettingWords words_of_setting(const std::string& key);

// Every value that is no object, by its dotted key; title and about are no settings and are left out.
std::vector<std::pair<std::string, files::Value>> flat_settings(const files::Value& tree);
// The value of a dotted key; null if it is not there.
const files::Value* setting_at(const files::Value& tree, const std::string& key);

// schema/scenario.json as it is.
std::string_view scenario_schema_text();

}  // namespace ecumene::pipeline
