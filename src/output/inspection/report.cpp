#include "output/inspection/report.hpp"

#include <map>

#include "output/charts/lines.hpp"
#include "output/document.hpp"
#include "output/figure.hpp"
#include "output/inspection/finding_table.hpp"
#include "output/markup.hpp"

namespace ecumene::output {
namespace {

using governance::Track;

constexpr double thousand_tonnes = 1e3;

TableCell kilotonnes(double tonnes) {
    return plain_cell(is_blank(tonnes) ? blank : tonnes / thousand_tonnes, 1);
}

TableCell verdict(bool is_known, bool is_behind) {
    if (!is_known) return word_cell({"not known", "알 수 없음"});
    return is_behind ? word_cell({"behind", "지연"}, "behind", "bad")
                     : word_cell({"on the path", "정상"}, "on the path", "good");
}

LineSeries line_of(const Bilingual& name, const std::vector<std::pair<int, double>>& points) {
    LineSeries series{.name = name};
    for (const auto& [year, value] : points)
        series.points.push_back({static_cast<double>(year), value / thousand_tonnes});
    return series;
}

std::string path_figure(const Track& track) {
    LineChart chart{.unit = {"kt", "천 t"}, .decimals = 0, .labelled_by = title_id("path")};
    chart.series.push_back(line_of({"path of the plan", "계획 경로"}, track.path));
    chart.series.push_back(line_of({"inventory", "실적"}, track.inventory));
    if (track.forecast.is_known() && !track.inventory.empty()) {
        const auto last = track.inventory.back();
        chart.series.push_back(line_of({"trend", "추세"}, {last, {track.forecast.year, track.forecast.value}}));
    }
    DataTable table({number_title({"year", "연도"}, "year"), number_title({"path, kt", "경로, 천 t"}, "path_kt"),
        number_title({"inventory, kt", "실적, 천 t"}, "inventory_kt")});
    std::map<int, std::pair<double, double>> years;
    for (const auto& [year, value] : track.path) years.try_emplace(year, blank, blank).first->second.first = value;
    for (const auto& [year, value] : track.inventory)
        years.try_emplace(year, blank, blank).first->second.second = value;
    for (const auto& [year, both] : years)
        table.add({year_cell(year), kilotonnes(both.first), kilotonnes(both.second)});
    return figure({.id = "path",
        .title = {"Path and inventory", "경로와 실적"},
        .note = governance::forecast_method(),
        .drawing = shown(lines(chart)),
        .table = std::move(table)});
}

std::string sector_table(const Track& track) {
    DataTable table({text_title({"sector", "부문"}, "sector"), number_title({"path, kt", "경로, 천 t"}, "path_kt"),
        number_title({"inventory, kt", "실적, 천 t"}, "inventory_kt"),
        number_title({"difference, kt", "차이, 천 t"}, "difference_kt"), text_title({"standing", "판정"}, "standing")});
    const auto row = [](const governance::SectorTrack& one) {
        return std::vector<TableCell>{word_cell(one.name, one.sector), kilotonnes(one.planned), kilotonnes(one.actual),
            kilotonnes(one.gap()), verdict(one.is_known(), one.is_behind())};
    };
    for (const auto& one : track.sectors) table.add(row(one));
    table.add_total(row(track.whole));
    return figure(
        {.id = "sectors", .title = {"Sectors", "부문별 실적"}, .table = std::move(table), .place = TablePlace::open});
}

// By its name where the plan gives one.
TableCell measure_cell(const governance::PlanDocument& plan, const std::string& code) {
    const auto* measure = plan.measure(code);
    const bool is_named = measure != nullptr && !measure->name.en.empty() && !measure->name.ko.empty();
    return word_cell(is_named ? measure->name : Bilingual{code, code}, code, "prose");
}

std::string indicator_table(const governance::PlanDocument& plan, const Track& track) {
    DataTable table({text_title({"indicator", "지표"}, "indicator"), text_title({"measure", "사업"}, "measure"),
        number_title({"expected", "계획값"}, "expected"), number_title({"actual", "실적값"}, "actual"),
        text_title({"unit", "단위"}, "unit"), text_title({"standing", "판정"}, "standing")});
    for (const auto& one : track.indicators)
        table.add({word_cell({one.indicator, one.indicator}), measure_cell(plan, one.measure),
            plain_cell(one.expected, 1), plain_cell(one.actual, 1), word_cell({one.unit, one.unit}),
            verdict(!is_blank(one.progress), one.is_behind)});
    if (table.is_empty()) return {};
    return figure({.id = "indicators",
        .title = {"Indicators", "성과지표"},
        .table = std::move(table),
        .place = TablePlace::open});
}

std::string why_table(const Track& track) {
    if (track.why.by_activity.empty())
        return track.why.refusal.en.empty() ? std::string{} : paragraph(track.why.refusal);
    DataTable table({text_title({"activity", "활동"}, "activity"),
        number_title({"beyond the plan, kt", "계획 대비, 천 t"}, "deviation_kt")});
    for (const auto& [activity, change] : track.why.by_activity)
        table.add({word_cell({activity, activity}), kilotonnes(change)});
    return figure({.id = "why",
        .title = {"Why it came out differently (LMDI)", "편차의 원인(LMDI)"},
        .note = {"amount and factor together, largest first", "활동량과 원단위 효과의 합, 큰 순서"},
        .table = std::move(table),
        .place = TablePlace::open});
}

std::string list_of(const std::vector<Bilingual>& sentences) {
    std::string items;
    for (const auto& sentence : sentences) items += element("li", {}, words(sentence));
    return items.empty() ? std::string{} : element("ul", {}, items);
}

std::string findings_of(const InspectionInput& input) {
    if (input.lint == nullptr || input.plans == nullptr) return {};
    FindingTableInput own{.id = "findings", .findings = {}, .plans = input.plans};
    for (const auto& finding : input.lint->findings)
        if (finding.plan == input.place) own.findings.push_back(&finding);
    return finding_table(own);
}

}  // namespace

std::string inspection_report(const InspectionInput& input, Language language) {
    const auto& plan = *input.plan;
    const auto& track = *input.track;
    const auto year = std::to_string(track.year);
    Document page{.kicker = plan.title,
        .title = {"Inspection of " + year, year + "년 이행점검"},
        .about = {
            "Inventory and indicators against the path of the plan", "계획 경로에 비추어 본 배출 실적과 성과지표"}};
    page.version = input.version;
    page.css = finding_css;
    const auto add = [&](const char* id, const Bilingual& name, const std::string& html) {
        if (!html.empty()) page.parts.push_back({id, name, section(id, name, {}, html)});
    };
    add("summary", {"For the council", "의회 요약"}, list_of(inspection_summary(plan, track)));
    add("emissions", {"Emissions", "배출 실적"}, path_figure(track) + sector_table(track));
    add("reasons", {"Why", "원인"}, why_table(track));
    add("measures", {"Measures", "사업 성과"}, indicator_table(plan, track));
    if (input.plans != nullptr)
        add("needs", {"What it would take", "필요한 것"}, need_section(input.needs, *input.plans));
    add("rules", {"What does not agree", "정합성 지적"}, findings_of(input));
    add("gaps", {"What cannot be said", "말할 수 없는 것"}, list_of(track.gaps));
    return html_document(page, language);
}

}  // namespace ecumene::output
