// An Ecumene run as plan documents, so that what was computed can be linted, completed and adopted: the loop closes.
//
//     for (const PlanDocument& plan : plans_of_run({.emissions = &emissions, .capacity = &capacity, ...})) write ...
//
// One plan of the nation and one of each region, of the power sector: its first milestone year as inventory, frozen there as the
// outlook, the run's emissions as targets; one measure, the turnover of the power system, whose cut is the difference and whose
// money is the run's investment. Owners, indicators, pages and procedures are for people: lint says that they are missing.
// Emissions of the run that lie in no region stand in the nation's plan as unallocated.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

struct RunRegion {
    std::string region;
    Bilingual name;
};

struct RunTables {
    const Frame* emissions{};  // region, technology, year, value (tCO2eq)
    const Frame* capacity{};   // region, year, investment (MKRW in the period)
    std::vector<RunRegion> regions;
    RunRegion nation;
    std::string run;  // name of the run folder
    std::string gwp, guidelines;
};

// The nation first.
std::vector<PlanDocument> plans_of_run(const RunTables& tables);

}  // namespace ecumene::governance
