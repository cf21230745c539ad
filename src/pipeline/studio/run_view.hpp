// Runs as the studio's pages take them: the list, one run with its answer and files, and its tables.
//
//     runs_value(shelf, project)                    // GET /api/runs
//     run_value(*run, project)                      // GET /api/runs/{id}: the `plan --json` envelope, with more in its result
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/studio/project.hpp"
#include "pipeline/studio/run_shelf.hpp"
#include "pipeline/studio/table_view.hpp"

namespace ecumene::pipeline {

files::Value card_value(const RunCard& card, const dataset::Dataset& data, const Project& project);
files::Value runs_value(const RunShelf& shelf, const Project& project);
std::string run_json(const ShelvedRun& run, const Project& project);

// Throws WrongUse for a table or a column the run has not.
Frame run_table(const ShelvedRun& run, const std::string& table, const Filters& filters);

// A file of the run that may be downloaded.
struct RunFile {
    std::string name;  // within the run folder, with '/'
    std::string type;  // of its content
    Bilingual about;
    std::filesystem::path path;
};
std::vector<RunFile> run_files(const ShelvedRun& run);
std::string bytes_of(const RunFile& file);

}  // namespace ecumene::pipeline
