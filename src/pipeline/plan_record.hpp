// A plan's facts as JSON and back: what plan.json and certificate.json of a run folder hold.
//
//     write_json(folder / "plan.json", plan_value(plan));
//     Plan plan = plan_of(read_json(folder / "plan.json"), read_json(folder / "certificate.json"));
//
// Tables are listed with their columns, kinds and units; their rows stand in tables/<name>.csv. An infinite measure of a
// certificate is null.
#pragma once

#include <string>
#include <vector>

#include "files/value.hpp"
#include "planning/plan.hpp"

namespace ecumene::pipeline {

std::string name_of(planning::Outcome outcome);

files::Value plan_value(const planning::Plan& plan);
// The measures of the worst solve, and one entry per solve; `stages` names them and is as long as the plan's certificates, or empty.
files::Value certificate_value(const planning::Plan& plan, const std::vector<std::string>& stages);

// The measures of one solve.
files::Value certificate_value(const solver::Certificate& certificate);

// Without rows: the tables come back empty, with their columns.
planning::Plan plan_of(const files::Value& value, const files::Value& certificates);

}  // namespace ecumene::pipeline
