#include "structure/linkage/levels.hpp"

#include <algorithm>

#include "structure/linkage/linkage.hpp"

namespace ecumene::structure {

LevelMeasures measure_level(const FlowTable& flows, const Partition& places) {
    const FlowTable between = between_areas(flows, places);
    std::vector<double> residents, jobs;
    double inner = 0.0;
    for (const Unit place : Set<Unit>(between.units())) {
        residents.push_back(between.out(place));
        jobs.push_back(between.in(place));
        inner += between(place, place);
    }
    LevelMeasures found;
    const double all = between.total();
    found.internal_share = all > 0.0 ? inner / all : 0.0;
    found.residents = size_measures(residents);
    found.jobs = size_measures(jobs);
    found.functional = functional_polycentricity(between);
    found.first_passage = mean_first_passage(flow_chain(between));
    for (const Standing& standing : standings(between)) {
        found.leading += standing.is_terminal ? 1U : 0U;
        if (standing.dominance > found.dominance.value_or(0.0)) found.dominance = standing.dominance;
    }
    return found;
}

}  // namespace ecumene::structure
