// For each rule a fault that breaks it, a change that goes just to its border, and what is said in both languages.
//
//     for (const RuleCase& one : rule_cases()) { auto plans = invented_plans(); one.break_it(plans); ... }
//
// Works on any set that invented_plans() makes: nation first, then provinces, then municipalities.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

using Change = std::function<void(std::vector<PlanDocument>&)>;

struct RuleCase {
    std::string rule;
    Change break_it, to_the_border;
    std::string en, ko;  // parts of the message
    std::string place;   // "table, column" of the finding
};

const std::vector<RuleCase>& rule_cases();

}  // namespace ecumene::governance
