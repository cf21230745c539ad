#include "output/inspection/need_section.hpp"

#include "output/figure.hpp"
#include "output/markup.hpp"

namespace ecumene::output {
namespace {

constexpr double thousand = 1e3;

std::vector<TableCell> row_of(
    const governance::RunMeasure& measure, double taken, double cumulative, double investment) {
    return {word_cell(measure.name, measure.technology), word_cell(measure.region_name, measure.region),
        plain_cell(measure.cost_per_tonne() / thousand, 1), plain_cell(measure.cut / thousand, 1),
        plain_cell(taken / thousand, 1), plain_cell(cumulative / thousand, 1), plain_cell(investment / thousand, 1)};
}

DataTable step_table(const governance::Need& need) {
    DataTable table({text_title({"measure", "사업"}, "technology"), text_title({"region", "지역"}, "region"),
        number_title({"cost of a tonne, thousand KRW", "톤당 비용, 천 원"}, "cost_per_tonne_kKRW"),
        number_title({"the run's cut a year, kt", "실행의 연간 감축량, 천 t"}, "cut_kt"),
        number_title({"taken for the gap, kt", "격차에 쓰는 양, 천 t"}, "taken_kt"),
        number_title({"in all, kt", "누적, 천 t"}, "cumulative_kt"),
        number_title({"investment, bn KRW", "투자, 십억 원"}, "investment_bnKRW")});
    for (const auto& step : need.steps) table.add(row_of(step.measure, step.taken, step.cumulative, step.investment));
    for (const auto& measure : need.rest) table.add(row_of(measure, 0.0, need.reached, 0.0));
    return table;
}

}  // namespace

std::string need_section(const NeedInput& input, const governance::PlanSet& plans) {
    if (input.needs == nullptr || input.needs->empty()) return {};
    std::string html;
    std::size_t count = 0;
    for (const auto& need : *input.needs) {
        const auto& title = plans[need.gap.plan].title;
        const auto id = "need-" + std::to_string(++count);
        const Bilingual heading{title.en + ": " + need.gap.why.en, title.ko + ": " + need.gap.why.ko};
        if (!need.refusal.en.empty()) {
            html += paragraph(
                {heading.en + ". " + need.refusal.en + ".", heading.ko + ". " + need.refusal.ko + "."}, "lacks");
            continue;
        }
        html += figure({.id = id,
            .title = heading,
            .note = governance::need_beside(need),
            .drawing = paragraph(governance::need_words(need)),
            .table = step_table(need),
            .place = TablePlace::open});
    }
    return paragraph(input.method, "note") + html;
}

}  // namespace ecumene::output
