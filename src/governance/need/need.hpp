// What a plan would need: for a gap, the cheapest measures that a stored run builds in that region and sector.
//
//     const Need need = what_it_needs(gap, plan, run);
//     need.steps.front().measure.name, need.steps.front().taken, need.reached, need.refusal
//
// (G17) Measures are taken from the cheapest tonne up until the gap is closed, the last one in part. A region the run does not
// know is answered for the region above it, and says so; a sector the run does not plan is refused in a sentence.
#pragma once

#include <vector>

#include "governance/need/gap.hpp"
#include "governance/need/run_measures.hpp"

namespace ecumene::governance {

struct NeedStep {
    RunMeasure measure;
    double taken{};       // tCO2eq per year of this gap
    double cumulative{};  // with all before it
    double cost{};        // MKRW per year of what is taken
    double investment{};  // MKRW overnight of what is taken
};

struct Need {
    Gap gap;
    std::string region;  // of the run; the region above where the plan's own is not in it
    bool is_of_region_above{};
    int run_year{};
    std::vector<NeedStep> steps;   // those taken
    std::vector<RunMeasure> rest;  // what the run builds beyond them, cheapest first
    double reached{};              // tonnes, at most the gap
    double cost{}, investment{};   // MKRW per year, MKRW
    double enabling{};           // MKRW per year of stores, lines and other things built beside, for all of the region
    double carbon_price{blank};  // KRW/tCO2eq of the run's cap
    Bilingual refusal;           // why there are no steps
    bool is_closed() const { return reached >= gap.tonnes * (1.0 - 1e-9); }
};

Need what_it_needs(const Gap& gap, const PlanDocument& plan, const RunMeasures& run);

// One sentence: what closes the gap, what it costs; or why the run has no answer.
Bilingual need_words(const Need& need);
// What comes on top of it: stores, lines and others that the run builds beside, and the price of its cap where that has a meaning.
Bilingual need_beside(const Need& need);
// How it was reckoned and what it leaves out.
Bilingual need_method(const RunMeasures& run);

}  // namespace ecumene::governance
