// Structure and plan by turns: the plan's prices choose the next structure, until none is better.
//
//     const CentresRounds rounds = run_rounds(view, options, 5, session);
//     rounds.list.back().gap;     // so much cheaper, as a share, the best structure at the plan's last prices could be
//     rounds.options, rounds.assumptions;   // with these prices
//
// A round plans the multi-nuclear structure (power, few hours: `coarse_plan`), takes the price of carbon and of households' electricity from it (S57),
// prices the structure it planned at them and chooses again. It ends when the structure held costs no more than the gap the choice
// is solved to allows, or after so many rounds. No proof that the pair of plan and structure is the best of all: each answers the
// other's prices only.
#pragma once

#include <string>
#include <vector>

#include "pipeline/answer.hpp"
#include "pipeline/centres_result.hpp"

namespace ecumene::pipeline {

inline const std::vector<std::string> coarse_plan{"time.days=1", "time.extreme_days=0", "time.step=6"};

struct CentresRound {
    double carbon_price{};  // KRW per tCO2eq of today's vehicles
    double plan_cost{};     // MKRW, of the plan's objective
    double cost_of_held{}, cost{},
        bound{};      // MKRW a year at these prices: structure planned, chosen anew, least possible
    double carbon{};  // tCO2eq a year of the structure chosen anew
    double gap{};     // (cost_of_held - bound) / cost_of_held
    double moved{};   // people who live elsewhere than in the structure planned
};

struct CentresRounds {
    std::vector<CentresRound> list;
    bool has_settled{};
    std::string ended;  // why, in one sentence, where it did not settle
    structure::CentreAssumptions assumptions;
    structure::AlternativeOptions options;
};

// Leaves `view`'s own structures as they are. A plan that cannot be made ends the rounds with its sentence.
CentresRounds run_rounds(
    const CentresView& view, const structure::AlternativeOptions& options, int most, const Session& session);

files::Value rounds_result(const CentresRounds& rounds);
std::string rounds_screen(const CentresRounds& rounds, const Session& session);

}  // namespace ecumene::pipeline
