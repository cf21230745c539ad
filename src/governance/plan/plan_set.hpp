// All plans that are judged together, and how they stand to each other: above, below, older.
//
//     const PlanSet set(std::move(plans));
//     for (std::size_t below : set.below(at)) ...            // current plans of the same kind in the regions right below
//
// Of several plans of one region and kind the one adopted last is current (a draft counts as later than any); the others are
// its earlier versions and take no part in sums. A plan keeps its place for as long as the set lives.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

class PlanSet {
public:
    PlanSet() = default;
    explicit PlanSet(std::vector<PlanDocument> plans);

    std::size_t size() const { return plans_.size(); }
    const PlanDocument& operator[](std::size_t at) const { return plans_[at]; }
    const std::vector<PlanDocument>& plans() const { return plans_; }

    bool is_current(std::size_t at) const { return is_current_[at]; }
    // The current plan of the same kind in the region right above.
    std::optional<std::size_t> above(std::size_t at) const { return above_[at]; }
    const std::vector<std::size_t>& below(std::size_t at) const { return below_[at]; }
    // Regions of `parts` that have no current plan of that kind here.
    std::vector<std::string> missing_parts(std::size_t at) const;
    // Pairs of an earlier and the next later version of the same plan: those that have a target year in common.
    const std::vector<std::pair<std::size_t, std::size_t>>& versions() const { return versions_; }

    std::optional<std::size_t> current(const std::string& region, PlanKind kind) const;
    // Current plans that stand above all others, in order.
    std::vector<std::size_t> roots() const;

private:
    void find_current();
    void add_version(const std::vector<std::size_t>& same, std::size_t later);
    void find_neighbours();

    std::vector<PlanDocument> plans_;
    std::vector<bool> is_current_;
    std::vector<std::optional<std::size_t>> above_;
    std::vector<std::vector<std::size_t>> below_;
    std::vector<std::pair<std::size_t, std::size_t>> versions_;
    std::map<std::pair<std::string, PlanKind>, std::size_t> current_;
};

}  // namespace ecumene::governance
