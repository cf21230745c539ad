// The spatial structure of a region in one go: living areas by the method asked for, other methods beside it, linkages.
//
//     Study study = study_structure(units, flows, borders, {.method = AreaMethod::optimal}, progress);
//     study.areas[0].units;    study.bound;    study.comparison;
//
// Units are expected in the order of their codes (arranged.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.hpp"
#include "structure/linkage/levels.hpp"
#include "structure/linkage/linkage.hpp"
#include "structure/linkage/megaregions.hpp"
#include "structure/living_areas/optimum.hpp"
#include "structure/living_areas/stability.hpp"

namespace ecumene::structure {

enum class AreaMethod { optimal, greedy, flow_merging, intramax, commuting_zones, communities, gravity_communities };
std::string_view name_of(AreaMethod method);
std::optional<AreaMethod> method_named(std::string_view name);
std::vector<std::string> method_names();

struct StudyRequest {
    AreaMethod method{AreaMethod::optimal};
    TravelToWork rule{};
    Contiguity contiguity{Contiguity::required};
    std::int64_t work{ColumnOptions{}.work};  // for the optimum of more than 20 units
    double seconds{};                         // a safety; 0: none
    std::size_t areas{};  // for merging methods; 0: as many as keep flow to themselves, or as valid ones of the optimum
    int draws{20};        // of border stability; 0: none
};

struct LivingArea {
    Unit core{};  // the unit most people come to work in
    std::vector<Unit> units;
    AreaFlows flows{};
    double population{};
    double validity{};
    bool is_living_area{};  // by the travel-to-work rule
    double stability{blank};
    Standing standing{};
    std::optional<double> steps_to{};  // (S26) of the flow chain from other areas
};

struct MethodFigures {
    AreaMethod method{};
    Partition partition;
    int valid{};
    double internal_share{}, modularity{}, mean_self_containment{};
    double likeness{};  // adjusted Rand index with the division of the study
};

struct Study {
    StudyRequest request;
    Partition partition;
    std::vector<LivingArea> areas;  // most residents first
    PartitionFigures figures;
    std::optional<double> bound;  // of the optimum
    bool is_proven{}, is_inner_flow_proven{};
    bool is_cut_short{};          // by the seconds: another machine may find more
    std::int64_t work{};          // the optimum took
    std::vector<Unit> left_over;  // units that cannot be judged
    std::vector<MethodFigures> comparison;
    std::vector<double> unit_stability;  // empty: not asked for
    double mean_rand{};
    SizeMeasures people, jobs;         // of areas
    std::optional<double> functional;  // (S21) between areas
    FlowTable between;                 // areas in the order of `areas`
    std::vector<Flow> links;           // strongest, both ways
    std::vector<LevelRow> levels;      // put in by whoever knows regions and other years
};

Study study_structure(const Units& units, const FlowTable& flows, const Adjacency& borders, const StudyRequest& request,
    Progress& progress = silent());

// Figures of one division beside another.
MethodFigures figures_of(
    AreaMethod method, const Partition& partition, const SparseFlows& flows, const TravelToWork& rule);

}  // namespace ecumene::structure
