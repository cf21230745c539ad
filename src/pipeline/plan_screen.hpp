// The closing screen of a plan, 80 cells by 40 lines: is the target reached, what to build first, who pays, how sure it is,
// the proof, the report, and what to try next. In one language, numbers rounded, with their units.
//
//     std::cout << plan_screen(view, facts, ending, session);
#pragma once

#include <string>

#include "output/plan_view.hpp"
#include "pipeline/answer.hpp"
#include "pipeline/plan_facts.hpp"

namespace ecumene::pipeline {

// What the tables do not say: how the run ended and where it lies.
struct RunEnding {
    std::string package{};  // as the user would name it again
    std::string scenario{};
    std::string run{};  // name of the run folder
    std::filesystem::path folder{};
    planning::ProblemSize size{};
    std::size_t regions{};
    bool is_from_folder{};     // answered without planning
    Bilingual region_names{};  // where only some are planned
    std::string next{};        // the command to try next
    double seconds{};
};

std::string plan_screen(
    const output::PlanView& view, const PlanFacts& facts, const RunEnding& ending, const Session& session);

// The least that has to give way, where no plan exists.
std::string conflict_screen(const output::PlanView& view, const RunEnding& ending, const Session& session);

}  // namespace ecumene::pipeline
