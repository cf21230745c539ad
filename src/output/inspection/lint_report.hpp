// A lint as one HTML file: the map of agreement, what the law asks for, what is recommended, the tree of regions, what plans would
// need, versions, what was accepted.
//
//     write_file("plans.html", lint_report({.lint = &found, .plans = &set, .version = "0.1.1"}, Language::ko));
//
// Points into what it was made from.
#pragma once

#include <string>

#include "governance/lint.hpp"
#include "output/inspection/need_section.hpp"
#include "output/tile_map.hpp"

namespace ecumene::output {

struct LintReportInput {
    const governance::Lint* lint{};
    const governance::PlanSet* plans{};
    std::string version{};
    std::vector<TilePlace> places{};  // of regions on the map
    NeedInput needs{};
};

std::string lint_report(const LintReportInput& input, Language language);

}  // namespace ecumene::output
