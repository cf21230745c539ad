#include "governance/rules/rule_book.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "embedded/plan_rules.hpp"
#include "files/value.hpp"

namespace ecumene::governance {
namespace {

using files::Value;

std::string text_in(const Value& object, std::string_view key) {
    const auto* found = object.find(key);
    return found == nullptr ? std::string{} : found->as_text();
}

int whole_in(const Value& object, std::string_view key) {
    const auto* found = object.find(key);
    return found == nullptr ? 0 : static_cast<int>(found->as_integer());
}

Bilingual words_of(const Value& object) {
    return {object.at("en").as_text(), object.at("ko").as_text()};
}

Date date_of(const Value& object, std::string_view key) {
    const auto date = parse_date(object.at(key).as_text());
    if (!date) throw Error(ErrorKind::internal, "schema/plan_rules.json: no date: " + object.at(key).as_text());
    return *date;
}

std::optional<Date> until_of(const Value& object) {
    if (object.find("until") == nullptr) return std::nullopt;
    return date_of(object, "until");
}

Severity severity_named(const std::string& word) {
    return word == "error" ? Severity::error : word == "warning" ? Severity::warning : Severity::note;
}

Force force_named(const std::string& word) {
    return word == "statutory" ? Force::statutory : Force::recommended;
}

Scope scope_named(const std::string& word) {
    return word == "nation"       ? Scope::nation
           : word == "megaregion" ? Scope::megaregion
           : word == "province"   ? Scope::province
                                  : Scope::municipality;
}

RuleVersion version_of(const Value& from, const std::map<std::string, Bilingual>& laws) {
    RuleVersion version;
    version.from = date_of(from, "from");
    version.until = until_of(from);
    version.severity = severity_named(from.at("severity").as_text());
    version.force = force_named(from.at("force").as_text());
    version.law = laws.at(from.at("law").as_text());
    const auto article = text_in(from, "article"), korean = text_in(from, "article_ko");
    version.article = {article, korean.empty() ? article : korean};
    version.version = text_in(from, "version");
    if (const auto* parameters = from.find("parameters"))
        for (const auto& [name, value] : parameters->members()) version.parameters[name] = value.as_number();
    return version;
}

Deadline deadline_of(const Value& from) {
    Deadline deadline;
    deadline.procedure = from.at("procedure").as_text();
    const auto& kind = from.at("kind").as_text();
    deadline.kind = kind == "yearly"       ? Deadline::Kind::yearly
                    : kind == "fixed"      ? Deadline::Kind::fixed
                    : kind == "after_miss" ? Deadline::Kind::after_miss
                                           : Deadline::Kind::after_upper;
    for (const auto& scope : from.at("scopes").items()) deadline.scopes.push_back(scope_named(scope.as_text()));
    if (deadline.kind == Deadline::Kind::fixed)
        deadline.date = date_of(from, "date");
    else
        deadline.date = {0, whole_in(from, "month"), whole_in(from, "day")};
    deadline.months = whole_in(from, "months");
    deadline.days = whole_in(from, "days");
    deadline.from = date_of(from, "from");
    deadline.until = until_of(from);
    deadline.name = words_of(from);
    return deadline;
}

}  // namespace

double RuleVersion::parameter(std::string_view name) const {
    const auto found = parameters.find(name);
    if (found == parameters.end())
        throw Error(ErrorKind::internal, "schema/plan_rules.json: a rule has no parameter " + std::string(name));
    return found->second;
}

Bilingual RuleVersion::citation() const {
    Bilingual text = law;
    if (!article.en.empty()) text = {text.en + ", art. " + article.en, text.ko + " " + article.ko};
    if (!version.empty()) {
        const auto number = version.substr(version.find(' ') + 1);
        text = {text.en + " (" + version + ")", text.ko + " (법률 제" + number + "호)"};
    }
    return text;
}

bool Deadline::is_for(Scope scope) const {
    return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

const RuleEntry* RuleBook::find(std::string_view rule) const {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleEntry& r) { return r.rule == rule; });
    return found == rules.end() ? nullptr : &*found;
}

const RuleVersion* RuleBook::in_force(std::string_view rule, Date day) const {
    const auto* entry = find(rule);
    if (entry == nullptr) return nullptr;
    for (const auto& version : entry->versions)
        if (version.holds_on(day)) return &version;
    return nullptr;
}

RuleBook read_rule_book(std::string_view json) {
    Findings findings;
    const auto root = files::parse_json(json, "schema/plan_rules.json", findings);
    if (findings.has_errors()) throw Error(ErrorKind::internal, describe(findings.all().front()));
    std::map<std::string, Bilingual> laws;
    for (const auto& law : root.at("laws").items()) laws[law.at("law").as_text()] = words_of(law);
    RuleBook book;
    for (const auto& rule : root.at("rules").items()) {
        RuleEntry entry{.rule = rule.at("rule").as_text(), .title = words_of(rule), .versions = {}};
        for (const auto& version : rule.at("versions").items()) entry.versions.push_back(version_of(version, laws));
        book.rules.push_back(std::move(entry));
    }
    for (const auto& item : root.at("contents").items())
        book.contents.push_back({.rule = item.at("rule").as_text(),
            .item = item.at("item").as_text(),
            .force = force_named(item.at("force").as_text()),
            .name = words_of(item)});
    for (const auto& horizon : root.at("horizons").items())
        book.horizons[horizon.at("rule").as_text()] = whole_in(horizon, "years");
    for (const auto& deadline : root.at("deadlines").items()) book.deadlines.push_back(deadline_of(deadline));
    return book;
}

const RuleBook& rule_book() {
    static const RuleBook book = read_rule_book(embedded::plan_rules);
    return book;
}

}  // namespace ecumene::governance
