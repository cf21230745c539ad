// Diagnoses of a project as they were asked for, each made once: the answer, its report, its pictures and tables as files.
//
//     DiagnosisShelf shelf(project);
//     shelf.json({.grouping = "megaregion"});                            // the `diagnose --json` answer
//     shelf.table({.grouping = "megaregion"}, "diagnosis_kaya");         // one of its tables
//
// The files stand in a folder of the system's for temporary things, which goes when the studio ends. Safe to use from several
// threads: one diagnosis is made at a time.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "pipeline/diagnose.hpp"
#include "pipeline/studio/project.hpp"
#include "pipeline/studio/run_view.hpp"

namespace ecumene::pipeline {

class DiagnosisShelf {
public:
    explicit DiagnosisShelf(const Project& project);
    ~DiagnosisShelf();
    DiagnosisShelf(const DiagnosisShelf&) = delete;
    DiagnosisShelf& operator=(const DiagnosisShelf&) = delete;

    // All throw as diagnose() does; the package and the folder of the request are the shelf's.
    std::string json(const DiagnoseRequest& request);
    std::vector<RunFile> files(const DiagnoseRequest& request);
    files::Value tables(const DiagnoseRequest& request);
    // Throws WrongUse for a table or column there is not.
    Frame table(const DiagnoseRequest& request, const std::string& name, const Filters& filters);

private:
    struct Made {
        std::string stamp, json;
        std::filesystem::path folder;
    };
    const Made& made(const DiagnoseRequest& request);  // with the lock held

    const Project& project_;
    std::filesystem::path folder_;
    std::mutex mutex_;
    std::map<std::string, Made> made_;
};

}  // namespace ecumene::pipeline
