#include "governance/plan/plan_set.hpp"

#include <algorithm>
#include <utility>

namespace ecumene::governance {
namespace {

constexpr Date never{9999, 12, 31};

}  // namespace

PlanSet::PlanSet(std::vector<PlanDocument> plans)
    : plans_(std::move(plans)), is_current_(plans_.size()), above_(plans_.size()), below_(plans_.size()) {
    find_current();
    find_neighbours();
}

void PlanSet::find_current() {
    std::map<std::pair<std::string, PlanKind>, std::vector<std::size_t>> same;
    for (std::size_t i = 0; i < plans_.size(); ++i) same[{plans_[i].region, plans_[i].kind}].push_back(i);
    for (auto& [key, versions] : same) {
        std::stable_sort(versions.begin(), versions.end(), [&](std::size_t a, std::size_t b) {
            return plans_[a].adopted.value_or(never) < plans_[b].adopted.value_or(never);
        });
        for (std::size_t i = 1; i < versions.size(); ++i) add_version(versions, i);
        current_[key] = versions.back();
        is_current_[versions.back()] = true;
    }
}

// A scenario of 2050 is no version of a plan for 2030: only plans that promise something for the same year are held side by side.
void PlanSet::add_version(const std::vector<std::size_t>& same, std::size_t later) {
    const auto wanted = plans_[same[later]].emissions.years(Series::target);
    for (std::size_t earlier = later; earlier-- > 0;) {
        const auto years = plans_[same[earlier]].emissions.years(Series::target);
        if (std::find_first_of(years.begin(), years.end(), wanted.begin(), wanted.end()) == years.end()) continue;
        versions_.emplace_back(same[earlier], same[later]);
        return;
    }
}

void PlanSet::find_neighbours() {
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        const auto& plan = plans_[i];
        if (plan.parent.empty() || plan.parent == plan.region) continue;
        above_[i] = current(plan.parent, plan.kind);
        if (above_[i] && is_current_[i]) below_[*above_[i]].push_back(i);
    }
}

std::vector<std::string> PlanSet::missing_parts(std::size_t at) const {
    std::vector<std::string> missing;
    for (const auto& region : plans_[at].parts)
        if (!current(region, plans_[at].kind)) missing.push_back(region);
    return missing;
}

std::optional<std::size_t> PlanSet::current(const std::string& region, PlanKind kind) const {
    const auto found = current_.find({region, kind});
    if (found == current_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::size_t> PlanSet::roots() const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < plans_.size(); ++i)
        if (is_current_[i] && !above_[i]) found.push_back(i);
    return found;
}

}  // namespace ecumene::governance
