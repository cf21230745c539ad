#include <array>

#include "governance/plan/totals.hpp"
#include "governance/rules/all_rules.hpp"
#include "governance/rules/path.hpp"

namespace ecumene::governance {
namespace {

constexpr std::array<int, 4> corridor_years{2030, 2035, 2040, 2045};

struct Corridor {
    int year{}, base_year{};
    Coverage base{};
    double floor{}, tolerance{};
    bool has_ceiling{};
};

std::vector<Corridor> corridors_of(const RuleVersion& version) {
    std::vector<Corridor> all;
    for (const int year : corridor_years) {
        const auto name = "floor_" + std::to_string(year);
        if (!version.has(name)) continue;
        all.push_back({.year = year,
            .base_year = static_cast<int>(version.parameter("base_year")),
            .base = version.parameter("base_is_net") > 0.0 ? Coverage::net : Coverage::gross,
            .floor = version.parameter(name),
            .tolerance = version.parameter("tolerance"),
            .has_ceiling = version.has("ceiling_" + std::to_string(year))});
    }
    return all;
}

// --- monotone -------------------------------------------------------------------------------------------------------------

void judge_fall(std::size_t at, const PlanDocument& plan, RuleFindings& out) {
    const auto path = path_of(plan);
    Worst rise;
    for (std::size_t i = 1; i < path.points.size(); ++i) {
        const double up = path.points[i].value - path.points[i - 1].value;
        if (up > rounding_slack(plan.basis, 1)) rise.look_at(path.points[i].year, up, path.points[i].row);
    }
    if (!rise.is_any()) return;
    const auto up = amount_words(rise.amount()), more = more_years_words(rise.others());
    out.find(at, {"emissions.csv", rise.row(), "value", "path"},
        {compose(
             "the target of {} lies {} above the one before it{}: the path must fall", {rise.year(), up.en, more.en}),
            compose("{}년 목표가 그 앞 목표보다 {} 높습니다{}. 경로는 줄어야 합니다", {rise.year(), up.ko, more.ko})},
        {"lower it, or correct the year before", "그 해 목표를 낮추거나 앞선 해를 고치십시오"},
        {rise.amount(), "tCO2eq"});
}

// --- the corridor of the nation --------------------------------------------------------------------------------------------

const Target* target_of(const PlanDocument& plan, int year) {
    for (const auto& target : plan.targets)
        if (target.sector == whole && target.year == year) return &target;
    return nullptr;
}

void tell_no_figure(std::size_t at, const Corridor& corridor, RuleFindings& out) {
    const auto floor = percent_words(corridor.floor);
    out.find(at, {"emissions.csv", 0, "value", std::to_string(corridor.year)},
        {compose("there is no net target of {}: the law asks for a cut of at least {} against {}",
             {corridor.year, floor, corridor.base_year}),
            compose("{}년 순배출량 목표가 없습니다. 법은 {}년 대비 {} 이상의 감축을 요구합니다",
                {corridor.year, corridor.base_year, floor})},
        {compose("add the target of {} by sector", {corridor.year}),
            compose("{}년 부문별 목표를 쓰십시오", {corridor.year})});
}

void tell_too_little(std::size_t at, const Corridor& corridor, double cut, std::size_t row, RuleFindings& out) {
    const auto found = percent_words(cut), floor = percent_words(corridor.floor);
    const auto base = coverage_words(corridor.base);
    out.find(at, {"emissions.csv", row, "value", std::to_string(corridor.year)},
        {compose("the cut by {} is {} against {} {}; the least is {}",
             {corridor.year, found, base.en, corridor.base_year, floor}),
            compose("{}년 감축률이 {}년 {} 대비 {}입니다. 하한은 {}입니다",
                {corridor.year, corridor.base_year, base.ko, found, floor})},
        {"lower the target to the corridor", "목표를 법정 범위로 낮추십시오"}, {cut - corridor.floor, "1"});
}

void tell_unlabelled_bound(std::size_t at, const Corridor& corridor, const Target& target, RuleFindings& out) {
    out.find(at, {"targets.csv", target.row, "bound", target.target},
        {compose(
             "the target of {} does not say whether it is the floor or the ceiling of the corridor", {corridor.year}),
            compose("{}년 목표가 범위의 하한인지 상한인지 밝히지 않았습니다", {corridor.year})},
        {"write floor, ceiling or point in bound", "bound에 floor, ceiling, point 가운데 하나를 쓰십시오"});
}

void judge_corridor(std::size_t at, const PlanDocument& plan, const Corridor& corridor, RuleFindings& out) {
    if (corridor.year < plan.first_year || corridor.year > plan.last_year) return;
    const double target = total_of(plan, Series::target, corridor.year, Coverage::net);
    if (is_blank(target)) {
        tell_no_figure(at, corridor, out);
        return;
    }
    const auto* stated = target_of(plan, corridor.year);
    if (corridor.has_ceiling && stated != nullptr && stated->bound.empty())
        tell_unlabelled_bound(at, corridor, *stated, out);
    const double cut = cut_between(total_of(plan, Series::history, corridor.base_year, corridor.base), target);
    if (is_blank(cut) || cut >= corridor.floor - corridor.tolerance) return;
    tell_too_little(at, corridor, cut, plan.emissions.row(Series::target, total_net, corridor.year), out);
}

}  // namespace

void path_keeps_corridor(const RuleRun& run, RuleFindings& out) {
    const auto corridors = corridors_of(run.version);
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        judge_fall(at, plan, out);
        if (plan.scope != Scope::nation) return;
        for (const auto& corridor : corridors) judge_corridor(at, plan, corridor, out);
    });
}

}  // namespace ecumene::governance
