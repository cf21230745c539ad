#include "pipeline/structure_screen.hpp"

#include <algorithm>

#include "output/structure/wording.hpp"
#include "pipeline/sheet.hpp"

namespace ecumene::pipeline {
namespace {

constexpr std::size_t most_areas = 12;

std::string percent(double share) {
    return compose("{:.1f}", {100.0 * share});
}

std::string optional_number(const std::optional<double>& value, const char* pattern) {
    return value ? compose(pattern, {*value}) : "–";
}

void put_parameters(Sheet& sheet, const structure::StudyRequest& request, const Session& session) {
    const auto& rule = request.rule;
    const bool is_linear = rule.form == structure::ValidityForm::linear;
    // Only the optimum knows of borders.
    const bool hangs_together =
        request.method == structure::AreaMethod::optimal && request.contiguity == structure::Contiguity::required;
    sheet.field({"Rule", "기준"},
        session.in({compose("residents with work {}–{}, self-containment {} % ({}), {}",
                        {grouped(rule.min_size), grouped(rule.target_size),
                            percent(rule.target_sc) + "–" + percent(rule.min_sc), is_linear ? "linear" : "hyperbolic",
                            hangs_together ? "areas hang together" : "areas may lie apart"}),
            compose("취업 거주자 {}~{}명, 자족도 {}% ({}), {}",
                {grouped(rule.min_size), grouped(rule.target_size),
                    percent(rule.target_sc) + "~" + percent(rule.min_sc), is_linear ? "직선형" : "쌍곡선형",
                    hangs_together ? "서로 이어진 생활권" : "떨어져도 되는 생활권"})}));
}

void put_areas(Sheet& sheet, const structure::Study& study, const StructureInput& input, const Session& session) {
    Columns table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
    const auto head = [&](const char* en, const char* ko) { return session.style().faint(session.in({en, ko})); };
    table.add({head("Largest living areas", "큰 생활권"), head("units", "단위"), head("people", "인구"),
        head("workers", "일자리"), head("self-cont. %", "자족도 %"), head("border firm %", "경계 안정 %")});
    for (std::size_t a = 0; a < std::min(most_areas, study.areas.size()); ++a) {
        const auto& area = study.areas[a];
        table.add({session.in(input.units[area.core].name) + (area.is_living_area ? "" : " ✗"),
            std::to_string(area.units.size()), area.population > 0.0 ? grouped(area.population) : "–",
            grouped(area.flows.workers), percent(area.flows.self_containment()),
            is_blank(area.stability) ? "–" : compose("{:.0f}", {100.0 * area.stability})});
    }
    for (const auto& line : table.lines(1)) sheet.ready(line);
    if (study.areas.size() > most_areas)
        sheet.plain(session.style().faint(
            session.in({compose("and {} more, in --json and --report", {study.areas.size() - most_areas}),
                compose("외 {}개는 --json과 --report에 있습니다", {study.areas.size() - most_areas})})));
    if (std::any_of(study.areas.begin(), study.areas.end(), [](const auto& area) { return !area.is_living_area; }))
        sheet.plain(session.style().faint(session.in({"✗ not a living area by the rule", "✗ 기준에 못 미치는 지역"})));
    sheet.gap();
}

void put_comparison(Sheet& sheet, const structure::Study& study, const Session& session) {
    Columns table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
    const auto head = [&](const char* en, const char* ko) { return session.style().faint(session.in({en, ko})); };
    table.add({head("Methods beside one another", "방법 비교"), head("areas", "수"), head("valid", "유효"),
        head("inner flow %", "내부 흐름 %"), head("modularity", "모듈성"), head("likeness", "유사도")});
    for (const auto& one : study.comparison)
        table.add({session.in(output::method_words(one.method)), std::to_string(one.partition.areas),
            std::to_string(one.valid), percent(one.internal_share), compose("{:.3f}", {one.modularity}),
            compose("{:.2f}", {one.likeness})});
    for (const auto& line : table.lines(1)) sheet.ready(line);
    sheet.gap();
}

void put_polycentricity(Sheet& sheet, const structure::Study& study, const Session& session) {
    sheet.field({"Centres", "다핵성"},
        session.in({compose("rank-size slope {} by people, {} by jobs (0 many alike, steep one); functional {}",
                        {optional_number(study.people.slope, "{:.2f}"), optional_number(study.jobs.slope, "{:.2f}"),
                            optional_number(study.functional, "{:.3f}")}),
            compose("순위-규모 기울기 인구 {}, 일자리 {} (0이면 고름, 가파르면 단핵); 기능적 다핵성 {}",
                {optional_number(study.people.slope, "{:.2f}"), optional_number(study.jobs.slope, "{:.2f}"),
                    optional_number(study.functional, "{:.3f}")})}));
    sheet.field(
        {}, session.in({compose("largest area holds {} % of people, {} % of jobs",
                            {percent(study.people.primacy.value_or(0.0)), percent(study.jobs.primacy.value_or(0.0))}),
                compose("가장 큰 생활권이 인구의 {}%, 일자리의 {}%를 가짐",
                    {percent(study.people.primacy.value_or(0.0)), percent(study.jobs.primacy.value_or(0.0))})}));
}

void put_megaregions(Sheet& sheet, const MegaregionView& view, const Session& session) {
    std::string holds, not_so;
    for (std::size_t m = 0; m < view.groups.size(); ++m) {
        const auto& figures = view.test.megaregions[m];
        if (figures.is_alone) continue;
        auto& list = figures.holds_together ? holds : not_so;
        list += (list.empty() ? "" : ", ") + session.in(view.group_names[m]) + compose(" ({:.1f}×)", {figures.linkage});
    }
    if (!holds.empty())
        sheet.field({"Megaregions", "초광역권"},
            session.in({"tied most among themselves: " + holds, "서로 가장 강하게 이어짐: " + holds}));
    if (!not_so.empty())
        sheet.field(holds.empty() ? Bilingual{"Megaregions", "초광역권"} : Bilingual{},
            session.in({"tied more to another: " + not_so, "다른 권역과 더 강하게 이어짐: " + not_so}));
}

}  // namespace

std::string structure_screen(const StructureScreen& what, const Session& session) {
    const auto& study = *what.study;
    const auto& input = *what.input;
    Sheet sheet(session);
    sheet.title(session.in(input.title), session.in({"living areas", "생활권"}), input.flows.origin().status);
    for (const auto& note : input.notes) sheet.plain_item(session.in(note));
    sheet.gap();
    sheet.field({"Result", "결과"}, session.in(output::verdict_of(study)));
    sheet.field({}, session.in({compose("{} % of flow stays inside, modularity {:.3f}",
                                    {percent(study.figures.internal_share), study.figures.modularity}),
                        compose("흐름의 {}%가 생활권 안에 머묾, 모듈성 {:.3f}",
                            {percent(study.figures.internal_share), study.figures.modularity})}));
    put_parameters(sheet, study.request, session);
    sheet.gap();
    put_areas(sheet, study, input, session);
    put_comparison(sheet, study, session);
    put_polycentricity(sheet, study, session);
    if (what.megaregions->has_value()) put_megaregions(sheet, **what.megaregions, session);
    sheet.gap();
    if (what.report.empty())
        sheet.field({"Next", "다음"}, "ecumene structure " + what.source + " --report " + "structure");
    else
        sheet.field({"Report", "보고서"}, shown(what.report / "report.html", session));
    return sheet.text();
}

}  // namespace ecumene::pipeline
