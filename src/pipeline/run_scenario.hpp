// The scenario a stored run was made under, as the package tells of it today: title and text from there, years and regions from
// the run.
//
//     const auto scenario = scenario_of_run(record, data, package.own_scenarios, findings);
//
// A scenario that is gone is a warning: its title is then left out.
#pragma once

#include <filesystem>

#include "core/findings.hpp"
#include "pipeline/run_folder.hpp"

namespace ecumene::pipeline {

dataset::Scenario scenario_of_run(const RunRecord& record, const dataset::Dataset& data,
    const std::filesystem::path& own_scenarios, Findings& findings);

}  // namespace ecumene::pipeline
