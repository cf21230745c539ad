// Findings of rules as a table of a report; on a narrow screen each finding becomes a card, so that its sentence stays in sight.
//
//     finding_table({.id = "statutory-findings", .findings = some, .plans = &plans})
//
// A document with such a table needs `finding_css`. Suppressed findings are left out.
#pragma once

#include <string>
#include <vector>

#include "governance/lint.hpp"

namespace ecumene::output {

extern const char* const finding_css;

struct FindingTableInput {
    std::string id;
    std::vector<const governance::RuleFinding*> findings;
    const governance::PlanSet* plans{};
};

// Empty without findings.
std::string finding_table(const FindingTableInput& input);

}  // namespace ecumene::output
