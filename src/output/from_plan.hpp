// A plan just made, as the report and the exchange formats take it.
//
//     const ReportInput input = report_input(data, scenario, plan, run_key);
//
// The input looks into `data` and `plan`: both must outlive it. From a stored run folder, fill ReportInput by hand.
#pragma once

#include <string>

#include "dataset/dataset.hpp"
#include "dataset/scenario.hpp"
#include "output/report.hpp"
#include "planning/plan.hpp"

namespace ecumene::output {

ReportInput report_input(
    const dataset::Dataset& data, const dataset::Scenario& scenario, const planning::Plan& plan, std::string run = {});

}  // namespace ecumene::output
