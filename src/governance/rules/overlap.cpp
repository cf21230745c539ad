#include <algorithm>
#include <map>
#include <set>

#include "governance/plan/interaction.hpp"
#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

using MeasuresByActivity = std::map<std::string, std::vector<const Measure*>>;

MeasuresByActivity by_activity(const PlanDocument& plan) {
    MeasuresByActivity found;
    for (const auto& measure : plan.measures)
        for (const auto& activity : measure.activities) found[activity].push_back(&measure);
    return found;
}

const Measure* first_counted_at(const std::vector<const Measure*>& measures, std::string_view place) {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const Measure* m) { return m->counted_at == place; });
    return found == measures.end() ? nullptr : *found;
}

// The first measure that is not in one group with the first of all; null if they all are.
const Measure* outside_group(const std::vector<const Measure*>& measures) {
    for (std::size_t i = 1; i < measures.size(); ++i)
        if (measures[i]->group.empty() || measures[i]->group != measures.front()->group) return measures[i];
    return nullptr;
}

void tell_overlap(
    std::size_t at, const std::string& activity, const Measure& first, const Measure& second, RuleFindings& out) {
    out.find(at, {measures_table, second.row, "activity", activity},
        {compose("'{}' and '{}' (row {}) both cut the activity '{}' and are added as if they did not meet",
             {second.measure, first.measure, first.row, activity}),
            compose("'{}'와(과) '{}'({}행)이(가) 같은 활동 '{}'을(를) 줄이면서 따로 더해졌습니다",
                {second.measure, first.measure, first.row, activity})},
        {"give both the same group: they are then computed together", "두 사업에 같은 group을 주면 함께 계산합니다"});
}

void tell_two_ends(
    std::size_t at, const std::string& activity, const Measure& plant, const Measure& user, RuleFindings& out) {
    out.find(at, {measures_table, user.row, "counted_at", activity},
        {compose(
             "power of '{}' is cut at the plant by '{}' (row {}) and at the user by '{}': the same tonne counts twice",
             {activity, plant.measure, plant.row, user.measure}),
            compose("'{}'의 전력을 발전소에서는 '{}'({}행)이, 사용처에서는 '{}'이 줄여 같은 양을 두 번 셉니다",
                {activity, plant.measure, plant.row, user.measure})},
        {"count power at one end: counted_at must be plant or user for all of them",
            "전력은 한쪽에서만 세십시오. counted_at을 plant나 user 하나로 맞추십시오"});
}

void tell_not_computable(std::size_t at, const PlanDocument& plan, const GroupCut& group, int year, RuleFindings& out) {
    const auto& first = plan.measures[group.measures.front()];
    out.find(at, {measures_table, first.row, "group", group.group},
        {compose("the group '{}' cannot be computed together: activities.csv has no emission of its activities in {}",
             {group.group, year}),
            compose("묶음 '{}'을(를) 함께 계산할 수 없습니다. activities.csv에 {}년 활동의 배출량이 없습니다",
                {group.group, year})},
        {"add the activity, its factor and emission of that year", "그 해의 활동자료, 계수, 배출량을 쓰십시오"});
}

void judge_groups(std::size_t at, const PlanDocument& plan, RuleFindings& out) {
    const Interaction interaction(plan);
    std::set<std::string> told;
    for (int year = plan.first_year; year <= plan.last_year; ++year)
        for (const auto& group : interaction.groups_not_computable(year))
            if (told.insert(group.group).second) tell_not_computable(at, plan, group, year, out);
}

}  // namespace

void nothing_counts_twice(const RuleRun& run, RuleFindings& out) {
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        for (const auto& [activity, measures] : by_activity(plan)) {
            if (const auto* second = outside_group(measures))
                tell_overlap(at, activity, *measures.front(), *second, out);
            const auto *plant = first_counted_at(measures, "plant"), *user = first_counted_at(measures, "user");
            if (plant != nullptr && user != nullptr) tell_two_ends(at, activity, *plant, *user, out);
        }
        judge_groups(at, plan, out);
    });
}

}  // namespace ecumene::governance
