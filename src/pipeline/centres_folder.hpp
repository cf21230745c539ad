// The folder `ecumene centres --output` leaves: report.html, tables/*.csv, centres.json, centres.gpkg (where units have places) and package/ for `plan`.
// It appears whole or not at all; a folder that holds anything is left alone (target_folder.hpp).
#pragma once

#include <filesystem>

#include "pipeline/centres_result.hpp"

namespace ecumene::pipeline {

void write_centres(
    const std::filesystem::path& folder, const CentresView& view, const files::Value& result, Language language);

}  // namespace ecumene::pipeline
