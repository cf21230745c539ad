#include "pipeline/studio/request_body.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "core/text.hpp"
#include "pipeline/studio/problem.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

Refusal unreadable(const Bilingual& detail) {
    return Refusal({.word = "malformed",
        .status = 400,
        .title = {"The request cannot be read", "요청을 읽을 수 없습니다"},
        .detail = detail});
}

Refusal wrong_member(const std::string& name, const Bilingual& wanted) {
    return unreadable(
        {"'" + name + "' should be " + wanted.en + ".", "'" + name + "'에는 " + wanted.ko + "이(가) 와야 합니다."});
}

Value object_of(const std::string& json, std::initializer_list<std::string_view> known) {
    Findings findings;
    auto value = files::parse_json(json, "request", findings, {.bytes = std::size_t{1} << 20U, .depth = 16});
    if (findings.has_errors()) {
        const auto& first = findings.all().front();
        throw unreadable({"It is not JSON: " + first.message, "JSON이 아닙니다: " + first.message});
    }
    if (!value.is_object()) throw unreadable({"It should be a JSON object.", "JSON 객체여야 합니다."});
    const std::vector<std::string> names(known.begin(), known.end());
    for (const auto& [key, member] : value.members())
        if (std::find(names.begin(), names.end(), key) == names.end())
            throw unreadable({"There is no member '" + key.substr(0, 60) + "'; known are " + join(names, ", ") + ".",
                "'" + key.substr(0, 60) + "' 항목은 없습니다. 쓸 수 있는 것: " + join(names, ", ")});
    return value;
}

// Null is as good as absent.
const Value* member(const Value& object, std::string_view key) {
    const auto* found = object.find(key);
    return found == nullptr || found->is_null() ? nullptr : found;
}

std::string text_member(const Value& object, const std::string& key) {
    const auto* found = member(object, key);
    if (found == nullptr) return {};
    if (!found->is_text()) throw wrong_member(key, {"a text", "글"});
    return found->as_text();
}

}  // namespace

ScenarioBody scenario_body(const std::string& json) {
    const auto body = object_of(json, {"name", "toml", "values", "expected"});
    ScenarioBody read{.name = text_member(body, "name")};
    if (member(body, "toml") != nullptr) read.writing.toml = text_member(body, "toml");
    if (const auto* values = member(body, "values")) {
        if (!values->is_object()) throw wrong_member("values", {"an object", "객체"});
        read.writing.values = *values;
    }
    if (read.writing.toml.has_value() == read.writing.values.has_value())
        throw unreadable({"Send either 'toml' or 'values'.", "'toml'과 'values' 가운데 하나만 보내야 합니다."});
    if (member(body, "expected") != nullptr) read.expected = text_member(body, "expected");
    return read;
}

JobRequest job_body(const std::string& json, Language language) {
    const auto body = object_of(json, {"verb", "scenario", "overrides", "regions", "time_limit_seconds", "fresh"});
    if (const auto verb = text_member(body, "verb"); !verb.empty() && verb != "plan")
        throw wrong_member("verb", {"'plan'", "'plan'"});
    JobRequest request{
        .scenario = text_member(body, "scenario"), .regions = text_member(body, "regions"), .language = language};
    if (const auto* overrides = member(body, "overrides")) {
        const Bilingual wanted{"a list of at most 50 texts \"key=value\"", "\"key=value\" 글 50개까지의 목록"};
        if (!overrides->is_list() || overrides->items().size() > 50) throw wrong_member("overrides", wanted);
        for (const auto& each : overrides->items()) {
            if (!each.is_text()) throw wrong_member("overrides", wanted);
            request.overrides.push_back(each.as_text());
        }
    }
    if (const auto* limit = member(body, "time_limit_seconds")) {
        if (!limit->is_number() || !(limit->as_number() >= 0.0) || !std::isfinite(limit->as_number()))
            throw wrong_member("time_limit_seconds", {"a number of seconds", "초 단위 숫자"});
        request.time_limit_seconds = limit->as_number();
    }
    if (const auto* fresh = member(body, "fresh")) {
        if (!fresh->is_boolean()) throw wrong_member("fresh", {"true or false", "true나 false"});
        request.is_fresh = fresh->as_boolean();
    }
    return request;
}

}  // namespace ecumene::pipeline
