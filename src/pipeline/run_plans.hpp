// A run as a folder of plan documents, one for the nation and one for each region, ready for `ecumene lint`.
//
//     write_plans("export/3f2a91c04b7d-plans", record, data);
//
// The folder appears whole or not at all. One that is not empty is left alone: plans in it may have been made by hand.
#pragma once

#include <filesystem>

#include "pipeline/run_folder.hpp"

namespace ecumene::pipeline {

// Throws WrongUse for a folder that is not empty.
void write_plans(const std::filesystem::path& folder, const RunRecord& record, const dataset::Dataset& data);

}  // namespace ecumene::pipeline
