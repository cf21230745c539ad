#include "governance/need/need.hpp"

#include <algorithm>
#include <cmath>

namespace ecumene::governance {
namespace {

constexpr double billion_in_million = 1e3;

Bilingual money_words(double million_won) {
    const double billions = million_won / billion_in_million;
    const int decimals = std::abs(billions) < 10.0 ? 1 : 0;
    return {grouped(billions, decimals) + " bn KRW", grouped(billions * 10.0, 0) + "억 원"};
}

Bilingual won_words(double won) {
    return {grouped(won, 0) + " KRW", grouped(won, 0) + "원"};
}

// What displaced fuel costs more than the measure is saved.
Bilingual yearly_words(double million_won) {
    const auto size = money_words(std::abs(million_won));
    if (million_won < 0.0) return {"saving " + size.en + " a year", "해마다 " + size.ko + " 절감"};
    return {"for " + size.en + " a year", "해마다 " + size.ko};
}

Bilingual last_tonne_words(double won) {
    const auto size = won_words(std::abs(won));
    if (won < 0.0) return {"even the dearest tonne saves " + size.en, "가장 비싼 1톤도 " + size.ko + " 절감"};
    return {"the dearest tonne costs " + size.en, "가장 비싼 1톤은 " + size.ko};
}

Bilingual sector_refusal(const Gap& gap, const RunMeasures& run) {
    return {compose("run {} does not plan the sector '{}'", {run.names().run, gap.sector}),
        compose("실행 {}에는 '{}' 부문의 계획이 없습니다", {run.names().run, gap.sector})};
}

Bilingual region_refusal(const PlanDocument& plan, const RunMeasures& run) {
    return {compose("run {} knows neither the region '{}' nor the one above it", {run.names().run, plan.region}),
        compose("실행 {}에는 '{}' 지역도 그 상위 지역도 없습니다", {run.names().run, plan.region})};
}

Bilingual nothing_built(const Need& need, const RunMeasures& run) {
    return {compose("run {} builds nothing there by {} that cuts emissions", {run.names().run, need.run_year}),
        compose(
            "실행 {}에서는 {}년까지 그 지역에 배출을 줄이는 시설을 짓지 않습니다", {run.names().run, need.run_year})};
}

void take(Need& need, const std::vector<RunMeasure>& measures) {
    for (const auto& measure : measures) {
        const double left = need.gap.tonnes - need.reached;
        if (!(left > 0.0)) {
            need.rest.push_back(measure);
            continue;
        }
        const double taken = std::min(left, measure.cut), share = taken / measure.cut;
        need.reached += taken;
        need.steps.push_back({.measure = measure,
            .taken = taken,
            .cumulative = need.reached,
            .cost = share * measure.cost,
            .investment = share * measure.investment});
        need.cost += need.steps.back().cost;
        need.investment += need.steps.back().investment;
    }
}

std::vector<std::string> names(const Need& need, Language language) {
    constexpr std::size_t most = 3;
    std::vector<std::string> all;
    for (const auto& step : need.steps) {
        if (all.size() == most) {
            all.push_back(language == Language::ko ? compose("그 밖에 {}가지", {need.steps.size() - most})
                                                   : compose("{} more", {need.steps.size() - most}));
            break;
        }
        all.push_back(compose(language == Language::ko ? "{}({})" : "{} ({})",
            {step.measure.name.in(language), amount_words(step.taken).in(language)}));
    }
    return all;
}

// A sector of the plan's own stands for the one of the tree it rolls up to.
std::string sector_of_tree(const PlanDocument& plan, const std::string& sector) {
    const auto* own = plan.sector(sector);
    return own == nullptr || own->rolls_up_to.empty() ? sector : own->rolls_up_to;
}

}  // namespace

Need what_it_needs(const Gap& gap, const PlanDocument& plan, const RunMeasures& run) {
    Need need;
    need.gap = gap;
    need.region = run.knows_region(plan.region) ? plan.region : plan.parent;
    need.is_of_region_above = need.region != plan.region;
    need.run_year = run.year_at(gap.year);
    const auto sector = sector_of_tree(plan, gap.sector);
    if (!run.knows_region(need.region))
        need.refusal = region_refusal(plan, run);
    else if (!run.plans_sector(sector))
        need.refusal = sector_refusal(gap, run);
    if (!need.refusal.en.empty()) return need;
    take(need, run.of(need.region, sector, need.run_year));
    need.enabling = run.enabling_cost(need.region, need.run_year);
    need.carbon_price = run.carbon_price(need.run_year);
    if (need.steps.empty()) need.refusal = nothing_built(need, run);
    return need;
}

Bilingual need_words(const Need& need) {
    if (!need.refusal.en.empty())
        return {need.gap.why.en + ": " + need.refusal.en + ".", need.gap.why.ko + ": " + need.refusal.ko + "."};
    const auto cost = yearly_words(need.cost), invested = money_words(need.investment),
               last = last_tonne_words(need.steps.back().measure.cost_per_tonne()),
               left = amount_words(need.gap.tonnes - need.reached);
    const auto en = names(need, Language::en), ko = names(need, Language::ko);
    const auto end = need.is_closed()
                         ? Bilingual{" close it", "이면 메워집니다"}
                         : Bilingual{compose(" leave {} open", {left.en}), compose("으로도 {}이 남습니다", {left.ko})};
    const auto above =
        need.is_of_region_above ? Bilingual{" (figures of the region above)", "(상위 지역의 수치)"} : Bilingual{};
    return {compose("{}: {}{}, {}, with {} invested; {}{}.",
                {need.gap.why.en, join(en, ", "), end.en, cost.en, invested.en, last.en, above.en}),
        compose("{}: {}{}. {}, 투자 {}, {}{}.",
            {need.gap.why.ko, join(ko, ", "), end.ko, cost.ko, invested.ko, last.ko, above.ko})};
}

Bilingual need_beside(const Need& need) {
    // A cap that leaves nothing has no price: the multiplier is then whatever the last digit allows.
    constexpr double dearest_meant = 1e7;
    const auto enabling = money_words(need.enabling), price = won_words(need.carbon_price);
    Bilingual said{
        compose("Year {} of the run; stores, lines and other things it builds there beside them cost {} a year.",
            {need.run_year, enabling.en}),
        compose("실행의 {}년. 그곳에 함께 짓는 저장·송전 등의 비용은 연 {}입니다.", {need.run_year, enabling.ko})};
    if (is_blank(need.carbon_price) || need.carbon_price <= 0.0 || need.carbon_price > dearest_meant) return said;
    said.en += " The last tonne under the run's cap costs " + price.en + ".";
    said.ko += " 실행의 배출 상한에서 마지막 1톤의 비용은 " + price.ko + "입니다.";
    return said;
}

Bilingual need_method(const RunMeasures& run) {
    const auto& name = run.names().run;
    return {
        compose(
            "From run {}: what it builds, cheapest tonne first, set against the mean of the emitting plants of its "
            "first year in the same region: their emissions, fuel and running cost. Averages of a plan that was made "
            "as one, "
            "not marginal costs; stores, lines and electrolysers that make it possible come on top and are told apart.",
            {name}),
        compose("실행 {}에서 짓는 시설을 톤당 비용이 낮은 것부터 늘어놓고, 첫해 같은 지역 배출 설비의 평균 "
                "배출·연료비·운전비와 "
                "비교했습니다. 한꺼번에 세운 계획의 평균값이며 한계비용이 아닙니다. 이를 가능하게 하는 "
                "저장·송전·수전해 비용은 "
                "더해지지 않았고 따로 밝힙니다.",
            {name})};
}

}  // namespace ecumene::governance
