#include "governance/plan/plan_settings.hpp"

#include <algorithm>
#include <array>

#include "dataset/value_check.hpp"
#include "governance/plan/plan_schema.hpp"
#include "governance/plan/read_plan.hpp"

namespace ecumene::governance {
namespace {

using files::Value;

constexpr std::array<const char*, 4> scopes{"nation", "megaregion", "province", "municipality"};
constexpr std::array<const char*, 5> kinds{"carbon", "territorial", "balanced_development", "transport", "energy"};

template <class Choice, std::size_t size>
Choice choice_of(const std::array<const char*, size>& words, const std::string& word) {
    const auto at = std::find(words.begin(), words.end(), word);
    return at == words.end() ? Choice{} : static_cast<Choice>(at - words.begin());
}

std::string text_of(const Value& table, std::string_view key) {
    const auto* found = table.find(key);
    return found != nullptr && found->is_text() ? found->as_text() : std::string{};
}

int whole_of(const Value& table, std::string_view key) {
    const auto* found = table.find(key);
    return found != nullptr && found->is_integer() ? static_cast<int>(found->as_integer()) : 0;
}

std::vector<std::string> texts_of(const Value& table, std::string_view key) {
    std::vector<std::string> texts;
    if (const auto* found = table.find(key); found != nullptr && found->is_list())
        for (const auto& item : found->items())
            if (item.is_text()) texts.push_back(item.as_text());
    return texts;
}

Bilingual words_of(const Value& table, std::string_view key) {
    const auto* found = table.find(key);
    return found == nullptr ? Bilingual{} : Bilingual{text_of(*found, "en"), text_of(*found, "ko")};
}

// What the schema lists under "required" and the value lacks, table by table.
void report_missing(const Value& value, const Value& schema, const std::string& path, dataset::FindingLog& log) {
    if (!value.is_object()) return;
    if (const auto* required = schema.find("required"))
        for (const auto& key : required->items())
            if (value.find(key.as_text()) == nullptr)
                log.error({plan_file, value.line(), path + key.as_text()}, "missing_key",
                    "the key '" + path + key.as_text() + "' is missing",
                    schema.at("properties").at(key.as_text()).at("title").as_text());
    const auto* properties = schema.find("properties");
    if (properties == nullptr) return;
    for (const auto& [key, part] : properties->members())
        if (const auto* inner = value.find(key)) report_missing(*inner, part, path + key + ".", log);
}

void read_plan_table(const Value& table, PlanDocument& plan, dataset::FindingLog& log) {
    plan.id = text_of(table, "id");
    plan.title = words_of(table, "title");
    plan.about = words_of(table, "about");
    plan.scope = choice_of<Scope>(scopes, text_of(table, "scope"));
    plan.kind = choice_of<PlanKind>(kinds, text_of(table, "kind"));
    plan.region = text_of(table, "region");
    plan.parent = text_of(table, "parent");
    plan.parts = texts_of(table, "parts");
    plan.exposed = texts_of(table, "exposed");
    plan.first_year = whole_of(table, "first_year");
    plan.last_year = whole_of(table, "last_year");
    const auto adopted = text_of(table, "adopted");
    plan.adopted = parse_date(adopted);
    if (!adopted.empty() && !plan.adopted)
        log.error({plan_file, table.at("adopted").line(), "plan.adopted"}, "bad_date",
            "plan.adopted is '" + adopted + "', which is not a date", "write it as 2027-06-30");
    if (plan.first_year > plan.last_year)
        log.error({plan_file, table.at("last_year").line(), "plan.last_year"}, "out_of_range",
            "plan.last_year lies before plan.first_year");
}

void read_basis_table(const Value& table, Basis& basis) {
    basis.guidelines = text_of(table, "guidelines");
    basis.gwp = text_of(table, "gwp");
    basis.factors = text_of(table, "factors");
    basis.boundary = text_of(table, "boundary");
    basis.tree = text_of(table, "tree");
    const auto* rounding = table.find("rounding");
    basis.rounding = rounding != nullptr && rounding->is_number() ? rounding->as_number() : 0.0;
}

}  // namespace

void read_settings(const Value& settings, PlanDocument& plan, dataset::FindingLog& log) {
    dataset::check_value(settings, plan_settings_schema(), plan_file, log);
    report_missing(settings, plan_settings_schema(), "", log);
    if (const auto* table = settings.find("plan"); table != nullptr && table->is_object())
        read_plan_table(*table, plan, log);
    if (const auto* table = settings.find("basis"); table != nullptr && table->is_object())
        read_basis_table(*table, plan.basis);
}

std::string word_of(Scope scope) {
    return scopes[static_cast<std::size_t>(scope)];
}

std::string word_of(PlanKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::string word_of(Series series) {
    constexpr std::array<const char*, 3> words{"history", "outlook", "target"};
    return words[static_cast<std::size_t>(series)];
}

}  // namespace ecumene::governance
