// Findings for editors and CI in SARIF 2.1.0 (OASIS): rules with citation, results with file and line, suppressions with reason.
//
//     write_file("plans.sarif", sarif_text(lint, found, Language::ko));
//
// A row of a table is given as the line of its file, which it is as long as no cell holds a line break.
#pragma once

#include <string>

#include "governance/lint.hpp"
#include "pipeline/plan_folders.hpp"

namespace ecumene::pipeline {

std::string sarif_text(const governance::Lint& lint, const FoundPlans& found, Language language);

}  // namespace ecumene::pipeline
