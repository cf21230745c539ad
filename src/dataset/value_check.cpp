#include "dataset/value_check.hpp"

#include <algorithm>
#include <cmath>
#include <regex>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::dataset {
namespace {

using files::Value;

bool is_of_type(const Value& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_list();
    if (type == "string") return value.is_text();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_integer();
    return type == "number" && value.is_number();
}

std::string type_in_words(const std::string& type) {
    if (type == "object") return files::in_words(Value::Kind::object);
    if (type == "array") return files::in_words(Value::Kind::list);
    if (type == "string") return files::in_words(Value::Kind::text);
    if (type == "boolean") return files::in_words(Value::Kind::boolean);
    return type == "integer" ? files::in_words(Value::Kind::integer) : files::in_words(Value::Kind::number);
}

bool equals(const Value& a, const Value& b) {
    if (a.is_number() && b.is_number()) return a.as_number() == b.as_number();
    return a.is_text() && b.is_text() && a.as_text() == b.as_text();
}

std::string shown(const Value& value) {
    constexpr std::size_t longest = 60;
    return value.is_text() ? "'" + value.as_text().substr(0, longest) + "'"
                           : files::json_text(value, files::JsonLayout::one_line).substr(0, longest);
}

class ValueCheck {
public:
    ValueCheck(const Value& root, const std::string& file, FindingLog& log) : root_(root), file_(file), log_(log) {}

    void check(const Value& value, const Value& schema, const std::string& path) {
        if (const auto* type = schema.find("type"); type != nullptr && !is_of_type(value, type->as_text())) {
            error(value, path, "wrong_type",
                compose("{} must be {}, not {}", {path, type_in_words(type->as_text()), shown(value)}));
            return;
        }
        if (const auto* reference = schema.find("$ref")) check(value, definition(reference->as_text()), path);
        check_enum(value, schema, path);
        check_range(value, schema, path);
        if (value.is_list()) check_list(value, schema, path);
        if (value.is_object()) check_object(value, schema, path);
    }

private:
    void error(
        const Value& value, const std::string& path, std::string code, std::string message, std::string remedy = {}) {
        log_.error({file_, value.line(), path}, std::move(code), std::move(message), std::move(remedy));
    }

    const Value& definition(const std::string& reference) const {
        constexpr std::string_view prefix = "#/$defs/";
        return root_.at("$defs").at(std::string_view(reference).substr(prefix.size()));
    }

    void check_enum(const Value& value, const Value& schema, const std::string& path) {
        const auto* choices = schema.find("enum");
        if (choices == nullptr) return;
        std::vector<std::string> texts;
        for (const auto& choice : choices->items()) {
            if (equals(value, choice)) return;
            texts.push_back(choice.is_text() ? choice.as_text() : shown(choice));
        }
        error(value, path, "bad_choice",
            compose("{} is {}; it must be one of {}", {path, shown(value), join(texts, ", ")}),
            value.is_text() ? did_you_mean(value.as_text(), texts) : std::string{});
    }

    void check_range(const Value& value, const Value& schema, const std::string& path) {
        if (value.is_number()) {
            const auto *minimum = schema.find("minimum"), *maximum = schema.find("maximum");
            if (minimum != nullptr && value.as_number() < minimum->as_number())
                error(value, path, "out_of_range",
                    compose("{} is {}; the least possible is {}", {path, shown(value), shown(*minimum)}));
            if (maximum != nullptr && value.as_number() > maximum->as_number())
                error(value, path, "out_of_range",
                    compose("{} is {}; the greatest possible is {}", {path, shown(value), shown(*maximum)}));
        }
        if (value.is_text() && schema.find("minLength") != nullptr && value.as_text().empty())
            error(value, path, "missing_value", path + " is empty");
    }

    void check_list(const Value& list, const Value& schema, const std::string& path) {
        const auto count = static_cast<double>(list.items().size());
        const auto *least = schema.find("minItems"), *most = schema.find("maxItems"), *items = schema.find("items");
        if (least != nullptr && count < least->as_number()) error(list, path, "too_short", path + " is empty");
        if (most != nullptr && count > most->as_number())
            error(list, path, "too_long", compose("{} has more than {} entries", {path, most->as_integer()}));
        if (items == nullptr) return;
        for (const auto& item : list.items()) check(item, *items, path);
    }

    void check_object(const Value& object, const Value& schema, const std::string& path) {
        const auto *properties = schema.find("properties"), *others = schema.find("additionalProperties"),
                   *names = schema.find("propertyNames");
        for (const auto& [key, value] : object.members()) {
            const auto place = path.empty() ? key : path + "." + key;
            if (names != nullptr && !has_pattern(key, *names)) {
                error(value, place, "bad_key",
                    compose("the key '{}' must be {}", {place, names->at("description").as_text()}));
                continue;
            }
            const auto* known = properties == nullptr ? nullptr : properties->find(key);
            if (known != nullptr)
                check(value, *known, place);
            else if (others != nullptr && others->is_object())
                check(value, *others, place);
            else if (others != nullptr && others->is_boolean() && !others->as_boolean())
                error(
                    value, place, "unknown_key", compose("the key '{}' is not known", {place}), hint(key, properties));
        }
    }

    static bool has_pattern(const std::string& key, const Value& names) {
        constexpr std::size_t longest_key = 200;  // std::regex recurses over its input
        return key.size() <= longest_key && std::regex_match(key, std::regex(names.at("pattern").as_text()));
    }

    // A key may be misspelt, or stand in the wrong table: `years` belongs below [plan].
    std::string hint(const std::string& key, const Value* properties) const {
        std::vector<std::string> keys;
        if (properties != nullptr)
            for (const auto& member : properties->members()) keys.push_back(member.key);
        if (auto near = did_you_mean(key, keys); !near.empty()) return near;
        for (const auto& [table, schema] : root_.at("properties").members())
            if (const auto* inner = schema.find("properties"); inner != nullptr && inner->find(key) != nullptr)
                return compose("it belongs below [{}]", {table});
        return "known are " + join(keys, ", ");
    }

    const Value& root_;
    const std::string& file_;
    FindingLog& log_;
};

}  // namespace

void check_value(const Value& value, const Value& schema, const std::string& file, FindingLog& log) {
    ValueCheck(schema, file, log).check(value, schema, "");
}

}  // namespace ecumene::dataset
