#include "pipeline/sarif.hpp"

#include <cctype>

#include "core/version.hpp"
#include "files/value.hpp"
#include "pipeline/messages.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

Value text_object(const std::string& text) {
    return Value::object().set("text", text);
}

const char* level_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

// A path with forward slashes and what a URI cannot hold in per cent.
std::string uri_of(const std::string& path) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain =
            (byte < 0x80 && std::isalnum(byte) != 0) || std::string_view("-._~/").find(c) != std::string_view::npos;
        if (is_plain)
            uri += c;
        else
            uri += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
    return uri;
}

Value location(const std::string& file, std::size_t row, const std::string& column) {
    auto physical = Value::object();
    physical.set("artifactLocation", Value::object().set("uri", uri_of(file)));
    if (row > 0) physical.set("region", Value::object().set("startLine", row));
    auto place = Value::object();
    place.set("physicalLocation", std::move(physical));
    if (!column.empty()) {
        auto logical = Value::list();
        logical.add(Value::object().set("name", column).set("kind", "member"));
        place.set("logicalLocations", std::move(logical));
    }
    auto places = Value::list();
    places.add(std::move(place));
    return places;
}

Value rules_value(const governance::Lint& lint, Language language) {
    const auto& book = governance::rule_book();
    auto rules = Value::list();
    for (const auto& name : lint.rules_in_force) {
        const auto* version = book.in_force(name, lint.day);
        auto properties = Value::object();
        properties.set("force", version->force == governance::Force::statutory ? "statutory" : "recommended");
        properties.set("inForceFrom", date_text(version->from));
        auto rule = Value::object();
        rule.set("id", name).set("shortDescription", text_object(book.find(name)->title.in(language)));
        rule.set("fullDescription", text_object(version->citation().in(language)));
        rule.set("defaultConfiguration", Value::object().set("level", level_of(version->severity)));
        rule.set("properties", std::move(properties));
        rules.add(std::move(rule));
    }
    return rules;
}

Value result_value(const governance::RuleFinding& finding, const FoundPlans& found, Language language) {
    const auto place = found.set[finding.plan].shown(finding.place.table, finding.place.row);
    auto result = Value::object();
    result.set("ruleId", finding.rule).set("level", level_of(finding.severity));
    result.set("message", text_object(finding.message.in(language) + " → " + finding.remedy.in(language)));
    result.set("locations", location(place.file, place.row, finding.place.column));
    if (finding.is_suppressed()) {
        auto suppressions = Value::list();
        suppressions.add(Value::object().set("kind", "external").set("justification", finding.suppressed_because));
        result.set("suppressions", std::move(suppressions));
    }
    return result;
}

Value reading_value(const Finding& finding, Language language) {
    auto result = Value::object();
    result.set("ruleId", finding.code).set("level", level_of(finding.severity));
    const auto message = said(finding.message, language), remedy = said(finding.remedy, language);
    result.set("message", text_object(remedy.empty() ? message : message + " → " + remedy));
    result.set("locations", location(finding.file, finding.row, finding.column));
    return result;
}

}  // namespace

std::string sarif_text(const governance::Lint& lint, const FoundPlans& found, Language language) {
    auto driver = Value::object();
    driver.set("name", "ecumene lint")
        .set("semanticVersion", std::string(version))
        .set("rules", rules_value(lint, language));
    auto results = Value::list();
    for (const auto& finding : found.findings.all()) results.add(reading_value(finding, language));
    for (const auto& finding : lint.findings) results.add(result_value(finding, found, language));
    auto run = Value::object();
    run.set("tool", Value::object().set("driver", std::move(driver)));
    run.set("language", language == Language::ko ? "ko-KR" : "en-US").set("columnKind", "unicodeCodePoints");
    run.set("results", std::move(results));
    auto runs = Value::list();
    runs.add(std::move(run));
    auto root = Value::object();
    root.set("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .set("version", "2.1.0")
        .set("runs", std::move(runs));
    return files::json_text(root) + "\n";
}

}  // namespace ecumene::pipeline
