#include "output/structure/report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "output/document.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/structure/level_table.hpp"
#include "output/structure/wording.hpp"

namespace ecumene::output {
namespace {

using structure::Study;

constexpr const char* css = R"(
.living-areas .area { fill-opacity: .5; } .living-areas .area-name { fill: var(--ink); }
.living-areas .tie { stroke: var(--ink); stroke-opacity: .7; }
)";
constexpr double map_width = 620.0, small_width = 440.0;

TableCell percent_cell(double share, int decimals = 1) {
    return plain_cell(is_blank(share) ? share : 100.0 * share, decimals);
}

std::string optional_text(const std::optional<double>& value, int decimals) {
    return value ? compose(decimals == 2 ? "{:.2f}" : "{:.3f}", {*value}) : "–";
}

// --- sections -------------------------------------------------------------------------------------------------------------

std::string cards(const Study& study) {
    std::string list = card({"Living areas", "생활권"}, same(std::to_string(study.areas.size())),
        study.bound ? Bilingual{compose("at most {:.0f}, proven", {std::floor(*study.bound + 1e-6)}),
                          compose("많아야 {:.0f}개, 증명됨", {std::floor(*study.bound + 1e-6)})}
                    : Bilingual{"without a bound", "한계 증명 없음"});
    list += card({"Flow that stays inside", "생활권 안에 머무는 흐름"},
        same(compose("{:.1f} %", {100.0 * study.figures.internal_share})),
        {compose("modularity {:.3f}", {study.figures.modularity}),
            compose("모듈성 {:.3f}", {study.figures.modularity})});
    list += card({"Rank-size slope of jobs", "일자리 순위-규모 기울기"}, same(optional_text(study.jobs.slope, 2)),
        {"0: several centres alike; steep: one dominates (2 to 4 largest)",
            "0이면 여러 중심이 고름, 가파르면 단핵 (상위 2~4)"});
    list += card({"Largest area", "가장 큰 생활권"},
        same(compose("{:.1f} %", {100.0 * study.jobs.primacy.value_or(0.0)})), {"of all jobs", "전체 일자리 중"});
    return element("dl", {{"class", "cards"}}, list);
}

std::string result_part(const StructureReportInput& input) {
    const auto& study = *input.map.study;
    std::string html = paragraph(verdict_of(study), "verdict") + cards(study);
    for (const auto& note : input.notes) html += paragraph(note, "finding warns");
    return html;
}

DataTable areas_table(const StructureReportInput& input) {
    DataTable table({text_title({"Living area (core)", "생활권 (중심)"}, "area"),
        number_title({"Units", "단위"}, "units"), number_title({"People", "인구"}, "population"),
        number_title({"Resident workers", "취업 거주자"}, "residents"), number_title({"Jobs", "일자리"}, "workers"),
        number_title({"Self-containment, %", "자족도, %"}, "self_containment_percent"),
        number_title({"Validity", "유효도"}, "validity"),
        number_title({"Border firm, %", "경계 안정, %"}, "stability_percent"),
        number_title({"Dominance", "지배도"}, "dominance")});
    for (const auto& area : input.map.study->areas)
        table.add({word_cell((*input.map.units)[area.core].name, (*input.map.units)[area.core].code),
            plain_cell(static_cast<double>(area.units.size()), 0),
            plain_cell(area.population > 0.0 ? area.population : blank, 0), plain_cell(area.flows.residents, 0),
            plain_cell(area.flows.workers, 0), percent_cell(area.flows.self_containment()),
            plain_cell(area.validity, 2), percent_cell(area.stability, 0), plain_cell(area.standing.dominance, 2)});
    return table;
}

std::string map_part(const StructureReportInput& input) {
    const bool is_drawn = can_be_drawn(input.map);
    return figure({.id = "areas",
        .title = {"Living areas, their cores and strongest links", "생활권과 중심, 강한 연계"},
        .note = {"A dot is the unit most people come to work in, as large as the area's jobs; lines are the 25 "
                 "strongest exchanges between areas.",
            "점은 가장 많은 사람이 일하러 오는 단위이며 크기는 생활권의 일자리, 선은 생활권 사이 교류 상위 "
            "25개입니다."},
        .drawing = is_drawn ? areas_drawing(input.map, map_width).str(title_id("areas")) : std::string{},
        .table = areas_table(input)});
}

std::string before_part(const StructureReportInput& input) {
    if (input.map.shapes.empty()) return {};
    const auto two = figure({.id = "before",
                         .title = {"Before: administrative regions", "이전: 행정구역"},
                         .drawing = regions_drawing(input.map, small_width).str(title_id("before"))}) +
                     figure({.id = "after",
                         .title = {"After: living areas", "이후: 생활권"},
                         .drawing = areas_drawing(input.map, small_width).str(title_id("after"))});
    return element("div", {{"class", "grid two"}}, two);
}

std::string methods_part(const StructureReportInput& input) {
    DataTable table({text_title({"Method", "방법"}, "method"), number_title({"Areas", "생활권 수"}, "areas"),
        number_title({"Valid", "유효"}, "valid"),
        number_title({"Inner flow, %", "내부 흐름, %"}, "internal_share_percent"),
        number_title({"Modularity", "모듈성"}, "modularity"),
        number_title({"Mean self-containment, %", "평균 자족도, %"}, "mean_self_containment_percent"),
        number_title({"Likeness", "유사도"}, "likeness")});
    for (const auto& one : input.map.study->comparison)
        table.add({word_cell(method_words(one.method), std::string(name_of(one.method))),
            plain_cell(one.partition.areas, 0), plain_cell(one.valid, 0), percent_cell(one.internal_share),
            plain_cell(one.modularity, 3), percent_cell(one.mean_self_containment), plain_cell(one.likeness, 2)});
    return paragraph({"More areas mean less flow inside each: a trade-off, not one number. Valid counts areas that "
                      "meet the travel-to-work rule; likeness is the adjusted Rand index with the division above.",
                         "생활권이 많을수록 안에 머무는 흐름은 줄어듭니다. 하나의 숫자가 아니라 선택입니다. 유효는 "
                         "통근 기준을 지킨 생활권 수, 유사도는 위 획정과의 수정 랜드 지수입니다."},
               "lead") +
           figure({.id = "methods",
               .title = {"Methods beside one another", "방법 비교"},
               .table = table,
               .place = TablePlace::open});
}

std::string borders_part(const StructureReportInput& input) {
    const auto& study = *input.map.study;
    if (study.unit_stability.empty() || !can_be_drawn(input.map)) return {};
    return figure({.id = "stability",
        .title = {"How firm borders are", "경계의 안정성"},
        .note = {compose("Share of {} draws of resampled flows in which a unit stays in its area; dark is firm. Mean "
                         "likeness of a draw {:.2f}.{}",
                     {study.request.draws, study.mean_rand,
                         study.request.method == structure::AreaMethod::optimal
                             ? " Redrawn by the greedy division of the same rule."
                             : ""}),
            compose("재표집한 흐름 {}회 중 단위가 제 생활권에 남은 비율; 짙을수록 안정. 평균 유사도 {:.2f}.{}",
                {study.request.draws, study.mean_rand,
                    study.request.method == structure::AreaMethod::optimal ? " 같은 기준의 단계 획정으로 다시 그림."
                                                                           : ""})},
        .drawing = stability_drawing(input.map, map_width).str(title_id("stability"))});
}

std::string links_part(const StructureReportInput& input) {
    const auto& study = *input.map.study;
    DataTable table({text_title({"Area", "생활권"}, "a"), text_title({"Area", "생활권"}, "b"),
        number_title({"Flow both ways", "양방향 흐름"}, "flow"), number_title({"First to second", "앞→뒤"}, "a_to_b"),
        number_title({"Second to first", "뒤→앞"}, "b_to_a")});
    for (std::size_t k = 0; k < std::min<std::size_t>(20, study.links.size()); ++k) {
        const auto& link = study.links[k];
        const auto &a = (*input.map.units)[study.areas[link.from.at()].core],
                   &b = (*input.map.units)[study.areas[link.to.at()].core];
        table.add({word_cell(a.name, a.code), word_cell(b.name, b.code), plain_cell(link.value, 0),
            plain_cell(study.between(link.from, link.to), 0), plain_cell(study.between(link.to, link.from), 0)});
    }
    DataTable centred({text_title({"Measure", "지표"}, "measure"), number_title({"People", "인구"}, "people"),
        number_title({"Jobs", "일자리"}, "jobs")});
    const auto row = [&](const Bilingual& name, const std::string& raw, const std::optional<double>& people,
                         const std::optional<double>& jobs) {
        centred.add({word_cell(name, raw), plain_cell(people.value_or(blank), 3), plain_cell(jobs.value_or(blank), 3)});
    };
    row({"Rank-size slope, 2–4 largest", "순위-규모 기울기, 상위 2~4"}, "rank_size_slope", study.people.slope,
        study.jobs.slope);
    row({"Evenness", "균등도"}, "evenness", study.people.evenness, study.jobs.evenness);
    row({"Share of the largest", "최대 생활권 비중"}, "primacy", study.people.primacy, study.jobs.primacy);
    return figure({.id = "links",
               .title = {"Strongest links between living areas", "생활권 사이의 강한 연계"},
               .table = table,
               .place = TablePlace::open}) +
           figure({.id = "centred",
               .title = {"One centre or many", "단핵인가 다핵인가"},
               .note = {"Functional polycentricity (Green 2007) between areas: " + optional_text(study.functional, 3),
                   "생활권 사이 기능적 다핵성(Green 2007): " + optional_text(study.functional, 3)},
               .table = centred,
               .place = TablePlace::open});
}

// A place hardly anyone goes to is millions of steps away; how many does not matter.
TableCell steps_cell(const std::optional<double>& steps) {
    constexpr double very_far = 1e6;
    if (steps && *steps > very_far) return word_cell(same("> " + grouped(very_far)), compose("{}", {*steps}));
    return plain_cell(steps.value_or(blank), 0);
}

std::string standings_part(const StructureReportInput& input) {
    const auto& study = *input.map.study;
    DataTable table({text_title({"Living area (core)", "생활권 (중심)"}, "area"),
        number_title({"Receives", "받는 흐름"}, "in_strength"), number_title({"Sends", "보내는 흐름"}, "out_strength"),
        number_title({"Dominance", "지배도"}, "dominance"),
        text_title({"Sends most to", "가장 많이 보내는 곳"}, "main_destination"),
        text_title({"Leads", "이끎"}, "leads"), number_title({"Steps to it", "도달 걸음"}, "steps_to")});
    auto order = std::vector<const structure::LivingArea*>{};
    for (const auto& area : study.areas) order.push_back(&area);
    std::stable_sort(order.begin(), order.end(),
        [](const auto* a, const auto* b) { return a->standing.in_strength > b->standing.in_strength; });
    order.resize(std::min<std::size_t>(order.size(), 20));
    const auto name = [&](structure::Unit core) {
        return word_cell((*input.map.units)[core].name, (*input.map.units)[core].code);
    };
    for (const auto* area : order) {
        const auto& to = area->standing.main_destination;
        table.add({name(area->core), plain_cell(area->standing.in_strength, 0),
            plain_cell(area->standing.out_strength, 0), plain_cell(area->standing.dominance, 2),
            to ? name(study.areas[to->at()].core) : word_cell(same("–"), {}),
            word_cell(area->standing.is_terminal ? Bilingual{"yes", "예"} : Bilingual{"no", "아니오"}),
            steps_cell(area->steps_to)});
    }
    return figure({.id = "standings",
        .title = {"Who leads, the 20 that receive most", "이끄는 곳, 많이 받는 상위 20곳"},
        .note = {"Flows with other areas, in the unit of the flows. Dominance: received over the mean of all areas. "
                 "Leads: its "
                 "largest flow goes to an area that receives less. Steps: mean steps of the flow chain from other "
                 "areas until "
                 "it is reached.",
            "다른 생활권과의 흐름이며 단위는 흐름의 단위입니다. 지배도: 받는 흐름을 전체 평균으로 나눈 값. 이끎: 가장 "
            "큰 흐름이 "
            "덜 받는 곳으로 향함. 걸음: 다른 생활권에서 흐름을 따라 처음 도달하기까지의 평균 걸음 수."},
        .table = table,
        .place = TablePlace::open});
}

std::string levels_part(const StructureReportInput& input) {
    const auto& levels = input.map.study->levels;
    if (levels.empty()) return {};
    return figure({.id = "levels",
        .title = {"By level and over time", "수준별·연도별"},
        .note = level_note(),
        .table = level_table({{{}, {}, &levels}}, LevelYears::decades),
        .place = TablePlace::open});
}

std::string megaregions_part(const StructureReportInput& input) {
    if (input.megaregions.empty()) return {};
    DataTable table({text_title({"Megaregion of policy", "정책 초광역권"}, "megaregion"),
        number_title({"Own share of outside flow, %", "권역 내 교류 비중, %"}, "own_share_percent"),
        number_title({"Linkage inside", "내부 연계"}, "linkage"),
        number_title({"Strongest with another", "다른 권역과 최대"}, "most_with_other"),
        text_title({"Holds together", "이어지는가"}, "holds_together")});
    for (const auto& row : input.megaregions)
        table.add({word_cell(row.name), percent_cell(row.is_single ? blank : row.own_share),
            plain_cell(row.is_single ? blank : row.linkage, 2), plain_cell(row.most_with_other, 2),
            word_cell(row.is_single        ? Bilingual{"one region", "지역 하나"}
                      : row.holds_together ? Bilingual{"yes", "예"}
                                           : Bilingual{"no", "아니오"})});
    return paragraph({"Linkage: flow between regions over what their totals alone would give. A megaregion holds "
                      "together if its regions are tied more to one another than to any other megaregion.",
                         "연계: 지역 사이 흐름을 총량만으로 기대되는 값으로 나눈 것. 안의 연계가 다른 어느 권역과의 "
                         "연계보다 크면 이어진 것으로 봅니다."},
               "lead") +
           figure({.id = "megaregions",
               .title = {"Do the megaregions of policy hold together?", "정책 초광역권은 실제로 이어지는가"},
               .note = {compose("Likeness of policy's division with that of the flows: {:.2f}.",
                            {input.megaregion_likeness}),
                   compose("정책 구분과 흐름 구분의 유사도: {:.2f}.", {input.megaregion_likeness})},
               .table = table,
               .place = TablePlace::open});
}

std::string basis_part(const StructureReportInput& input) {
    const auto& origin = input.flows->origin();
    const auto& rule = input.map.study->request.rule;
    const Bilingual kind = flow_words(origin.kind), status = status_words(origin.status);
    std::string html =
        paragraph({compose("Flows: {}, {}, status {}, source {}{}.",
                       {kind.en, origin.unit, status.en, origin.source,
                           origin.year > 0 ? ", " + std::to_string(origin.year) : std::string{}}),
                      compose("흐름: {}, {}, 상태 {}, 출처 {}{}.",
                          {kind.ko, origin.unit == "person" ? "명" : origin.unit, status.ko, origin.source,
                              origin.year > 0 ? ", " + std::to_string(origin.year) + "년" : std::string{}})},
            "lead");
    html +=
        paragraph({compose("Rule: {} form; least size {} and target size {} resident workers; least self-containment "
                           "{:.1f} % and target {:.1f} %. Equations S1 to S27 of docs/model/structure.md.",
                       {rule.form == structure::ValidityForm::linear ? "linear" : "hyperbolic", grouped(rule.min_size),
                           grouped(rule.target_size), 100.0 * rule.min_sc, 100.0 * rule.target_sc}),
                      compose("기준: {}; 취업 거주자 최소 {}명, 목표 {}명; 자족도 최소 {:.1f}%, 목표 {:.1f}%. 식 "
                              "S1~S27은 docs/model/structure.md에 있습니다.",
                          {rule.form == structure::ValidityForm::linear ? "직선형" : "쌍곡선형", grouped(rule.min_size),
                              grouped(rule.target_size), 100.0 * rule.min_sc, 100.0 * rule.target_sc})},
            "lead");
    return html + meanings_of_statuses();
}

Document document_of(const StructureReportInput& input) {
    const auto& origin = input.flows->origin();
    const Bilingual kind = flow_words(origin.kind), status = status_words(origin.status);
    Document page{.kicker = input.title,
        .title = {"Living areas and linkages", "생활권과 연계"},
        .about = {compose("{} units, flows: {} ({})", {input.map.units->size(), kind.en, status.en}),
            compose("단위 {}개, 흐름: {} ({})", {input.map.units->size(), kind.ko, status.ko})},
        .footer = {{"Ecumene " + input.version, "Ecumene " + input.version}},
        .css = css,
        .version = input.version};
    const bool is_soft = origin.status != "reported" && origin.status != "derived";
    page.badges = element(
        "span", {{"class", is_soft ? "badge fair" : "badge good"}}, words({"flows " + status.en, "흐름 " + status.ko}));
    const auto add = [&](const char* id, const Bilingual& name, const std::string& html) {
        if (!html.empty()) page.parts.push_back({id, name, section(id, name, {}, html)});
    };
    add("result", {"Result", "결과"}, result_part(input));
    add("map", {"Living areas", "생활권"}, map_part(input));
    add("change", {"Before and after", "이전과 이후"}, before_part(input));
    add("methods-part", {"Methods", "방법 비교"}, methods_part(input));
    add("borders", {"Borders", "경계"}, borders_part(input));
    add("linkage", {"Linkages", "연계"}, links_part(input) + standings_part(input) + levels_part(input));
    add("megaregions-part", {"Megaregions", "초광역권"}, megaregions_part(input));
    add("basis", {"What it rests on", "근거"}, basis_part(input));
    return page;
}

}  // namespace

std::string structure_report(const StructureReportInput& input, Language language) {
    return html_document(document_of(input), language);
}

std::vector<StructurePicture> structure_pictures(const StructureReportInput& input) {
    std::vector<StructurePicture> pictures;
    if (!can_be_drawn(input.map)) return pictures;
    const Bilingual note{"Flows: " + input.flows->origin().status + ", " + input.flows->origin().source,
        "흐름: " + input.flows->origin().status + ", " + input.flows->origin().source};
    pictures.push_back({"living-areas", {"Living areas, cores and strongest links", "생활권과 중심, 강한 연계"}, note,
        areas_drawing(input.map, map_width).str("picture")});
    if (!input.map.shapes.empty())
        pictures.push_back({"before", {"Administrative regions", "행정구역"}, note,
            regions_drawing(input.map, map_width).str("picture")});
    if (!input.map.study->unit_stability.empty())
        pictures.push_back({"border-stability", {"How firm borders are", "경계의 안정성"}, note,
            stability_drawing(input.map, map_width).str("picture")});
    return pictures;
}

}  // namespace ecumene::output
