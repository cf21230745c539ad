// From read tables to the typed rows of a plan.
//
//     fill_plan(tables, plan, log);
//
// Told here: sectors that are in no tree, dates that are none, a plan of more sectors than anyone counts.
#pragma once

#include "dataset/finding_log.hpp"
#include "dataset/references.hpp"
#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

void fill_plan(const dataset::LoadedTables& tables, PlanDocument& plan, dataset::FindingLog& log);

}  // namespace ecumene::governance
