// `ecumene report` and `ecumene export`: a run that is there, told again or handed to other programs.
//
//     Answer answer = report({.run = "3f2a91c04b7d", .language = Language::en}, session);
//     Answer answer = export_run({.run = "runs/3f2a91c04b7d", .format = "iamc"}, session);
//
// Names and sources come from the package the run was made from. If it has changed since, a warning says so: the run's
// figures stay what they were.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct ReportRequest {
    std::string run{};                   // a run folder, or its name (or the beginning of it) in the runs folder
    std::string package{};               // empty: the project around the run, else the bundled package
    std::optional<Language> language{};  // empty: the package's own
    std::filesystem::path output{};      // empty: report.html of the run folder
};
Answer report(const ReportRequest& request, const Session& session);

struct ExportRequest {
    std::string run{};
    std::string package{};
    std::string format{"iamc"};
    std::filesystem::path output{};  // empty: export/<run>-iamc.csv or <run>-plans/ beside the runs folder
};
Answer export_run(const ExportRequest& request, const Session& session);

}  // namespace ecumene::pipeline
