#include "output/structure/centres_report.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "output/document.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/structure/centres_map.hpp"
#include "output/structure/level_table.hpp"

namespace ecumene::output {
namespace {

using structure::Alternative;
using structure::Alternatives;

constexpr const char* centres_css = R"(
.centres-map .ground { fill: var(--soft); stroke: var(--line); stroke-width: .5; } .centres-map .area-name { fill: var(--ink); }
.centres-map .land { fill: var(--quiet); stroke: none; } .centres-map .grew { fill: var(--s0); opacity: .8; }
.centres-map .shrank { fill: var(--s1); opacity: .8; } .centres-map .sub { fill: none; stroke: var(--ink); stroke-width: 1; }
.centres-map .core { fill: none; stroke: var(--ink); stroke-width: 2.4; }
)";

std::string signed_percent(double share) {
    return compose("{:+.1f} %", {100.0 * share});
}

double saving(const Alternatives& all, const Alternative& a) {
    return 1.0 - a.travel.carbon / all.of("trend").travel.carbon;
}

double worst_off_saving(const Alternatives& all, const Alternative& a) {
    return 1.0 - a.travel.worst_off_minutes / all.of("trend").travel.worst_off_minutes;
}

DataTable comparison(const Alternatives& all) {
    DataTable table({text_title({"Structure", "구조"}, "name"),
        number_title({"Travel carbon, Mt/year", "통행 탄소, 백만 톤/년"}, "travel_carbon_Mt"),
        number_title({"against trend, %", "추세 대비, %"}, "carbon_percent"),
        number_title({"of it by centres alone, %", "거점만의 효과, %"}, "carbon_of_centres_percent"),
        number_title({"Billion person-km", "십억 인km"}, "person_km_1e9"),
        number_title({"Worst-off fifth, min", "하위 20 %, 분"}, "worst_off_minutes"),
        number_title({"against trend, %", "추세 대비, %"}, "worst_off_percent"),
        number_title(
            {"Jobs the worst-off fifth reaches, thousand", "하위 20 %의 접근 일자리, 천"}, "worst_off_jobs_1e3"),
        number_title({"Cores", "핵심거점"}, "cores"), number_title({"Sub-centres", "부거점"}, "sub_centres"),
        number_title({"Gap of the choice, %", "최적성 간격, %"}, "gap_percent")});
    const double trend = all.of("trend").travel.carbon;
    for (const Alternative& a : all.list)
        table.add({word_cell(a.title, a.name), plain_cell(a.travel.carbon / 1e6, 2),
            plain_cell(-100.0 * saving(all, a), 1), plain_cell(100.0 * (a.carbon_of_centres / trend - 1.0), 1),
            plain_cell(a.travel.total_pkm / 1e9, 1), plain_cell(a.travel.worst_off_minutes, 1),
            plain_cell(-100.0 * worst_off_saving(all, a), 1), plain_cell(a.jobs_in_reach.worst_off / 1e3, 0),
            plain_cell(static_cast<double>(a.plan.centres.back().size()), 0),
            plain_cell(static_cast<double>(a.plan.centres[1].size()), 0),
            a.name == "trend" ? word_cell({"given", "주어짐"}) : plain_cell(100.0 * a.plan.relative_gap(), 3)});
    return table;
}

DataTable bands(const Alternatives& all) {
    DataTable table({text_title({"Structure", "구조"}, "name"), text_title({"Distance", "거리"}, "band"),
        number_title({"Billion person-km a year", "연간 십억 인km"}, "person_km_1e9"),
        number_title({"by car, %", "승용차, %"}, "car_percent")});
    for (const Alternative& a : all.list)
        for (std::size_t b = 0; b < all.modes.bands.size(); ++b) {
            const double end = all.modes.bands[b].up_to_km;
            const std::string from = b == 0 ? "0" : shortest(all.modes.bands[b - 1].up_to_km);
            const std::string text = std::isfinite(end) ? from + "–" + shortest(end) + " km" : "> " + from + " km";
            table.add({word_cell(a.title, a.name), word_cell(same(text)), plain_cell(a.travel.pkm_by_band[b] / 1e9, 1),
                plain_cell(100.0 * all.modes.bands[b].shares.front(), 0)});
        }
    return table;
}

DataTable sensitivity(const Alternatives& all) {
    DataTable table({text_title({"Assumption", "가정"}, "assumption"), number_title({"times", "배"}, "factor"),
        text_title({"Structure", "구조"}, "name"),
        number_title({"Carbon against trend, %", "추세 대비 탄소, %"}, "carbon_percent"),
        number_title({"Worst-off fifth against trend, %", "추세 대비 하위 20 %, %"}, "worst_off_percent"),
        number_title({"Cores", "핵심거점"}, "cores")});
    for (const structure::SensitivityRow& row : all.sensitivity) {
        if (row.alternative != "multi-nuclear") continue;
        const auto& list = structure::assumptions();
        const auto known = std::find_if(
            list.begin(), list.end(), [&](const structure::Assumption& a) { return a.name == row.assumption; });
        table.add({word_cell(known == list.end() ? same(row.assumption) : known->about, row.assumption),
            plain_cell(row.factor, 2), word_cell(all.of(row.alternative).title, row.alternative),
            plain_cell(-100.0 * row.carbon_saving, 1), plain_cell(-100.0 * row.minutes_saving, 1),
            plain_cell(static_cast<double>(row.cores), 0)});
    }
    return table;
}

DataTable assumed(const CentresReport& report) {
    DataTable table({text_title({"Assumption", "가정"}, "about"), text_title({"Name", "이름"}, "assumption"),
        number_title({"Value", "값"}, "value"), text_title({"Unit", "단위"}, "unit"),
        text_title({"Ground", "근거"}, "ground")});
    for (const structure::Assumption& a : structure::assumptions())
        table.add({word_cell(a.about), word_cell(same(a.name)), word_cell(same(shortest(report.assumptions->*a.value))),
            word_cell(same(a.unit)), word_cell(same(a.ground))});
    return table;
}

DataTable tiers(const Alternatives& all) {
    std::vector<LevelPart> parts{{{"Today", "현재"}, "today", &all.today_by_tier}};
    for (const Alternative& a : all.list) parts.push_back({a.title, a.name, &a.by_tier});
    return level_table(parts, LevelYears::all);
}

// The least and the greatest saving of multi-nuclear over all that was varied.
Bilingual range_of(const Alternatives& all) {
    double low = saving(all, all.of("multi-nuclear")), high = low;
    for (const structure::SensitivityRow& row : all.sensitivity)
        if (row.alternative == "multi-nuclear") {
            low = std::min(low, row.carbon_saving);
            high = std::max(high, row.carbon_saving);
        }
    return {compose("between {:.1f} and {:.1f} %", {100.0 * low, 100.0 * high}),
        compose("{:.1f}–{:.1f} %", {100.0 * low, 100.0 * high})};
}

bool has(const Alternatives& all, const char* name) {
    return std::any_of(all.list.begin(), all.list.end(), [&](const Alternative& a) { return a.name == name; });
}

std::string headline(const Alternatives& all) {
    if (!has(all, "multi-nuclear"))
        return paragraph(
            {"No multi-nuclear structure meets its limits.", "제약을 만족하는 다핵 구조가 없습니다."}, "lead");
    const Alternative& a = all.of("multi-nuclear");
    const Bilingual range = range_of(all);
    return paragraph(
        {compose("With {} cores and {} sub-centres, and homes and jobs moved within the limits, travel carbon is {} "
                 "against "
                 "trend (saving {} as assumptions vary), and the time of the worst-off fifth of people to their "
                 "centres {}.",
             {a.plan.centres.back().size(), a.plan.centres[1].size(), signed_percent(-saving(all, a)), range.en,
                 signed_percent(-worst_off_saving(all, a))}),
            compose("핵심거점 {}곳과 부거점 {}곳을 두면 통행 탄소는 추세 대비 {} (가정에 따라 감축 {}), 하위 20 % "
                    "주민의 거점 도달시간은 {}입니다.",
                {a.plan.centres.back().size(), a.plan.centres[1].size(), signed_percent(-saving(all, a)), range.ko,
                    signed_percent(-worst_off_saving(all, a))})},
        "lead");
}

std::vector<files::Polygons> outlines_of_regions(const CentresReport& report) {
    std::map<std::string, std::vector<const files::Polygons*>> parts;
    for (std::size_t i = 0; i < report.shapes.size(); ++i)
        parts[report.basis->units[structure::Unit{static_cast<std::int32_t>(i)}].region].push_back(&report.shapes[i]);
    std::vector<files::Polygons> outlines;
    for (const auto& [region, shapes] : parts) outlines.push_back(files::dissolved(shapes));
    return outlines;
}

std::string maps(const CentresReport& report) {
    const auto ground = outlines_of_regions(report);
    std::string inner;
    std::vector<Choice> choices;
    for (const Alternative& a : report.alternatives->list) choices.push_back({a.name, a.title});
    const std::string chosen = has(*report.alternatives, "multi-nuclear") ? "multi-nuclear" : "trend";
    for (const Alternative& a : report.alternatives->list)
        inner += panel("centres", {{"name", a.name}}, a.name == chosen,
            centres_map(*report.basis, ground, a, report.alternatives->of("trend"), title_id("centres-map")));
    return figure({.id = "centres-map",
        .title = {"Centres and growth against trend", "거점과 추세 대비 성장"},
        .note = {compose("A disc is a municipality, its area the people more or fewer than in trend at the horizon: as "
                         "wide as the ring of a core, {} people. A thin ring is a sub-centre, a thick ring a core. "
                         "Local centres are not drawn.",
                     {grouped(people_of_a_core_ring())}),
            compose("원은 시군구이며 넓이는 목표연도 인구의 추세 대비 증감입니다(핵심거점 고리만 한 원이 {}명). 얇은 "
                    "고리는 "
                    "부거점, 굵은 고리는 핵심거점입니다. 생활거점은 그리지 않았습니다.",
                {grouped(people_of_a_core_ring())})},
        .controls = switcher("centres", "name", {"Structure", "구조"}, choices, chosen),
        .drawing = inner,
        .legend = legend({{"s0", {"more people than in trend", "추세보다 많음"}},
            {"s1", {"fewer people than in trend", "추세보다 적음"}}})});
}

}  // namespace

std::string centres_report(const CentresReport& report, Language language) {
    const Alternatives& all = *report.alternatives;
    Document page{.kicker = report.title,
        .title = {"Centres and growth", "거점과 성장"},
        .about = {compose("Structures of {}: {} municipalities, {} living areas",
                      {report.basis->horizon, report.basis->units.size(), report.basis->areas.areas}),
            compose("{}년 공간구조: 시군구 {}곳, 생활권 {}곳",
                {report.basis->horizon, report.basis->units.size(), report.basis->areas.areas})}};
    page.parts.push_back({"result", {"Result", "결과"},
        section("result", {"What each structure saves", "구조별 효과"}, {},
            headline(all) +
                figure({.id = "alternatives",
                    .title = {"Structures side by side", "구조 비교"},
                    .note = {"One yardstick for all: everyone to the nearest centre of each tier, commuting by jobs "
                             "and distance with today's "
                             "deterrence. The gap is of the choice's cost, which is not this yardstick.",
                        "모든 구조를 같은 잣대로 쟀습니다. 최적성 간격은 선택 모형의 비용에 대한 것입니다."},
                    .table = comparison(all),
                    .place = TablePlace::open}))});
    page.parts.push_back({"map", {"Map", "지도"},
        section("map", {"Where centres stand and homes grow", "거점과 성장의 위치"}, {}, maps(report))});
    page.parts.push_back({"travel", {"Travel", "통행"},
        section("travel", {"How far people travel", "통행 거리"}, {},
            figure({.id = "bands",
                .title = {"Person-kilometres by distance", "거리대별 인km"},
                .note = {"Commuting and trips to centres only: leisure, business and freight are not in it.",
                    "통근과 거점 통행만 포함합니다. 여가·업무·화물은 없습니다."},
                .table = bands(all),
                .place = TablePlace::open}))});
    page.parts.push_back({"tiers", {"Many-centredness", "다핵성"},
        section("tiers",
            {"How many-centred each tier is, today and at the horizon", "거점 등급별 다핵성, 현재와 목표연도"},
            {"Everyone belongs to the nearest centre of each tier; commuting between these catchments is modelled.",
                "주민은 등급마다 가장 가까운 거점에 속합니다. 권역 사이 통근은 모형값입니다."},
            figure({.id = "by-tier",
                .title = {"Catchments of each tier", "등급별 권역"},
                .note = level_note(),
                .table = tiers(all),
                .place = TablePlace::open}))});
    page.parts.push_back({"sensitivity", {"How sure", "민감도"},
        section("sensitivity", {"How the multi-nuclear saving moves with assumptions", "가정에 따른 다핵 구조 효과"},
            {"One at a time. Where an assumption decides the choice itself (how far people may move, what centres "
             "cost, prices of "
             "carbon and time), the structure is chosen anew; else it is held.",
                "한 번에 하나씩 바꿨습니다. 선택을 정하는 가정(인구 이동 한도, 거점 비용, 탄소·시간 가격)은 구조를 "
                "다시 "
                "선택하고, 나머지는 구조를 고정했습니다."},
            figure({.id = "sensitivity",
                .title = {"Sensitivity", "민감도"},
                .table = sensitivity(all),
                .place = TablePlace::open}))});
    page.parts.push_back({"assumptions", {"Assumptions", "가정"},
        section("assumptions", {"Every assumption", "모든 가정"},
            {"Change one with --set name=value.", "--set 이름=값으로 바꿉니다."},
            figure({.id = "assumptions",
                .title = {"Assumptions", "가정"},
                .table = assumed(report),
                .place = TablePlace::open}))});
    page.footer.push_back(
        {"Modelled: jobs of municipalities, commuting, ways (straight lines times a detour, the sea not seen), trend "
         "(the province's projection at today's "
         "shares). Equations: docs/model/centres.md.",
            "모형값: 시군구 일자리, 통근, 거리(직선 × 우회 계수, 바다 미반영), 추세(시도 추계를 현재 비중으로 배분). "
            "수식: docs/model/centres.md."});
    page.css = centres_css;
    page.version = report.version;
    return html_document(page, language);
}

}  // namespace ecumene::output
