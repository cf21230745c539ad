#include "pipeline/studio/scenario_words.hpp"

#include "core/error.hpp"
#include "embedded/scenario_schema.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

const Value& schema() {
    static const Value value = [] {
        Findings findings;
        auto read = files::parse_json(embedded::scenario_schema, "schema/scenario.json", findings);
        if (findings.has_errors()) throw Error(ErrorKind::internal, describe(findings.all().front()));
        return read;
    }();
    return value;
}

std::string text_if_any(const Value& object, std::string_view key) {
    const auto* found = object.find(key);
    return found != nullptr && found->is_text() ? found->as_text() : std::string{};
}

// Keys of [scale] hold dots of their own.
std::vector<std::string> parts_of(const std::string& key) {
    constexpr std::string_view scale = "scale.";
    if (key.compare(0, scale.size(), scale) == 0) return {"scale", key.substr(scale.size())};
    return split(key, '.');
}

const Value* below(const Value& rules, const std::string& part) {
    const auto* properties = rules.find("properties");
    if (const auto* named = properties == nullptr ? nullptr : properties->find(part)) return named;
    const auto* others = rules.find("additionalProperties");
    return others != nullptr && others->is_object() ? others : nullptr;
}

void flatten(const Value& tree, const std::string& path, std::vector<std::pair<std::string, Value>>& flat) {
    for (const auto& [key, value] : tree.members()) {
        if (path.empty() && (key == "title" || key == "about")) continue;
        const auto place = path.empty() ? key : path + "." + key;
        if (value.is_object())
            flatten(value, place, flat);
        else
            flat.emplace_back(place, value);
    }
}

}  // namespace

SettingWords words_of_setting(const std::string& key) {
    SettingWords words;
    const auto* rules = &schema();
    Bilingual last;
    for (const auto& part : parts_of(key)) {
        rules = below(*rules, part);
        if (rules == nullptr) break;
        const Bilingual title{text_if_any(*rules, "title"), text_if_any(*rules, "title_ko")};
        // What has no words of its own, such as a year or a technology, is named by itself after its table.
        words.title = title.en.empty() ? Bilingual{last.en + ": " + part, last.ko + ": " + part} : title;
        last = words.title;
        if (const auto unit = text_if_any(*rules, "unit"); !unit.empty()) words.unit = unit;
    }
    if (words.title.en.empty() || rules == nullptr) words.title = {key, key};
    return words;
}

std::vector<std::pair<std::string, Value>> flat_settings(const Value& tree) {
    std::vector<std::pair<std::string, Value>> flat;
    if (tree.is_object()) flatten(tree, {}, flat);
    return flat;
}

const Value* setting_at(const Value& tree, const std::string& key) {
    const auto* at = &tree;
    for (const auto& part : parts_of(key)) {
        at = at->find(part);
        if (at == nullptr) return nullptr;
    }
    return at;
}

std::string_view scenario_schema_text() {
    return embedded::scenario_schema;
}

}  // namespace ecumene::pipeline
