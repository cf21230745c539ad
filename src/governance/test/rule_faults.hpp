// What else a rule finds, beside the fault of rule_cases.hpp: one fault for every other sentence a rule can say.
//
//     for (const RuleFault& one : rule_faults()) { auto plans = invented_plans(); one.break_it(plans); ... }
//
// Works on any set that invented_plans() makes.
#pragma once

#include <string>
#include <vector>

#include "rule_cases.hpp"

namespace ecumene::governance {

struct RuleFault {
    std::string name;  // letters only, for the test's name
    std::string rule;
    Change break_it;
    std::string en, ko;  // parts of the message
    std::string place;   // "table, column" of the finding
};

const std::vector<RuleFault>& rule_faults();

}  // namespace ecumene::governance
