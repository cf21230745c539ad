#include <algorithm>
#include <cmath>
#include <map>

#include "governance/plan/totals.hpp"
#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

void tell_unnamed(std::size_t at, const char* key, const Bilingual& what, RuleFindings& out) {
    out.find(at, {"plan.toml", 0, std::string("basis.") + key, key},
        {compose("the plan does not say {}", {what.en}), compose("{}을(를) 밝히지 않았습니다", {what.ko})},
        {compose("write {} below [basis] in plan.toml", {key}),
            compose("plan.toml의 [basis] 아래에 {}를 쓰십시오", {key})});
}

void judge_names(std::size_t at, const Basis& basis, RuleFindings& out) {
    if (basis.guidelines.empty())
        tell_unnamed(at, "guidelines", {"which inventory guidelines it follows", "인벤토리 지침"}, out);
    if (basis.gwp.empty()) tell_unnamed(at, "gwp", {"which global warming potentials it uses", "지구온난화지수"}, out);
    if (basis.factors.empty())
        tell_unnamed(at, "factors", {"which version of emission factors it uses", "배출계수 판"}, out);
    if (basis.boundary.empty()) tell_unnamed(at, "boundary", {"what its boundary is", "산정 경계"}, out);
}

void judge_warming(const RuleRun& run, std::size_t at, RuleFindings& out) {
    const auto above = run.plans.above(at);
    if (!above) return;
    const auto &own = run.plans[at].basis.gwp, &upper = run.plans[*above].basis.gwp;
    if (own.empty() || upper.empty() || own == upper) return;
    out.find(at, {"plan.toml", 0, "basis.gwp", "gwp"},
        {compose("it weighs gases by {}, the plan above by {}: their figures cannot be added", {own, upper}),
            compose("지구온난화지수가 {}로, 상위 계획의 {}와 달라 더할 수 없습니다", {own, upper})},
        {"convert the figures to the set of the plan above", "상위 계획의 지수로 환산하십시오"});
}

void judge_products(const RuleRun& run, std::size_t at, const PlanDocument& plan, RuleFindings& out) {
    const double tolerance = run.version.parameter("tolerance");
    std::map<std::string, Worst> found;
    for (const auto& activity : plan.activities) {
        const double apart = std::abs(activity.amount * activity.factor - activity.emission);
        if (apart > std::max(tolerance * std::abs(activity.emission), rounding_slack(plan.basis, 0)))
            found[activity.activity].look_at(activity.year, apart, activity.row);
    }
    for (const auto& [name, worst] : found) {
        const auto apart = amount_words(worst.amount()), more = more_years_words(worst.others());
        out.find(at, {"activities.csv", worst.row(), "emission", name},
            {compose("'{}' {}: amount times factor and the emission are {} apart{}",
                 {name, worst.year(), apart.en, more.en}),
                compose(
                    "'{}' {}년: 활동량과 계수의 곱이 배출량과 {} 다릅니다{}", {name, worst.year(), apart.ko, more.ko})},
            {"check the unit of the factor and its version", "계수의 단위와 판을 확인하십시오"},
            {worst.amount(), "tCO2eq"});
    }
}

void judge_blanks(std::size_t at, const PlanDocument& plan, RuleFindings& out) {
    for (const auto series : {Series::history, Series::outlook, Series::target}) {
        const auto years = plan.emissions.years(series);
        for (std::size_t s = 0; s < plan.emissions.sectors().size(); ++s) {
            Worst found;
            for (const int year : years) {
                const auto row = plan.emissions.row(series, s, year);
                if (row != 0 && is_blank(plan.emissions.at(series, s, year))) found.look_at(year, 0.0, row);
            }
            if (!found.is_any()) continue;
            const auto sector = sector_words(plan, plan.emissions.sectors()[s]), what = series_words(series),
                       more = more_years_words(found.others());
            out.find(at, {"emissions.csv", found.row(), "value", plan.emissions.sectors()[s]},
                {compose(
                     "{} {}: {} is blank{}; a blank is unknown, not zero", {what.en, found.year(), sector.en, more.en}),
                    compose("{}년 {}: {}이(가) 비어 있습니다{}. 빈칸은 0이 아니라 모르는 값입니다",
                        {found.year(), what.ko, sector.ko, more.ko})},
                {"write the figure, or 0 where there is none", "수치를 쓰고, 없으면 0을 쓰십시오"});
        }
    }
}

}  // namespace

void basis_is_named(const RuleRun& run, RuleFindings& out) {
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        judge_names(at, plan.basis, out);
        judge_warming(run, at, out);
        judge_products(run, at, plan, out);
        judge_blanks(at, plan, out);
    });
}

}  // namespace ecumene::governance
