#include "output/inspection/lint_report.hpp"

#include <cmath>

#include "output/document.hpp"
#include "output/figure.hpp"
#include "output/inspection/agreement_map.hpp"
#include "output/inspection/finding_table.hpp"
#include "output/markup.hpp"

namespace ecumene::output {
namespace {

using governance::Coverage;
using governance::Force;
using governance::Lint;
using governance::PlanSet;

constexpr double million = 1e6;

Bilingual same_text(const std::string& text) {
    return {text, text};
}

std::string findings_of(const Lint& lint, const PlanSet& plans, Force force, const char* id) {
    FindingTableInput input{.id = id, .findings = {}, .plans = &plans};
    for (const auto& one : lint.findings)
        if (one.force == force) input.findings.push_back(&one);
    return finding_table(input);
}

TableCell cut_cell(double cut) {
    if (is_blank(cut)) return word_cell(same_text("–"));
    return word_cell(same_text((cut < 0.0 ? "+" : "−") + grouped(100.0 * std::abs(cut), 1)), shortest(cut));
}

// What the regions below leave over of the headline target, net.
TableCell residual_cell(const governance::RollUpNode& node) {
    if (!node.is_complete()) return word_cell(same_text("–"));
    const auto net = static_cast<std::size_t>(Coverage::net);
    return plain_cell((node.own.target[net] - node.sum.target[net]) / million, 2);
}

std::string tree_table(const Lint& lint, const PlanSet& plans) {
    DataTable table({text_title({"plan", "계획"}, "plan"),
        number_title({"gross → gross, %", "총 → 총, %"}, "gross_gross"),
        number_title({"gross → net, %", "총 → 순, %"}, "gross_net"),
        number_title({"net → gross, %", "순 → 총, %"}, "net_gross"),
        number_title({"net → net, %", "순 → 순, %"}, "net_net"), number_title({"plans below", "하위 계획"}, "below"),
        number_title({"left over in the target year, Mt", "목표연도 잔차, 백만 t"}, "residual_Mt")});
    for (const auto& node : lint.sums.nodes)
        table.add({word_cell(plans[node.plan].title, plans[node.plan].id),
            cut_cell(node.own.at(Coverage::gross, Coverage::gross)),
            cut_cell(node.own.at(Coverage::gross, Coverage::net)),
            cut_cell(node.own.at(Coverage::net, Coverage::gross)), cut_cell(node.own.at(Coverage::net, Coverage::net)),
            plain_cell(static_cast<double>(node.below.size()), 0), residual_cell(node)});
    if (table.is_empty()) return {};
    return figure({.id = "tree",
        .title = {"Cuts on four bases", "네 기준의 감축률"},
        .table = std::move(table),
        .place = TablePlace::open});
}

std::string version_tables(const Lint& lint, const PlanSet& plans) {
    std::string all;
    for (const auto& comparison : lint.versions) {
        DataTable table({text_title({"sector", "부문"}, "sector"), number_title({"year", "연도"}, "year"),
            number_title({"earlier, Mt", "이전 판, 백만 t"}, "earlier_Mt"),
            number_title({"later, Mt", "나중 판, 백만 t"}, "later_Mt"),
            number_title({"change, Mt", "변화, 백만 t"}, "change_Mt")});
        for (const auto& line : comparison.lines)
            if (line.series == governance::Series::target)
                table.add(
                    {word_cell(line.name, line.sector), year_cell(line.year), plain_cell(line.earlier / million, 1),
                        plain_cell(line.later / million, 1), plain_cell(line.change() / million, 1)});
        const auto &earlier = plans[comparison.earlier], &later = plans[comparison.later];
        all += figure({.id = "versions-" + std::to_string(comparison.later),
            .title = {earlier.title.en + " → " + later.title.en, earlier.title.ko + " → " + later.title.ko},
            .table = std::move(table),
            .place = TablePlace::open});
    }
    return all;
}

std::string accepted_table(const Lint& lint, const PlanSet& plans) {
    DataTable table({text_title({"rule", "규칙"}, "rule"), text_title({"plan", "계획"}, "plan"),
        text_title({"item", "항목"}, "item"), text_title({"reason", "사유"}, "reason"),
        text_title({"by", "승인"}, "by")});
    for (const auto& one : lint.findings)
        if (one.is_suppressed())
            table.add({word_cell(same_text(one.rule)), word_cell(plans[one.plan].title, plans[one.plan].id),
                word_cell(same_text(one.place.item)), word_cell(same_text(one.suppressed_because)),
                word_cell(same_text(one.suppressed_by))});
    if (table.is_empty()) return {};
    return figure({.id = "accepted-table",
        .title = {"Accepted findings", "수용한 지적"},
        .table = std::move(table),
        .place = TablePlace::open});
}

}  // namespace

std::string lint_report(const LintReportInput& input, Language language) {
    const auto& lint = *input.lint;
    const auto& plans = *input.plans;
    const auto day = date_text(lint.day), count = std::to_string(plans.size());
    const auto errors = std::to_string(lint.count(Severity::error)),
               warnings = std::to_string(lint.count(Severity::warning));
    Document page{.kicker = {count + " plans, rules of " + day, "계획 " + count + "개, " + day + " 규칙"},
        .title = {"Plans that agree", "계획의 정합성"},
        .about = {errors + (errors == "1" ? " error, " : " errors, ") + warnings +
                      (warnings == "1" ? " warning" : " warnings"),
            "오류 " + errors + "건, 주의 " + warnings + "건"}};
    page.version = input.version;
    page.css = std::string(agreement_css) + finding_css;
    const auto add = [&](const char* id, const Bilingual& name, const std::string& html) {
        if (!html.empty()) page.parts.push_back({id, name, section(id, name, {}, html)});
    };
    add("agreement", {"Map", "지도"}, agreement_map(lint, plans, input.places));
    add("statutory", {"Asked for by law", "법정 사항"},
        findings_of(lint, plans, Force::statutory, "statutory-findings"));
    add("recommended", {"Recommended", "권고 사항"},
        findings_of(lint, plans, Force::recommended, "recommended-findings"));
    add("cuts", {"Roll-up", "합산"}, tree_table(lint, plans));
    add("needs", {"What it would take", "필요한 것"}, need_section(input.needs, plans));
    add("versions", {"Versions", "판 비교"}, version_tables(lint, plans));
    add("accepted", {"Accepted", "수용"}, accepted_table(lint, plans));
    return html_document(page, language);
}

}  // namespace ecumene::output
