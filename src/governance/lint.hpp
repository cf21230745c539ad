// Reads a set of plans against the rules in force on a day and says what does not agree, where, by how much, by which rule.
//
//     const PlanSet set({read_plan("plans/korea-2023", ...).plan, ...});
//     const Lint found = lint(set, {2027, 6, 1});
//     found.findings.front().message.ko, found.sums.nodes, found.has_errors()
//
// Findings come in the order of rules, then of plans. Suppressed ones stay in the list with their reason and count for nothing.
// Cost: linear in rows; 244 plans of 30 sectors, 25 years and 200 measures take under two seconds (bench/governance_lint).
#pragma once

#include <vector>

#include "governance/plan/roll_up.hpp"
#include "governance/rules/rule.hpp"
#include "governance/version_comparison.hpp"

namespace ecumene::governance {

// A suppression that names a rule nobody broke, is out of date or has no known rule.
struct IdleSuppression {
    std::size_t plan{};
    Suppression suppression;
    Bilingual why;
};

struct Lint {
    Date day{};
    RollUp sums;
    std::vector<RuleFinding> findings;
    std::vector<IdleSuppression> idle_suppressions;
    std::vector<VersionComparison> versions;
    std::vector<std::string> rules_in_force;

    std::size_t count(Severity severity) const;  // of those not suppressed
    std::size_t suppressed() const;
    bool has_errors() const { return count(Severity::error) > 0; }
};

Lint lint(const PlanSet& plans, Date day, const RuleBook& book = rule_book());

// One finding as a sentence that stands alone: rule, plan, table, row, column, what is wrong, what to do.
std::string sentence(const RuleFinding& finding, const PlanSet& plans, Language language);

}  // namespace ecumene::governance
