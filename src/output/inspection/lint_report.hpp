// A lint as one HTML file: what the law asks for, what is recommended, the tree of regions, versions, what was accepted.
//
//     write_file("plans.html", lint_report({.lint = &found, .plans = &set, .version = "0.1.1"}, Language::ko));
//
// Points into what it was made from.
#pragma once

#include <string>

#include "governance/lint.hpp"

namespace ecumene::output {

struct LintReportInput {
    const governance::Lint* lint{};
    const governance::PlanSet* plans{};
    std::string version{};
};

std::string lint_report(const LintReportInput& input, Language language);

}  // namespace ecumene::output
