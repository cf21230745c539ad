#include <algorithm>
#include <cmath>

#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

// --- a carbon plan and the one above it ------------------------------------------------------------------------------------

std::string rolled(const PlanDocument& plan, const std::string& sector) {
    const auto* found = plan.sector(sector);
    return found == nullptr ? sector : found->rolls_up_to;
}

bool serves(const PlanDocument& plan, const Measure& measure, const PlanDocument& above, const Target& target) {
    if (measure.upper_target == target.target || target.sector == whole) return true;
    return plan.basis.tree == above.basis.tree && rolled(plan, measure.sector) == rolled(above, target.sector);
}

bool has_reason(const PlanDocument& plan, const PlanDocument& above, const Target& target) {
    return std::any_of(plan.links.begin(), plan.links.end(), [&](const PlanLink& link) {
        return link.plan == above.id && link.target == target.target && !link.reason.empty();
    });
}

bool is_answered(const PlanDocument& plan, const PlanDocument& above, const Target& target) {
    return has_reason(plan, above, target) ||
           std::any_of(plan.measures.begin(), plan.measures.end(),
               [&](const Measure& measure) { return serves(plan, measure, above, target); });
}

// One sentence for a plan that names no measures at all, instead of one for every target.
void tell_no_measures(
    std::size_t at, const PlanDocument& above, const std::vector<std::string>& open, RuleFindings& out) {
    const auto targets = join(open, ", ");
    out.find(at, {"measures.csv", 0, "upper_target", "measures"},
        {compose("the plan names no measures: {} targets of '{}' are served by none and have no reason ({})",
             {open.size(), above.title.en, targets}),
            compose("계획에 사업이 없어 '{}'의 목표 {}개에 사업도 사유도 없습니다({})",
                {above.title.ko, open.size(), targets})},
        {"add measures.csv and measure_years.csv, or reasons to links.csv",
            "measures.csv와 measure_years.csv를 더하거나 links.csv에 사유를 쓰십시오"});
}

void judge_target(
    std::size_t at, const PlanDocument& plan, const PlanDocument& above, const Target& target, RuleFindings& out) {
    if (is_answered(plan, above, target)) return;
    const auto sector = sector_words(above, target.sector);
    out.find(at, {"measures.csv", 0, "upper_target", target.target},
        {compose("no measure serves the target '{}' ({}, {}) of '{}', and no reason is given",
             {target.target, sector.en, target.year, above.title.en}),
            compose("'{}'의 목표 '{}'({}, {}년)에 대한 사업도 사유도 없습니다",
                {above.title.ko, target.target, sector.ko, target.year})},
        {compose("add a measure, or a row ({}, {}, reason) to links.csv", {above.id, target.target}),
            compose("사업을 더하거나 links.csv에 ({}, {}, 사유) 행을 더하십시오", {above.id, target.target})});
}

void judge_targets(std::size_t at, const PlanDocument& plan, const PlanDocument& above, RuleFindings& out) {
    std::vector<std::string> open;
    for (const auto& target : above.targets)
        if (!is_answered(plan, above, target)) open.push_back(target.target);
    if (plan.measures.empty() && open.size() > 1) {
        tell_no_measures(at, above, open, out);
        return;
    }
    for (const auto& target : above.targets) judge_target(at, plan, above, target, out);
}

// --- other plans and the carbon plan they must follow ----------------------------------------------------------------------

std::optional<std::size_t> carbon_plan_for(const PlanSet& plans, const PlanDocument& plan) {
    if (const auto own = plans.current(plan.region, PlanKind::carbon)) return own;
    return plan.parent.empty() ? std::nullopt : plans.current(plan.parent, PlanKind::carbon);
}

void tell_no_citation(std::size_t at, const PlanDocument& carbon, RuleFindings& out) {
    out.find(at, {"links.csv", 0, "plan", carbon.id},
        {compose("it does not cite the carbon plan in force, '{}'", {carbon.title.en}),
            compose("현행 탄소중립 계획 '{}'을(를) 인용하지 않았습니다", {carbon.title.ko})},
        {compose("add a row with plan {} to links.csv", {carbon.id}),
            compose("links.csv에 plan {} 행을 더하십시오", {carbon.id})});
}

void tell_old_version(std::size_t at, const PlanDocument& carbon, const PlanLink& link, RuleFindings& out) {
    const auto cited = date_text(*link.adopted), current = date_text(*carbon.adopted);
    out.find(at, {"links.csv", link.row, "adopted", carbon.id},
        {compose("it cites '{}' as adopted on {}; in force is the version of {}", {carbon.title.en, cited, current}),
            compose("'{}'의 {} 판을 인용했으나 현행은 {} 판입니다", {carbon.title.ko, cited, current})},
        {"take the figures of the version in force", "현행 판의 수치로 고치십시오"});
}

void judge_cited_figure(
    std::size_t at, const RuleRun& run, const PlanDocument& carbon, const PlanLink& link, RuleFindings& out) {
    if (link.target.empty() || is_blank(link.cut)) return;
    for (const auto& target : carbon.targets) {
        if (target.target != link.target || is_blank(target.cut)) continue;
        if (std::abs(target.cut - link.cut) <= 100.0 * run.version.parameter("tolerance") + 1e-9) continue;
        out.find(at, {"links.csv", link.row, "cut", link.target},
            {compose("it cites a cut of {} % for '{}'; '{}' says {} %",
                 {grouped(link.cut, 1), link.target, carbon.title.en, grouped(target.cut, 1)}),
                compose("'{}'의 감축률을 {} %로 인용했으나 '{}'에는 {} %입니다",
                    {link.target, grouped(link.cut, 1), carbon.title.ko, grouped(target.cut, 1)})},
            {"take the figure of the carbon plan", "탄소중립 계획의 수치로 고치십시오"},
            {(link.cut - target.cut) / 100.0, "1"});
    }
}

void judge_other_plan(const RuleRun& run, std::size_t at, RuleFindings& out) {
    const auto& plan = run.plans[at];
    const auto place = carbon_plan_for(run.plans, plan);
    if (!place) return;
    const auto& carbon = run.plans[*place];
    bool is_cited = false;
    for (const auto& link : plan.links) {
        if (link.plan != carbon.id) continue;
        is_cited = true;
        if (link.adopted && carbon.adopted && *link.adopted != *carbon.adopted) tell_old_version(at, carbon, link, out);
        judge_cited_figure(at, run, carbon, link, out);
    }
    if (!is_cited) tell_no_citation(at, carbon, out);
}

}  // namespace

void upper_targets_are_served(const RuleRun& run, RuleFindings& out) {
    for (std::size_t at = 0; at < run.plans.size(); ++at) {
        if (!run.plans.is_current(at)) continue;
        const auto& plan = run.plans[at];
        if (plan.kind != PlanKind::carbon) {
            judge_other_plan(run, at, out);
        } else if (const auto above = run.plans.above(at)) {
            judge_targets(at, plan, run.plans[*above], out);
        }
    }
}

}  // namespace ecumene::governance
