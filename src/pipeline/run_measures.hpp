// A stored run, laid out for what it builds to be looked at as measures.
//
//     const governance::RunMeasures measures(run_frames(record, data));
//
// Points into the record. Names come from the package.
#pragma once

#include "dataset/dataset.hpp"
#include "governance/need/run_measures.hpp"
#include "pipeline/run_folder.hpp"

namespace ecumene::pipeline {

governance::RunFrames run_frames(const RunRecord& record, const dataset::Dataset& data);

// The sector of the tree korea_plan for one of technologies.csv; a package without sectors plans power and what stands beside it.
std::string plan_sector(const std::string& sector);

}  // namespace ecumene::pipeline
