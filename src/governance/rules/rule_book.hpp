// Which rule holds on which day, by which law: schema/plan_rules.json, embedded.
//
//     const RuleVersion* corridor = rule_book().in_force("P3", {2027, 6, 1});      // null: no version holds on that day
//     corridor->parameter("floor_2035") == 0.53
//     corridor->citation().en == "Framework Act on Carbon Neutrality, art. 8 (Act 21893)"
//
// Statutory: a law says so. Recommended: sums, method, good practice. A fault in the file is a fault of the program.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/findings.hpp"
#include "core/text.hpp"
#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

enum class Force { statutory, recommended };

struct RuleVersion {
    Date from{};
    std::optional<Date> until;  // first day it no longer holds
    Severity severity{Severity::error};
    Force force{Force::recommended};
    Bilingual law, article;
    std::string version;  // number of the act
    std::map<std::string, double, std::less<>> parameters;

    bool holds_on(Date day) const { return from <= day && (!until || day < *until); }
    // Errors: ErrorKind::internal where the version has no such parameter.
    double parameter(std::string_view name) const;
    bool has(std::string_view name) const { return parameters.find(name) != parameters.end(); }
    Bilingual citation() const;
};

struct RuleEntry {
    std::string rule;
    Bilingual title;
    std::vector<RuleVersion> versions;
};

struct RequiredContent {
    std::string rule, item;
    Force force{Force::statutory};
    Bilingual name;
};

struct Deadline {
    enum class Kind { yearly, fixed, after_upper, after_miss };
    std::string procedure;
    Kind kind{Kind::fixed};
    std::vector<Scope> scopes;
    Date date{};   // fixed: that day; yearly: month and day
    int months{};  // after_upper
    int days{};    // after_miss: from the day the miss was established (procedure target_missed of that year)
    Date from{};
    std::optional<Date> until;
    Bilingual name;

    bool holds_on(Date day) const { return from <= day && (!until || day < *until); }
    bool is_for(Scope scope) const;
};

struct RuleBook {
    std::vector<RuleEntry> rules;
    std::vector<RequiredContent> contents;
    std::map<std::string, int> horizons;  // years a plan must reach, by checklist
    std::vector<Deadline> deadlines;

    const RuleEntry* find(std::string_view rule) const;
    const RuleVersion* in_force(std::string_view rule, Date day) const;
};

// Errors: ErrorKind::internal for a text that is no rule book.
RuleBook read_rule_book(std::string_view json);
const RuleBook& rule_book();

}  // namespace ecumene::governance
