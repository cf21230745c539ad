// The measures of linkage and many-centredness at one level of places: municipalities, living areas, regions, megaregions, or the
// catchments of one tier of centres; and at several levels and times beside one another.
//
//     LevelMeasures m = measure_level(flows, places);          // flows between units, and the place each unit is in
//     m.jobs.slope;  m.functional;  m.first_passage;
//
// Sizes are what the flows say: what starts in a place (residents) and what ends there (jobs), flow inside it included. Counts of
// people, where they are known, are measured by themselves: size_measures(). A place without flow is a place all the same.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "structure/linkage/first_passage.hpp"
#include "structure/linkage/polycentricity.hpp"
#include "structure/living_areas/partition.hpp"

namespace ecumene::structure {

struct LevelMeasures {
    double internal_share{};  // of all flow, inside places
    SizeMeasures residents{}, jobs{};
    std::optional<double> functional{};          // (S21)
    std::optional<MeanPassage> first_passage{};  // (S27)
    std::size_t leading{};  // places whose largest flow goes to a smaller one: heads of systems of their own
    std::optional<double> dominance{};  // (S23) of the place that has most of it; empty without flow between places
};
LevelMeasures measure_level(const FlowTable& flows, const Partition& places);

// One level at one time. Without flows of that time `by_flows` is empty, without counts of people `people`.
struct LevelRow {
    std::string level;
    int year{};  // 0: not stated
    std::size_t places{};
    std::optional<LevelMeasures> by_flows{};
    std::optional<SizeMeasures> people{};
};

}  // namespace ecumene::structure
