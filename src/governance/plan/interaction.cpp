#include "governance/plan/interaction.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ecumene::governance {
namespace {

void add_once(std::vector<std::string>& words, const std::string& word) {
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

double stated(double cut) {
    return is_blank(cut) ? 0.0 : cut;
}

// Where a group spans sectors, each gets what its own measures bring.
void count(Together& all, const PlanDocument& plan, GroupCut group) {
    for (std::size_t i = 0; i < group.measures.size(); ++i)
        all.by_sector[plan.measures[group.measures[i]].sector] += group.shares[i];
    all.groups.push_back(std::move(group));
}

GroupCut largest_alone(const std::vector<double>& cuts) {
    GroupCut group;
    group.shares.assign(cuts.size(), 0.0);
    const auto largest = std::max_element(cuts.begin(), cuts.end());
    group.shares[static_cast<std::size_t>(largest - cuts.begin())] = *largest;
    for (const double cut : cuts) group.alone += cut;
    group.together = *largest;
    return group;
}

}  // namespace

double Together::cut(const std::string& sector) const {
    const auto found = by_sector.find(sector);
    return found == by_sector.end() ? 0.0 : found->second;
}

GroupCut cut_together(const std::vector<double>& cuts, double outlook) {
    GroupCut group{.group = {}, .measures = {}, .outlook = outlook};
    double left = 1.0, logarithms = 0.0;
    std::vector<double> parts;
    for (const double cut : cuts) {
        // Nothing can be taken twice: at the most all of it, and a logarithm needs a rest.
        constexpr double all_but_nothing = 1.0 - 1e-12;
        const double share = outlook > 0.0 ? std::clamp(cut / outlook, 0.0, all_but_nothing) : 0.0;
        left *= 1.0 - share;
        parts.push_back(std::log1p(-share));
        logarithms += parts.back();
        group.alone += cut;
    }
    group.together = outlook > 0.0 ? outlook * (1.0 - left) : 0.0;
    for (const double part : parts) group.shares.push_back(logarithms < 0.0 ? group.together * part / logarithms : 0.0);
    return group;
}

Interaction::Interaction(const PlanDocument& plan) : plan_(&plan) {
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < plan.measures.size(); ++i) {
        const auto& measure = plan.measures[i];
        if (measure.group.empty()) {
            alone_.push_back(i);
            continue;
        }
        const auto [found, is_new] = place.try_emplace(measure.group, groups_.size());
        if (is_new) groups_.push_back({.name = measure.group, .measures = {}, .activities = {}, .sectors = {}});
        auto& group = groups_[found->second];
        group.measures.push_back(i);
        for (const auto& activity : measure.activities) add_once(group.activities, activity);
        if (measure.activities.empty()) add_once(group.sectors, measure.sector);
    }
    for (const auto& activity : plan.activities)
        activities_[activity.activity][activity.year] =
            is_blank(activity.emission) ? activity.amount * activity.factor : activity.emission;
}

double Interaction::outlook(const Group& group, int year) const {
    double sum = 0.0;
    for (const auto& activity : group.activities) {
        const auto found = activities_.find(activity);
        if (found == activities_.end()) return blank;
        const auto at = found->second.find(year);
        if (at == found->second.end()) return blank;
        sum += at->second;
    }
    for (const auto& sector : group.sectors) sum += plan_->amount(Series::outlook, sector, year);
    return sum;
}

std::vector<GroupCut> Interaction::groups_not_computable(int year) const {
    std::vector<GroupCut> found;
    for (const auto& group : groups_) {
        const bool is_at_work = std::any_of(group.measures.begin(), group.measures.end(),
            [&](std::size_t i) { return plan_->measures[i].cut(year) > 0.0; });
        if (is_at_work && is_blank(outlook(group, year)))
            found.push_back({.group = group.name, .measures = group.measures, .shares = {}});
    }
    return found;
}

Together Interaction::at(int year) const {
    Together all;
    for (const auto i : alone_)
        if (const double cut = plan_->measures[i].cut(year); !is_blank(cut))
            all.by_sector[plan_->measures[i].sector] += cut;
    for (const auto& group : groups_) {
        std::vector<double> cuts;
        for (const auto i : group.measures) cuts.push_back(stated(plan_->measures[i].cut(year)));
        const double emissions = outlook(group, year);
        auto together = is_blank(emissions) ? largest_alone(cuts) : cut_together(cuts, emissions);
        together.group = group.name;
        together.measures = group.measures;
        count(all, *plan_, std::move(together));
    }
    return all;
}

}  // namespace ecumene::governance
