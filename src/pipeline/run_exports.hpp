// The files of a run that other programs and people read: hours, IAMC rows, a network of PyPSA, the report.
//
//     write_report(folder / "report.html", record, data, scenario, Language::ko);
//
// A plan that was read back has no hourly arrays: then no hourly.nc is written.
#pragma once

#include <filesystem>

#include "output/report.hpp"
#include "pipeline/run_folder.hpp"

namespace ecumene::pipeline {

// What the report and the closing screen are made from. It points into all three, which must outlive it.
output::ReportInput report_input_of(
    const RunRecord& record, const dataset::Dataset& data, const dataset::Scenario& scenario);

// hourly.nc, where the plan has hours to tell of.
void write_hourly(const std::filesystem::path& folder, const planning::Plan& plan);
void write_iamc(const std::filesystem::path& file, const RunRecord& record, const dataset::Dataset& data,
    const dataset::Scenario& scenario);
// A folder of CSV files.
void write_pypsa(const std::filesystem::path& folder, const RunRecord& record, const dataset::Dataset& data,
    const dataset::Scenario& scenario);
void write_report(const std::filesystem::path& file, const RunRecord& record, const dataset::Dataset& data,
    const dataset::Scenario& scenario, Language language);

}  // namespace ecumene::pipeline
