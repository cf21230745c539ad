#include "structure/living_areas/optimum.hpp"

#include <algorithm>
#include <cmath>

#include "structure/living_areas/greedy.hpp"
#include "structure/living_areas/subset_optimum.hpp"

namespace ecumene::structure {
namespace {

// A part of all units with the flows that stay in it and, kept apart, what leaves and reaches it.
struct Group {
    std::vector<Unit> units;
    SparseFlows flows;
    Adjacency borders;
};

// Flow with units outside the group still counts against self-containment.
Group group_of(const std::vector<Unit>& list, const SparseFlows& flows, const Adjacency& borders) {
    std::vector<int> place(flows.units(), -1);
    for (std::size_t k = 0; k < list.size(); ++k) place[list[k].at()] = static_cast<int>(k);
    Group group{.units = list, .flows = {}, .borders = {}};
    std::vector<Flow> kept;
    for (const Unit unit : list)
        for (const auto& [other, value] : flows.from(unit))
            if (place[other.at()] >= 0) kept.push_back({Unit{place[unit.at()]}, Unit{place[other.at()]}, value});
    std::vector<double> out, in;
    for (const Unit unit : list) {
        out.push_back(flows.out(unit));
        in.push_back(flows.in(unit));
    }
    group.flows = SparseFlows(list.size(), std::move(kept), std::move(out), std::move(in));
    if (borders.empty()) return group;
    group.borders.resize(list.size());
    for (const Unit unit : list)
        for (const Unit other : borders[unit.at()])
            if (place[other.at()] >= 0)
                group.borders[static_cast<std::size_t>(place[unit.at()])].push_back(Unit{place[other.at()]});
    return group;
}

std::vector<Partition> starts_for(const Group& group, const TravelToWork& rule) {
    std::vector<Partition> starts;
    starts.push_back(split_into_parts(greedy_living_areas(group.flows, rule).partition, group.borders));
    starts.push_back(numbered(std::vector<int>(group.units.size(), 0)));
    // Milder and stricter rules draw other areas, many of them valid.
    for (const double factor : {0.9, 1.05, 1.15}) {
        TravelToWork other = rule;
        other.min_sc = std::min(0.98, rule.min_sc * factor);
        other.target_sc = std::clamp(rule.target_sc * factor, other.min_sc, 1.0);
        starts.push_back(split_into_parts(greedy_living_areas(group.flows, other).partition, group.borders));
    }
    return starts;
}

class Optimum {
public:
    Optimum(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule, const OptimumOptions& options,
        Progress& progress)
        : flows_(flows),
          borders_(borders),
          rule_(rule),
          options_(options),
          progress_(progress),
          labels_(flows.units()) {}

    OptimalAreas run() {
        found_.is_proven = found_.is_inner_flow_proven = true;
        found_.left_over = units_without_judgement(flows_);
        std::vector<char> is_out(flows_.units());
        for (const Unit unit : found_.left_over) {
            is_out[unit.at()] = 1;
            close_area({unit});
        }
        std::vector<Unit> rest;
        for (const Unit unit : Set<Unit>(flows_.units()))
            if (is_out[unit.at()] == 0) rest.push_back(unit);
        found_.bound = static_cast<double>(next_);
        for (const auto& list : connected_parts(rest, borders_)) divide(group_of(list, flows_, borders_));
        found_.partition = numbered(labels_);
        translate_not_valid();
        return std::move(found_);
    }

private:
    void close_area(const std::vector<Unit>& units) {
        for (const Unit unit : units) labels_[unit.at()] = next_;
        ++next_;
    }

    void divide(const Group& group) {
        if (group.units.size() <= std::min(options_.subset_units, subset_limit)) {
            const auto best = best_areas_by_subsets(group.flows, group.borders, rule_);
            take(group, best ? &best->partition : nullptr, best ? best->partition.areas : 1);
            return;
        }
        const auto best = best_areas_by_columns(
            group.flows, group.borders, rule_, starts_for(group, rule_), options_.columns, progress_);
        found_.columns += best.columns;
        found_.work += best.work;
        found_.is_cut_short = found_.is_cut_short || best.is_cut_short;
        found_.is_inner_flow_proven = false;
        take(group, best.partition ? &*best.partition : nullptr, best.bound);
    }

    void take(const Group& group, const Partition* partition, double bound) {
        const int areas = partition != nullptr ? partition->areas : 1;
        found_.bound += std::max(bound, static_cast<double>(areas));
        if (std::floor(bound + 1e-6) > areas) found_.is_proven = found_.is_inner_flow_proven = false;
        if (partition == nullptr) {
            not_valid_.push_back(group.units.front());
            close_area(group.units);
            return;
        }
        for (const auto& list : members(*partition)) {
            std::vector<Unit> area;
            for (const Unit unit : list) area.push_back(group.units[unit.at()]);
            close_area(area);
        }
    }

    void translate_not_valid() {
        for (const Unit unit : not_valid_) found_.not_valid.push_back(found_.partition.area_of[unit.at()]);
        std::sort(found_.not_valid.begin(), found_.not_valid.end());
    }

    const SparseFlows& flows_;
    Adjacency borders_;
    const TravelToWork& rule_;
    const OptimumOptions& options_;
    Progress& progress_;
    std::vector<int> labels_;
    int next_{};
    std::vector<Unit> not_valid_;
    OptimalAreas found_;
};

}  // namespace

OptimalAreas optimal_living_areas(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule,
    const OptimumOptions& options, Progress& progress) {
    const Adjacency none;
    return Optimum(flows, options.contiguity == Contiguity::required ? borders : none, rule, options, progress).run();
}

}  // namespace ecumene::structure
