#include <algorithm>

#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

// Regions the plan names as exposed, and its own where the plan above names it.
std::vector<std::string> exposed_regions(const RuleRun& run, std::size_t at) {
    auto regions = run.plans[at].exposed;
    const auto& own = run.plans[at].region;
    const auto above = run.plans.above(at);
    if (!above || std::find(regions.begin(), regions.end(), own) != regions.end()) return regions;
    const auto& named = run.plans[*above].exposed;
    if (std::find(named.begin(), named.end(), own) != named.end()) regions.push_back(own);
    return regions;
}

bool is_told(const PlanDocument& plan, const std::string& region, std::string_view kind) {
    return std::any_of(plan.effects.begin(), plan.effects.end(), [&](const Effect& effect) {
        return effect.region == region && effect.kind == kind && !is_blank(effect.value);
    });
}

}  // namespace

void effects_are_told(const RuleRun& run, RuleFindings& out) {
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        for (const auto& region : exposed_regions(run, at)) {
            const bool has_burden = is_told(plan, region, "burden"), has_jobs = is_told(plan, region, "jobs");
            if (has_burden && has_jobs) continue;
            const Bilingual what = has_burden ? Bilingual{"what becomes of jobs", "일자리 영향"}
                                   : has_jobs
                                       ? Bilingual{"who bears how much", "부담"}
                                       : Bilingual{"who bears how much and what becomes of jobs", "부담과 일자리 영향"};
            out.find(at, {"effects.csv", 0, "region", region},
                {compose("for the exposed region {} the plan does not tell {}", {region, what.en}),
                    compose("전환 취약 지역 {}의 {}을(를) 밝히지 않았습니다", {region, what.ko})},
                {"add rows of kind burden and jobs to effects.csv", "effects.csv에 burden과 jobs 행을 더하십시오"});
        }
    });
}

}  // namespace ecumene::governance
