// A lint on the screen: the verdict, statutory and recommended findings apart, the tree of regions, versions, what was suppressed.
//
//     answer.screen = lint_screen(lint, found, needs, session);
#pragma once

#include <string>

#include "governance/lint.hpp"
#include "pipeline/plan_folders.hpp"
#include "pipeline/plan_needs.hpp"

namespace ecumene::pipeline {

std::string lint_screen(
    const governance::Lint& lint, const FoundPlans& found, const PlanNeeds& needs, const Session& session);

}  // namespace ecumene::pipeline
