// Runs side by side, what differs first.
//
//     comparison_value({first, second}, project)            // GET /api/compare
//     compared_table({first, second}, "capacity", {})       // GET /api/compare/capacity: "built.1", "built.2", "built.difference.2"
//
// Differences are against the first run. Rows are the same where their keys are; one that a run has not is blank there.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/studio/project.hpp"
#include "pipeline/studio/run_shelf.hpp"
#include "pipeline/studio/table_view.hpp"

namespace ecumene::pipeline {

using Runs = std::vector<std::shared_ptr<const ShelvedRun>>;

files::Value comparison_value(const Runs& runs, const Project& project);

struct ComparedTable {
    Frame table;  // rows with the greatest difference first
    TableWords words;
};
// Throws WrongUse for a table not every run has.
ComparedTable compared_table(const Runs& runs, const std::string& table, const Filters& filters);

}  // namespace ecumene::pipeline
