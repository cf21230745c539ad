// A plan as the result of a `--json` answer: schema/answer.json, $defs/plan.
//
//     answer.result = plan_result(record, ending, plan_facts(view));
//
// Keys are only ever added.
#pragma once

#include "files/value.hpp"
#include "pipeline/plan_facts.hpp"
#include "pipeline/plan_screen.hpp"
#include "pipeline/run_folder.hpp"

namespace ecumene::pipeline {

files::Value plan_result(const RunRecord& record, const RunEnding& ending, const PlanFacts& facts);

}  // namespace ecumene::pipeline
