// Two versions of the same plan, line by line: what each sector's figure was, is and how far it moved.
//
//     for (const VersionLine& line : compare_versions(plan_2021, plan_2023, 0, 1).lines) ... line.change()
//
// tCO2eq. Every row of either version is a line; a figure only one of them has leaves the other blank, never zero.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

struct VersionLine {
    Series series{};
    std::string sector;
    Bilingual name;
    int year{};
    double earlier{blank}, later{blank};
    double change() const { return later - earlier; }  // blank unless both are known
};

struct VersionComparison {
    std::size_t earlier{}, later{};  // places in the set
    std::vector<VersionLine> lines;  // series, year, then sectors in the order of the later version
    double net_change() const;       // of targets: sum over sectors, totals apart
    double absolute_change() const;
};

VersionComparison compare_versions(
    const PlanDocument& earlier, const PlanDocument& later, std::size_t earlier_place, std::size_t later_place);

}  // namespace ecumene::governance
