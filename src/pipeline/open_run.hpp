// A run that is there, with the package and scenario it was made from.
//
//     const OpenRun run = open_run("3f2a91c04b7d", {}, session);
//     run.record.plan.table("capacity"), run.data.regions(), run.findings
//
// Names come from the package as it is now: where it has changed since, `findings` says so. Throws WrongUse for a run or package
// that is not there.
#pragma once

#include "core/findings.hpp"
#include "dataset/dataset.hpp"
#include "dataset/scenario.hpp"
#include "pipeline/answer.hpp"
#include "pipeline/run_folder.hpp"

namespace ecumene::pipeline {

struct OpenRun {
    std::filesystem::path folder;
    RunRecord record;
    dataset::Dataset data;
    dataset::Scenario scenario;
    Findings findings;
};

// `package`: empty: the project around the run, else the bundled one of its name.
OpenRun open_run(const std::string& run, const std::string& package, const Session& session);

}  // namespace ecumene::pipeline
