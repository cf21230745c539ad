// An Ecumene run as plan documents, so that what was computed can be linted, completed and adopted: the loop closes.
//
//     for (const PlanDocument& plan : plans_of_run({.emissions = &emissions, .capacity = &capacity, .cuts = cuts, ...})) write ...
//
// One plan of the nation and one of each region, by the sectors of the run: its first milestone year as inventory, frozen there as
// the outlook, the run's emissions as targets. (G18) Each technology that cuts becomes a measure: what a sector cuts is shared out by
// what each technology displaces (RunMeasures), with its own investment. What is cut where nothing new displaces, and what was
// built without a cut of its own (stores, lines), are measures apart. Owners, indicators, pages and procedures are for people:
// lint says that they are missing. Emissions of the run that lie in no region stand in the nation's plan as unallocated.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

struct RunRegion {
    std::string region;
    Bilingual name;
};

struct RunPart {
    Bilingual name;
    std::string sector;  // of the tree korea_plan; empty: power
};

// What a technology displaces in a year, tCO2eq.
struct RunCut {
    std::string region, technology;
    int year{};
    double cut{};
};

struct RunTables {
    const Frame* emissions{};  // region, technology, year, value (tCO2eq)
    const Frame* capacity{};   // region, technology, year, investment (MKRW in the period)
    std::map<std::string, RunPart> technologies;
    std::vector<RunCut> cuts;
    std::vector<RunRegion> regions;
    RunRegion nation;
    std::string run;  // name of the run folder
    std::string gwp, guidelines;
};

// The nation first.
std::vector<PlanDocument> plans_of_run(const RunTables& tables);

}  // namespace ecumene::governance
