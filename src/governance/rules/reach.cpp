#include <map>

#include "governance/plan/interaction.hpp"
#include "governance/plan/totals.hpp"
#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

struct Shortfall {
    Worst worst;
    double needed{}, reached{};  // in the worst year
};

// Years the plan both foresees and promises.
std::vector<int> judged_years(const PlanDocument& plan) {
    std::vector<int> years;
    for (const int year : plan.emissions.years(Series::outlook)) {
        if (year < plan.first_year || year > plan.last_year) continue;
        years.push_back(year);
    }
    return years;
}

void look_at_year(
    const PlanDocument& plan, int year, const Together& together, std::map<std::string, Shortfall>& found) {
    for (const auto& sector : plan.sectors) {
        const double needed =
            plan.amount(Series::outlook, sector.sector, year) - plan.amount(Series::target, sector.sector, year);
        if (is_blank(needed)) continue;
        const double reached = together.cut(sector.sector);
        if (!(needed - reached > rounding_slack(plan.basis, 1))) continue;
        auto& shortfall = found[sector.sector];
        shortfall.worst.look_at(year, needed - reached, plan.emissions.row(Series::target, sector.sector, year));
        if (shortfall.worst.year() != year) continue;
        shortfall.needed = needed;
        shortfall.reached = reached;
    }
}

void tell(
    std::size_t at, const PlanDocument& plan, const std::string& sector, const Shortfall& found, RuleFindings& out) {
    const auto name = sector_words(plan, sector), needed = amount_words(found.needed),
               reached = amount_words(found.reached), short_by = amount_words(found.worst.amount()),
               more = more_years_words(found.worst.others());
    out.find(at, {"measures.csv", 0, "sector", sector},
        {compose(
             "{} {}: from the outlook to the target it takes {}; the measures, computed together, bring {}: {} short{}",
             {name.en, found.worst.year(), needed.en, reached.en, short_by.en, more.en}),
            compose("{} {}년: 전망에서 목표까지 {}이 필요한데 사업을 함께 계산하면 {}로 {} 부족합니다{}",
                {name.ko, found.worst.year(), needed.ko, reached.ko, short_by.ko, more.ko})},
        {"add measures or lower the promise; cuts of one interaction group are not added",
            "사업을 더하거나 목표를 고치십시오. 같은 상호작용 묶음의 감축량은 더하지 않습니다"},
        {found.worst.amount(), "tCO2eq", found.worst.year()});
}

}  // namespace

void measures_reach_targets(const RuleRun& run, RuleFindings& out) {
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        const auto years = judged_years(plan);
        if (years.empty()) return;
        const Interaction interaction(plan);
        std::map<std::string, Shortfall> found;
        for (const int year : years) look_at_year(plan, year, interaction.at(year), found);
        for (const auto& [sector, shortfall] : found) tell(at, plan, sector, shortfall, out);
    });
}

}  // namespace ecumene::governance
