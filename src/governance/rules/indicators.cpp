#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

constexpr const char* indicators_table = "indicators.csv";

void tell_lacking(std::size_t at, const Indicator& indicator, RuleFindings& out) {
    std::vector<std::string> en, ko;
    std::string column;
    const auto look = [&](bool is_lacking, const char* english, const char* korean, const char* name) {
        if (!is_lacking) return;
        if (column.empty()) column = name;
        en.emplace_back(english);
        ko.emplace_back(korean);
    };
    look(is_blank(indicator.baseline) || is_blank(indicator.baseline_year), "a baseline", "기준값", "baseline");
    look(is_blank(indicator.target) || is_blank(indicator.target_year), "a target", "목표값", "target");
    look(indicator.data_source.empty(), "a source of its data", "자료 출처", "data_source");
    look(is_blank(indicator.update_month), "the month it is updated in", "갱신 월", "update_month");
    if (en.empty()) return;
    out.find(at, {indicators_table, indicator.row, column, indicator.indicator},
        {compose("the indicator '{}' lacks {}", {indicator.indicator, join(en, ", ")}),
            compose("지표 '{}'에 없는 것: {}", {indicator.indicator, join(ko, ", ")})},
        {"without it nobody can say next May whether the measure works",
            "이것이 없으면 다음 점검에서 성과를 말할 수 없습니다"});
}

void judge_month(std::size_t at, const Indicator& indicator, double last_month, RuleFindings& out) {
    if (is_blank(indicator.update_month) || indicator.update_month <= last_month) return;
    const int month = static_cast<int>(indicator.update_month);
    out.find(at, {indicators_table, indicator.row, "update_month", indicator.indicator},
        {compose("the indicator '{}' is updated in month {}, after the report of 31 May", {indicator.indicator, month}),
            compose("지표 '{}'은(는) {}월에 갱신되어 5월 31일 보고에 쓸 수 없습니다", {indicator.indicator, month})},
        {"choose an indicator that is known by May, or ask its keeper for an early figure",
            "5월까지 알 수 있는 지표를 쓰거나 잠정치를 요청하십시오"},
        {indicator.update_month, "month"});
}

void judge_reference(std::size_t at, const PlanDocument& plan, const Measure& measure, RuleFindings& out) {
    if (measure.indicator.empty() || plan.indicator(measure.indicator) != nullptr) return;
    out.find(at, {"measures.csv", measure.row, "indicator", measure.measure},
        {compose("the indicator '{}' of '{}' is not in indicators.csv", {measure.indicator, measure.measure}),
            compose("'{}'의 지표 '{}'이(가) indicators.csv에 없습니다", {measure.measure, measure.indicator})},
        {"add the indicator with its baseline and target", "기준값과 목표값이 있는 지표를 더하십시오"});
}

}  // namespace

void indicators_can_report(const RuleRun& run, RuleFindings& out) {
    const double last_month = run.version.parameter("last_month");
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        for (const auto& indicator : plan.indicators) {
            tell_lacking(at, indicator, out);
            judge_month(at, indicator, last_month, out);
        }
        for (const auto& measure : plan.measures) judge_reference(at, plan, measure, out);
    });
}

}  // namespace ecumene::governance
