#include "pipeline/plan_needs.hpp"

#include "governance/rules/rule.hpp"
#include "pipeline/lint_result.hpp"
#include "pipeline/open_run.hpp"
#include "pipeline/run_measures.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;
using governance::Need;

constexpr std::size_t most_steps = 8, most_needs = 6;
constexpr int widest_measure = 30;

std::string cost_text(const governance::RunMeasure& measure) {
    return grouped(measure.cost_per_tonne() / 1e3, 1);
}

void put_steps(Sheet& sheet, const Need& need, const Session& session) {
    Columns columns({Align::left, Align::left, Align::right, Align::right, Align::right});
    columns.add({"", session.in({"region", "지역"}), session.in({"cut, kt", "감축, 천 t"}),
        session.in({"in all, kt", "누적, 천 t"}), session.in({"thousand KRW/t", "천 원/t"})});
    std::size_t shown_steps = 0;
    for (const auto& step : need.steps) {
        if (shown_steps++ == most_steps) break;
        columns.add({cut(session.in(step.measure.name), widest_measure), cut(session.in(step.measure.region_name), 16),
            grouped(step.taken / 1e3, 1), grouped(step.cumulative / 1e3, 1), cost_text(step.measure)});
    }
    for (const auto& line : columns.lines(1)) sheet.ready(line);
    sheet.field({}, session.in(governance::need_beside(need)));
    if (need.steps.size() > most_steps)
        sheet.field({},
            compose(session.in({"… and {} more: --json lists them all", "… 그 밖에 {}개: --json으로 볼 수 있습니다"}),
                {need.steps.size() - most_steps}));
}

Value step_value(const governance::NeedStep& step) {
    return Value::object()
        .set("region", step.measure.region)
        .set("technology", step.measure.technology)
        .set("name", both(step.measure.name))
        .set("built", step.measure.built)
        .set("cut", step.measure.cut)
        .set("taken", step.taken)
        .set("cumulative", step.cumulative)
        .set("cost_per_tonne", step.measure.cost_per_tonne())
        .set("cost", step.cost)
        .set("investment", step.investment);
}

}  // namespace

PlanNeeds plan_needs(const std::string& run, const std::vector<governance::Gap>& gaps, const governance::PlanSet& plans,
    const Session& session) {
    PlanNeeds all;
    if (run.empty()) return all;
    session.progress->stage({"Looking into the run", "실행 결과 살펴보기"}, 0.95);
    const auto open = open_run(run, {}, session);
    all.run = open.record.key.name();
    all.findings = open.findings;
    const governance::RunMeasures measures(run_frames(open.record, open.data));
    all.method = governance::need_method(measures);
    for (const auto& gap : gaps) all.needs.push_back(governance::what_it_needs(gap, plans[gap.plan], measures));
    return all;
}

void put_needs(Sheet& sheet, const PlanNeeds& all, const governance::PlanSet& plans, const Session& session) {
    if (all.run.empty()) return;
    Bilingual label{"To close it", "필요한 것"};
    if (all.needs.empty()) sheet.field(label, session.in({"no gap to close", "메울 격차가 없습니다"}));
    std::size_t told = 0;
    for (const auto& need : all.needs) {
        if (told++ == most_needs) break;
        sheet.field(label, session.style().strong(session.in(plans[need.gap.plan].title)));
        sheet.field({}, session.in(governance::need_words(need)));
        if (need.refusal.en.empty()) put_steps(sheet, need, session);
        label = {};
    }
    if (all.needs.size() > most_needs)
        sheet.field(
            {}, compose(session.in({"… and {} more gaps: --json lists them all", "… 격차가 {}개 더 있습니다: --json"}),
                    {all.needs.size() - most_needs}));
    if (!all.needs.empty()) sheet.field({"Method", "방법"}, session.in(all.method));
    sheet.gap();
}

Value needs_value(const PlanNeeds& all, const governance::PlanSet& plans) {
    auto list = Value::list();
    for (const auto& need : all.needs) {
        auto steps = Value::list();
        for (const auto& step : need.steps) steps.add(step_value(step));
        auto value = Value::object();
        value.set("plan", plans[need.gap.plan].id).set("sector", need.gap.sector).set("year", need.gap.year);
        value.set("gap", need.gap.tonnes).set("region", need.region).set("run_year", need.run_year);
        value.set("reached", need.reached).set("cost", need.cost).set("investment", need.investment);
        value.set("enabling_cost", need.enabling).set("carbon_price", need.carbon_price);
        value.set("words", both(governance::need_words(need))).set("steps", std::move(steps));
        list.add(std::move(value));
    }
    return Value::object().set("run", all.run).set("method", both(all.method)).set("gaps", std::move(list));
}

}  // namespace ecumene::pipeline
