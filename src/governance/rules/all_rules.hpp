// Every rule for plan documents, one function each. What they demand: docs/model/governance.md and schema/plan_rules.json.
//
//     for (const RuleRow& row : rule_table()) row.run(run, findings);
#pragma once

#include <string_view>
#include <vector>

#include "governance/rules/rule.hpp"

namespace ecumene::governance {

// Sums: rules/sums.cpp
void sectors_add_up(const RuleRun& run, RuleFindings& out);  // A1
void regions_add_up(const RuleRun& run, RuleFindings& out);  // A2
// Cuts and measures: rules/cuts.cpp, rules/reach.cpp, rules/overlap.cpp
void cuts_name_their_bases(const RuleRun& run, RuleFindings& out);   // A3
void measures_reach_targets(const RuleRun& run, RuleFindings& out);  // A4
void nothing_counts_twice(const RuleRun& run, RuleFindings& out);    // A5
// The path: rules/path.cpp, rules/corridor.cpp
void last_step_is_no_leap(const RuleRun& run, RuleFindings& out);  // P1
void path_keeps_to_line(const RuleRun& run, RuleFindings& out);    // P2
void path_keeps_corridor(const RuleRun& run, RuleFindings& out);   // P3
// Reliance: rules/reliance.cpp
void measures_are_spread(const RuleRun& run, RuleFindings& out);  // C1
void sinks_carry_little(const RuleRun& run, RuleFindings& out);   // C2
// Measures and indicators: rules/finance.cpp, rules/indicators.cpp
void measures_are_whole(const RuleRun& run, RuleFindings& out);     // F1
void costs_are_plausible(const RuleRun& run, RuleFindings& out);    // F2
void indicators_can_report(const RuleRun& run, RuleFindings& out);  // I1
// Dates, basis, effects: rules/deadlines.cpp, rules/basis.cpp, rules/effects.cpp
void deadlines_are_met(const RuleRun& run, RuleFindings& out);  // T1
void basis_is_named(const RuleRun& run, RuleFindings& out);     // D1
void effects_are_told(const RuleRun& run, RuleFindings& out);   // E1
// Between plans: rules/upper_targets.cpp, rules/projects.cpp
void upper_targets_are_served(const RuleRun& run, RuleFindings& out);  // R1
void projects_agree(const RuleRun& run, RuleFindings& out);            // X1
// What the law lists: rules/contents.cpp
void contents_are_whole(
    const RuleRun& run, RuleFindings& out);  // K1 nation, K2 province, K3 municipality, K4 megaregion

struct RuleRow {
    std::string_view rule;
    RuleFunction run;
};

const std::vector<RuleRow>& rule_table();

// Calls `look(place, plan)` for every current plan of kind carbon.
template <class Look>
void each_carbon_plan(const RuleRun& run, Look look) {
    for (std::size_t i = 0; i < run.plans.size(); ++i)
        if (run.plans.is_current(i) && run.plans[i].kind == PlanKind::carbon) look(i, run.plans[i]);
}

}  // namespace ecumene::governance
