#include "output/structure/level_table.hpp"

#include <algorithm>
#include <utility>

namespace ecumene::output {
namespace {

using structure::LevelRow;

Bilingual level_words(const std::string& level) {
    static const std::vector<std::pair<std::string, Bilingual>> words{{"unit", {"units", "단위(시군구)"}},
        {"living_area", {"living areas", "생활권"}}, {"region", {"regions", "지역"}},
        {"megaregion", {"megaregions", "초광역권"}}, {"local", {"local centres", "생활거점"}},
        {"sub-centre", {"sub-centres", "부거점"}}, {"core", {"cores", "핵심거점"}}};
    const auto known = std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.first == level; });
    return known == words.end() ? same(level) : known->second;
}

bool is_shown(const LevelRow& row, LevelYears years) {
    return years == LevelYears::all || row.by_flows || row.year % 10 == 0;
}

TableCell share_or_dash(const std::optional<double>& share) {
    return plain_cell(share ? 100.0 * *share : blank, 1);
}

TableCell number_or_dash(const std::optional<double>& value, int decimals) {
    return plain_cell(value.value_or(blank), decimals);
}

TableCell passage_cell(const std::optional<structure::MeanPassage>& passage) {
    auto cell = plain_cell(passage ? passage->steps : blank, 0);
    if (passage) cell.shown = same(cell.shown.en + compose(" ({})", {passage->places}));
    return cell;
}

// A column, and whether it stays where structures stand side by side and room is scarce.
struct LevelColumn {
    Title title;
    TableCell (*cell)(const LevelRow&);
    bool is_kept_brief{true};
};

structure::SizeMeasures people_of(const LevelRow& row) {
    return row.people.value_or(structure::SizeMeasures{});
}

structure::LevelMeasures flows_of(const LevelRow& row) {
    return row.by_flows.value_or(structure::LevelMeasures{});
}

std::vector<LevelColumn> columns() {
    return {{text_title({"Level", "수준"}, "level"),
                [](const LevelRow& r) { return word_cell(level_words(r.level), r.level); }},
        {number_title({"Year", "연도"}, "year"),
            [](const LevelRow& r) { return r.year > 0 ? year_cell(r.year) : plain_cell(blank, 0); }, false},
        {number_title({"Places", "곳"}, "places"),
            [](const LevelRow& r) { return plain_cell(static_cast<double>(r.places), 0); }},
        {number_title({"People: slope", "인구: 기울기"}, "people_slope"),
            [](const LevelRow& r) { return number_or_dash(people_of(r).slope, 2); }},
        {number_title({"People: largest, %", "인구: 최대 비중, %"}, "people_primacy_percent"),
            [](const LevelRow& r) { return share_or_dash(people_of(r).primacy); }},
        {number_title({"People: evenness", "인구: 균등도"}, "people_evenness"),
            [](const LevelRow& r) { return number_or_dash(people_of(r).evenness, 3); }, false},
        {number_title({"Jobs: slope", "일자리: 기울기"}, "jobs_slope"),
            [](const LevelRow& r) { return number_or_dash(flows_of(r).jobs.slope, 2); }},
        {number_title({"Jobs: largest, %", "일자리: 최대 비중, %"}, "jobs_primacy_percent"),
            [](const LevelRow& r) { return share_or_dash(flows_of(r).jobs.primacy); }},
        {number_title({"Jobs: evenness", "일자리: 균등도"}, "jobs_evenness"),
            [](const LevelRow& r) { return number_or_dash(flows_of(r).jobs.evenness, 3); }, false},
        {number_title({"Inner flow, %", "내부 흐름, %"}, "internal_share_percent"),
            [](const LevelRow& r) {
                return share_or_dash(r.by_flows ? std::optional(r.by_flows->internal_share) : std::nullopt);
            }},
        {number_title({"Functional", "기능적 다핵성"}, "functional"),
            [](const LevelRow& r) { return number_or_dash(flows_of(r).functional, 4); }},
        {number_title({"First passage, steps (of places)", "첫 도달, 걸음 (곳)"}, "first_passage_steps"),
            [](const LevelRow& r) { return passage_cell(flows_of(r).first_passage); }},
        {number_title({"Leading places", "이끄는 곳"}, "leading"),
            [](const LevelRow& r) {
                return plain_cell(r.by_flows ? static_cast<double>(r.by_flows->leading) : blank, 0);
            }},
        {number_title({"Largest dominance", "최대 지배도"}, "largest_dominance"),
            [](const LevelRow& r) { return number_or_dash(flows_of(r).dominance, 1); }}};
}

}  // namespace

DataTable level_table(const std::vector<LevelPart>& parts, LevelYears years) {
    const bool has_names =
        std::any_of(parts.begin(), parts.end(), [](const LevelPart& part) { return !part.raw.empty(); });
    auto shown = columns();
    if (has_names)
        shown.erase(std::remove_if(shown.begin(), shown.end(), [](const LevelColumn& c) { return !c.is_kept_brief; }),
            shown.end());
    std::vector<Title> titles;
    if (has_names) titles.push_back(text_title({"Structure", "구조"}, "name"));
    for (const auto& column : shown) titles.push_back(column.title);
    DataTable table(std::move(titles));
    for (const auto& part : parts)
        for (const auto& row : *part.rows) {
            if (!is_shown(row, years)) continue;
            std::vector<TableCell> cells;
            if (has_names) cells.push_back(word_cell(part.name, part.raw));
            for (const auto& column : shown) cells.push_back(column.cell(row));
            table.add(std::move(cells));
        }
    return table;
}

Bilingual level_note() {
    return {
        "Slope: rank and size over the 2 to 4 largest, 0 many alike. Functional (Green 2007): 0 few ties, 1 all tied "
        "alike. First "
        "passage: mean steps of the flows between two places, in brackets how many places lead to one another and are "
        "counted; one "
        "less than these where all go anywhere alike. Leading: places whose largest flow goes to a smaller one. "
        "Dominance: what the "
        "first of them receives over the mean.",
        "기울기: 상위 2~4곳의 순위-규모, 0이면 고름. 기능적 다핵성(Green 2007): 0 연계 적음, 1 모두 고르게 연계. 첫 "
        "도달: 흐름을 "
        "따라 두 곳 사이를 가는 평균 걸음, 괄호는 서로 이어져 계산에 든 곳의 수이며 모두 고르게 이어지면 그보다 하나 "
        "적음. 이끄는 "
        "곳: 가장 큰 흐름이 더 작은 곳으로 향하는 곳. 지배도: 가장 많이 받는 곳이 받는 양을 평균으로 나눈 값."};
}

}  // namespace ecumene::output
