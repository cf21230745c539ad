#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {

const std::vector<RuleRow>& rule_table() {
    static const std::vector<RuleRow> table{{"A1", sectors_add_up}, {"A2", regions_add_up},
        {"A3", cuts_name_their_bases}, {"A4", measures_reach_targets}, {"A5", nothing_counts_twice},
        {"P1", last_step_is_no_leap}, {"P2", path_keeps_to_line}, {"P3", path_keeps_corridor},
        {"C1", measures_are_spread}, {"C2", sinks_carry_little}, {"F1", measures_are_whole},
        {"F2", costs_are_plausible}, {"I1", indicators_can_report}, {"T1", deadlines_are_met}, {"D1", basis_is_named},
        {"E1", effects_are_told}, {"R1", upper_targets_are_served}, {"X1", projects_agree}, {"K1", contents_are_whole},
        {"K2", contents_are_whole}, {"K3", contents_are_whole}, {"K4", contents_are_whole}};
    return table;
}

}  // namespace ecumene::governance
