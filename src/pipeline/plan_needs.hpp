// What plans would need, from a stored run: for words, tables and programs.
//
//     const PlanNeeds needs = plan_needs("3f2a91c04b7d", gaps, found.set, session);
//     put_needs(sheet, needs, session);   needs_value(needs)
#pragma once

#include <string>
#include <vector>

#include "core/findings.hpp"
#include "files/value.hpp"
#include "governance/need/need.hpp"
#include "pipeline/answer.hpp"
#include "pipeline/sheet.hpp"

namespace ecumene::pipeline {

struct PlanNeeds {
    std::string run;  // empty: none was named
    std::vector<governance::Need> needs;
    Bilingual method;
    Findings findings;  // of the run and its package
};

// An empty `run` gives none. Throws as open_run().
PlanNeeds plan_needs(const std::string& run, const std::vector<governance::Gap>& gaps, const governance::PlanSet& plans,
    const Session& session);

void put_needs(Sheet& sheet, const PlanNeeds& all, const governance::PlanSet& plans, const Session& session);
files::Value needs_value(const PlanNeeds& all, const governance::PlanSet& plans);

}  // namespace ecumene::pipeline
