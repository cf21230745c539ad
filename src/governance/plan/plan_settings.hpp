// plan.toml: which plan this is and what its figures stand on.
//
//     read_settings(parse_toml(text, "plan.toml", findings), plan, log);
#pragma once

#include "dataset/finding_log.hpp"
#include "files/value.hpp"
#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

void read_settings(const files::Value& settings, PlanDocument& plan, dataset::FindingLog& log);

// The words of plan.toml for each.
std::string word_of(Scope scope);
std::string word_of(PlanKind kind);
std::string word_of(Series series);

}  // namespace ecumene::governance
