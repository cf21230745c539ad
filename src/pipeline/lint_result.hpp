// What `ecumene lint --json` gives besides findings: schema/answer.json, $defs/lint.
//
//     answer.result = lint_result(lint, found);
#pragma once

#include "files/value.hpp"
#include "governance/lint.hpp"
#include "pipeline/plan_folders.hpp"

namespace ecumene::pipeline {

files::Value lint_result(const governance::Lint& lint, const FoundPlans& found);

// A cut stated on all four bases: gross_gross, gross_net, net_gross, net_net, each base first. Shares of 1.
files::Value cuts_value(const governance::FourBases& cuts);

std::string word_of(governance::Force force);

}  // namespace ecumene::pipeline
