// What plans would need, as figures of a report: one table for each gap that the run can answer, a sentence for the others.
#pragma once

#include <string>
#include <vector>

#include "governance/need/need.hpp"

namespace ecumene::output {

struct NeedInput {
    const std::vector<governance::Need>* needs{};  // null: no run was named
    Bilingual method{};
};

// Empty without needs.
std::string need_section(const NeedInput& input, const governance::PlanSet& plans);

}  // namespace ecumene::output
