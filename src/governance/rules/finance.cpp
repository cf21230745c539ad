#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

constexpr double won_per_million = 1e6;

struct Lacking {
    std::vector<std::string> en, ko;
    std::string column;  // the first that is lacking

    void add(const char* english, const char* korean, const char* name) {
        if (column.empty()) column = name;
        en.emplace_back(english);
        ko.emplace_back(korean);
    }
};

Lacking lacking_in(const Measure& measure) {
    Lacking lacking;
    if (measure.owner.empty()) lacking.add("an owner", "담당", "owner");
    if (measure.indicator.empty()) lacking.add("an indicator", "지표", "indicator");
    if (measure.unit.empty()) lacking.add("the indicator's unit", "지표 단위", "unit");
    if (is_blank(measure.all_cuts())) lacking.add("a cut in any year", "연도별 감축량", "measure");
    if (is_blank(measure.all_money())) lacking.add("money by source", "재원별 예산", "measure");
    return lacking;
}

void tell_lacking(std::size_t at, const Measure& measure, const Lacking& lacking, RuleFindings& out) {
    out.find(at, {measures_table, measure.row, lacking.column, measure.measure},
        {compose("'{}' lacks {}", {measure.measure, join(lacking.en, ", ")}),
            compose("'{}'에 없는 것: {}", {measure.measure, join(lacking.ko, ", ")})},
        {"fill it in here or in measure_years.csv; 0 says that none is needed",
            "이 표나 measure_years.csv에 쓰십시오. 필요 없으면 0을 쓰십시오"});
}

// Money that is stated up to and in the year, whatever it is for.
bool has_money_by(const Measure& measure, int year) {
    for (const auto& one : measure.years)
        if (one.year <= year && !is_blank(one.all_money())) return true;
    return false;
}

void judge_timing(std::size_t at, const Measure& measure, RuleFindings& out) {
    const int year = measure.first_year_of_effect();
    if (year == 0 || is_blank(measure.all_money()) || has_money_by(measure, year)) return;
    out.find(at, {"measure_years.csv", measure.find(year)->row, "national", measure.measure},
        {compose("'{}' cuts from {} on, but no money is stated until then", {measure.measure, year}),
            compose("'{}'은(는) {}년부터 줄이지만 그때까지의 예산이 없습니다", {measure.measure, year})},
        {"state the money in or before the first year of effect", "효과가 나는 첫해까지의 예산을 쓰십시오"});
}

void tell_no_cost(std::size_t at, const Measure& measure, double cuts, RuleFindings& out) {
    const auto amount = amount_words(cuts);
    out.find(at, {measures_table, measure.row, "measure", measure.measure},
        {compose("'{}' cuts {} at no cost at all", {measure.measure, amount.en}),
            compose("'{}'은(는) 비용 없이 {}을 줄인다고 합니다", {measure.measure, amount.ko})},
        {"add what others pay, or say why it costs nothing (suppressions.csv)",
            "다른 주체의 부담을 더하거나 비용이 없는 까닭을 suppressions.csv에 쓰십시오"});
}

void tell_odd_cost(std::size_t at, const Measure& measure, double cost, double least, double most, RuleFindings& out) {
    out.find(at, {measures_table, measure.row, "measure", measure.measure},
        {compose("'{}' costs {} KRW a tonne; plausible are {} to {}",
             {measure.measure, grouped(cost), grouped(least), grouped(most)}),
            compose("'{}'의 비용이 톤당 {}원입니다. 타당한 범위는 {}–{}원입니다",
                {measure.measure, grouped(cost), grouped(least), grouped(most)})},
        {"check the units of money and of cuts", "예산과 감축량의 단위를 확인하십시오"}, {cost, "KRW/tCO2eq"});
}

}  // namespace

void measures_are_whole(const RuleRun& run, RuleFindings& out) {
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        for (const auto& measure : plan.measures) {
            if (const auto lacking = lacking_in(measure); !lacking.en.empty()) tell_lacking(at, measure, lacking, out);
            judge_timing(at, measure, out);
        }
    });
}

void costs_are_plausible(const RuleRun& run, RuleFindings& out) {
    const double least = run.version.parameter("least_cost"), most = run.version.parameter("greatest_cost");
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        for (const auto& measure : plan.measures) {
            const double cuts = measure.all_cuts(), money = measure.all_money();
            if (!(cuts > 0.0) || is_blank(money)) continue;
            // (G9)
            const double cost = money * won_per_million / cuts;
            if (money == 0.0)
                tell_no_cost(at, measure, cuts, out);
            else if (cost < least || cost > most)
                tell_odd_cost(at, measure, cost, least, most, out);
        }
    });
}

}  // namespace ecumene::governance
