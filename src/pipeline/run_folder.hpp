// A finished run on disk, and back. The folder's name is the beginning of the run's key; what is in it never changes.
//
//     write_run(staged.path(), record, data, scenario, timing);    // into a folder that is renamed when it is whole
//     RunRecord record = read_run("runs/3f2a91c04b7d");             // tables included, hourly arrays not
//
//     manifest.json     what went in, with hashes             tables/*.csv   every table of the plan
//     options.json      how it was solved                     hourly.nc      hours, where the plan has them
//     certificate.json  the proof of every solve              iamc.csv       for other programs
//     plan.json         outcome, objective, size, conflicts   report.html    for people
//     timing.json       the only file with times: all others are the same bytes for the same inputs
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "dataset/scenario.hpp"
#include "pipeline/run_key.hpp"
#include "planning/plan.hpp"

namespace ecumene::pipeline {

struct InputFile {
    std::string path;  // within the package, with '/'
    std::string sha256;
};

// Every file of a package that a run may read, sorted by path; runs, exports and hidden files are left out.
std::vector<InputFile> input_files(const std::filesystem::path& package_folder);

struct RunRecord {
    RunInputs inputs;
    RunKey key;
    Bilingual package_title;
    std::vector<InputFile> files;
    bool is_myopic{};
    std::vector<int> years;
    planning::Plan plan;  // read back: without hourly arrays
};

struct RunTiming {
    double total_seconds{}, planning_seconds{}, expected_seconds{};
    int stages_found{};  // solves that an earlier, interrupted start had finished
};

// The language a report of this package opens in: a Korean package reads Korean first.
Language report_language(const dataset::Settings& settings);

// Writes every file. The package is needed for names and sources in the report.
void write_run(const std::filesystem::path& folder, const RunRecord& record, const dataset::Dataset& data,
    const dataset::Scenario& scenario, const RunTiming& timing);

// Throws FindingsError or Error(io) when something in the folder cannot be read: it was changed by hand.
RunRecord read_run(const std::filesystem::path& folder);

}  // namespace ecumene::pipeline
