#include "output/inspection/finding_table.hpp"

#include "output/figure.hpp"
#include "output/markup.hpp"

namespace ecumene::output {

const char* const finding_css =
    "@media (max-width: 700px) { .findings thead { display: none; } "
    ".findings tbody tr { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 10px; padding: 12px 0; "
    "border-bottom: 1px solid var(--line); } "
    ".findings tbody th, .findings tbody td { display: block; border: 0; padding: 0; min-width: 0; } "
    ".findings td:nth-child(3), .findings td:nth-child(4), .findings td:nth-child(5) { grid-column: 1 / -1; order: 1; "
    "} "
    ".findings td:nth-child(3), .findings td:nth-child(5) { color: var(--quiet); } "
    ".findings td:nth-child(5)::before { content: \"→ \"; } }";

namespace {

TableCell severity_cell(Severity severity) {
    if (severity == Severity::error) return word_cell({"error", "오류"}, "error", "bad");
    return severity == Severity::warning ? word_cell({"warning", "주의"}, "warning")
                                         : word_cell({"note", "참고"}, "note");
}

}  // namespace

std::string finding_table(const FindingTableInput& input) {
    const auto same_text = [](const std::string& text) { return Bilingual{text, text}; };
    DataTable table({text_title({"rule", "규칙"}, "rule"), text_title({"plan", "계획"}, "plan"),
                        text_title({"place", "위치"}, "place"), text_title({"what does not agree", "내용"}, "message"),
                        text_title({"remedy", "조치"}, "remedy"), text_title({"severity", "정도"}, "severity")},
        "findings");
    for (const auto* one : input.findings) {
        if (one->is_suppressed()) continue;
        const auto& plan = (*input.plans)[one->plan];
        const auto place = plan.shown(one->place.table, one->place.row);
        const auto where = place.row == 0 ? place.file : place.file + ":" + std::to_string(place.row);
        table.add({word_cell(same_text(one->rule)), word_cell(plan.title, plan.id, "prose"),
            word_cell(same_text(where), where, "prose"), word_cell(one->message, one->message.en, "prose"),
            word_cell(one->remedy, one->remedy.en, "prose"), severity_cell(one->severity)});
    }
    if (table.is_empty()) return {};
    return figure(
        {.id = input.id, .title = {"Findings", "지적"}, .table = std::move(table), .place = TablePlace::open});
}

}  // namespace ecumene::output
