// What is missing from a plan, in tonnes of a year: the question that measures are looked for.
//
//     for (const Gap& gap : gaps_of(lint, plans)) ...          // sectors whose measures do not reach the target (A4)
//     for (const Gap& gap : gaps_of(track, 0)) ...             // the year's lag, and what the trend leaves in the target year
#pragma once

#include <string>
#include <vector>

#include "governance/lint.hpp"
#include "governance/track/track.hpp"

namespace ecumene::governance {

struct Gap {
    std::size_t plan{};
    std::string sector;  // `whole` for all sectors together
    int year{};
    double tonnes{};
    Bilingual why;
};

std::vector<Gap> gaps_of(const Lint& lint, const PlanSet& plans);
// `place`: of the plan in its set.
std::vector<Gap> gaps_of(const PlanDocument& plan, const Track& track, std::size_t place);

}  // namespace ecumene::governance
