// The yearly inspection of a plan as one HTML file: what a council reads, then the path, sectors, measures, why and what is left.
//
//     write_file("report.html", inspection_report({.plan = &plan, .track = &track, .lint = &found, .plans = &set}, Language::ko));
//
// It adds nothing to the reckoning: it draws, rounds and explains. Points into what it was made from.
#pragma once

#include <string>

#include "governance/lint.hpp"
#include "governance/track/track.hpp"
#include "output/inspection/need_section.hpp"

namespace ecumene::output {

struct InspectionInput {
    const governance::PlanDocument* plan{};
    const governance::Track* track{};
    const governance::Lint* lint{};      // of the set the plan stands in; may be null
    const governance::PlanSet* plans{};  // that set; may be null
    std::size_t place{};                 // of the plan in it
    std::string version{};
    NeedInput needs{};  // needs the plans
};

std::string inspection_report(const InspectionInput& input, Language language);

// Sentences for people who have one minute, most important first.
std::vector<Bilingual> inspection_summary(const governance::PlanDocument& plan, const governance::Track& track);

}  // namespace ecumene::output
