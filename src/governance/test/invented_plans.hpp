// Invented plans, for tests and benchmarks only: a nation, its provinces and municipalities that agree in every rule.
//
//     auto plans = invented_plans({.provinces = 17, .municipalities = 226});
//     lint(PlanSet(plans), invented_day).findings.empty()
//
// No figure here is of a real place. Municipalities come first in making and last in the set: the regions above are their sums
// and a part that is unallocated.
#pragma once

#include <string>
#include <vector>

#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

struct InventedSize {
    int provinces{2};
    int municipalities{4};  // in all
    int sectors{5};         // that emit; sinks come on top
    int years{25};
    int measures{10};  // of each plan
};

inline constexpr Date invented_day{2027, 6, 1};

std::vector<PlanDocument> invented_plans(const InventedSize& size = {});
// A plan of a megaregion that cites the nation's.
PlanDocument invented_megaregion_plan(const PlanDocument& nation);

// Of what invented_plans() gives: the nation's, a province's, a municipality's.
inline PlanDocument& nation(std::vector<PlanDocument>& plans) {
    return plans.front();
}
inline PlanDocument& province(std::vector<PlanDocument>& plans) {
    return plans[1];
}
inline PlanDocument& municipality(std::vector<PlanDocument>& plans) {
    return plans.back();
}

// Sets the stated net target of each year from the first on.
void set_path(PlanDocument& plan, int first_year, const std::vector<double>& values);
Measure& measure_named(PlanDocument& plan, const std::string& name);

}  // namespace ecumene::governance
