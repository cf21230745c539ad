// What a policy code of the plan's tables is called: "link_group:capital_import" -> "AC import of the capital region".
#pragma once

#include <string>

#include "output/plan_view.hpp"

namespace ecumene::output {

// "carbon_cap" of "carbon_cap", "link_group" of "link_group:capital_import".
std::string policy_kind(const std::string& code);
// Both languages empty for a code of no known kind.
Bilingual policy_name(const PlanView& view, const std::string& code);

}  // namespace ecumene::output
