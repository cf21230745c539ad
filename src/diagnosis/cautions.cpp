#include "diagnosis/cautions.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace ecumene::diagnosis {
namespace {

constexpr const char* absent = "absent";

std::string_view status_in_korean(std::string_view status) {
    const std::pair<std::string_view, std::string_view> words[] = {
        {"derived", "파생"}, {"estimated", "추정"}, {"modelled", "모형"}, {"assumed", "가정"}, {absent, "없음"}};
    for (const auto& [english, korean] : words)
        if (english == status) return korean;
    return status;
}

Bilingual describe(const Caution& caution) {
    const auto places = join(caution.regions, ", ");
    const auto years = years_text(caution.years);
    if (caution.status == absent)
        return {compose("{}: no figure for {} in {}; where a sum is given it rests on the other regions", {caution.quantity, places, years}),
            compose("{}: {} 지역은 {}년 값이 없으며, 합계는 나머지 지역에 근거함", {caution.quantity, places, years})};
    return {compose("{}: figures of {} in {} are {}, not reported", {caution.quantity, places, years, caution.status}),
        compose("{}: {} 지역의 {}년 값은 공표값이 아니라 '{}' 값임", {caution.quantity, places, years, status_in_korean(caution.status)})};
}

// Years of one region by status, the years in which others have a figure and this one has none included.
std::map<std::string, std::vector<int>> years_by_status(const YearlySeries& series, const std::vector<int>& years) {
    std::map<std::string, std::vector<int>> by_status;
    for (const int year : years) {
        const Figure figure = figure_in(series, year);
        const std::string status = is_blank(figure.value) ? absent : figure.status;
        if (status != "reported") by_status[status].push_back(year);
    }
    return by_status;
}

std::vector<int> years_known(const RegionalSeries& series, Span span) {
    std::set<int> years;
    for (const auto& [region, figures] : series.by_region)
        for (const auto& [year, figure] : within(figures, span.first, span.last)) years.insert(year);
    return {years.begin(), years.end()};
}

// Regions with the same status in the same years share one caution.
void add_cautions(const std::string& quantity, const RegionalSeries& series, const Evidence& evidence, Span span, std::vector<Caution>& to) {
    const auto years = years_known(series, span);
    std::map<std::pair<std::string, std::vector<int>>, std::vector<std::string>> regions;
    for (const auto& region : evidence.regions)
        for (const auto& [status, in] : years_by_status(series.of(region), years)) regions[{status, in}].push_back(region);
    for (const auto& [key, who] : regions) {
        Caution caution{.quantity = quantity, .status = key.first, .regions = who, .years = key.second, .text = {}};
        caution.text = describe(caution);
        to.push_back(std::move(caution));
    }
}

class GapList {
public:
    void add(std::string table, Bilingual text) { gaps_.push_back({std::move(text), std::move(table)}); }
    std::vector<Gap> take() { return std::move(gaps_); }

private:
    std::vector<Gap> gaps_;
};

void add_year_gaps(const Request& request, Span span, GapList& gaps) {
    if (request.first_year > 0 && request.first_year < span.first)
        gaps.add("tables/emissions.csv",
            {compose("the emissions begin in {}: figures asked from {} begin there", {span.first, request.first_year}),
                compose("배출량 자료가 {}년에 시작하여, 요청한 {}년 대신 그 해부터 계산함", {span.first, request.first_year})});
    if (request.last_year > span.last)
        gaps.add("tables/emissions.csv", {compose("the emissions end in {}: figures asked to {} end there", {span.last, request.last_year}),
                                             compose("배출량 자료가 {}년에 끝나, 요청한 {}년 대신 그 해까지 계산함", {span.last, request.last_year})});
}

void add_population_gaps(const Evidence& e, Span span, GapList& gaps) {
    constexpr const char* table = "tables/population.csv";
    if (e.population.by_region.empty()) {
        gaps.add(table, {"nothing can be said per head: there is no population", "인구 자료가 없어 1인당 값을 계산할 수 없음"});
        return;
    }
    for (const int year : {span.first, span.last})
        if (is_blank(figure_in(e.all.people, year).value))
            gaps.add(table, {compose("figures per head do not reach {}: the population of some region is not known", {year}),
                                compose("일부 지역의 인구가 없어 {}년의 1인당 값을 계산할 수 없음", {year})});
}

void add_value_added_gaps(const Evidence& e, Span span, GapList& gaps) {
    constexpr const char* table = "tables/gva.csv";
    if (e.value_added.empty())
        gaps.add(table, {"nothing can be said per value added: there is no regional product", "지역내총생산 자료가 없어 부가가치당 배출량을 계산할 수 없음"});
    for (const auto& series : e.all.value_added) {
        const Span has = span_of({&series.per_gva}, span.first, span.last);
        const auto name = series.measure + " " + series.prices;
        if (has.is_empty())
            gaps.add(table, {compose("{} has no year in common with the emissions of all regions", {name}),
                                compose("{}: 전 지역 배출량과 겹치는 연도가 없음", {name})});
        else if (has.first > span.first || has.last < span.last)
            gaps.add(table, {compose("per {} the years are {}-{}, not {}-{}", {name, has.first, has.last, span.first, span.last}),
                                compose("{}당 값은 {}-{}년이 아니라 {}-{}년에 대한 것임", {name, span.first, span.last, has.first, has.last})});
    }
    const auto is_constant = [](const ValueAddedTable& t) { return t.prices != "nominal"; };
    if (!e.value_added.empty() && std::none_of(e.value_added.begin(), e.value_added.end(), is_constant))
        gaps.add(table, {"only nominal prices: growth per value added contains inflation", "명목 가격뿐이어서 부가가치당 증감에 물가가 섞임"});
}

void add_emission_gaps(const dataset::Dataset& data, const Evidence& e, Span span, GapList& gaps) {
    constexpr const char* table = "tables/emissions.csv";
    const Frame& emissions = data.table("emissions");
    const auto has = [&](const char* column, const char* value) {
        const auto& cells = emissions.texts(column);
        return std::find(cells.begin(), cells.end(), value) != cells.end();
    };
    const auto& sectors = emissions.texts("sector");
    if (!has("ledger", "consumption"))
        gaps.add(table, {"the consumption ledger is not there: what each region causes elsewhere by the power and goods it uses cannot be said",
                            "소비 기준 배출량이 없어, 지역이 쓰는 전력·재화가 다른 지역에서 일으킨 배출은 알 수 없음"});
    if (std::all_of(sectors.begin(), sectors.end(), [](const auto& sector) { return sector == "total"; }))
        gaps.add(table, {"no sectors by region: why emissions moved cannot be split by sector", "지역별 부문 구분이 없어 증감 원인을 부문별로 나눌 수 없음"});
    for (const auto& [year, rest] : within(e.unallocated, span.first, span.last))
        gaps.add(table, {compose("{}: the regions leave {} tCO2eq of the nation's figure unallocated", {year, grouped(rest.value)}),
                            compose("{}년: 전국 값 중 {} tCO2eq가 지역에 배분되지 않음", {year, grouped(rest.value)})});
    for (const auto& basis : e.emissions.others)
        gaps.add(table, {compose("totals by {} {} are there too and were not read: figures are by {} {}",
                             {basis.tree, basis.gwp, e.emissions.basis.tree, e.emissions.basis.gwp}),
                            compose("{} {} 기준 합계도 있으나 쓰지 않았으며, 값은 {} {} 기준임",
                                {basis.tree, basis.gwp, e.emissions.basis.tree, e.emissions.basis.gwp})});
}

void add_group_gaps(const Evidence& e, GapList& gaps) {
    std::set<std::string> grouped_regions;
    for (const auto& series : e.groups) grouped_regions.insert(series.group.regions.begin(), series.group.regions.end());
    std::vector<std::string> outside;
    for (const auto& region : e.regions)
        if (!grouped_regions.count(region)) outside.push_back(region);
    if (!outside.empty())
        gaps.add("regions.csv", {compose("{} belong to no group: they count in the sum of all regions only", {join(outside, ", ")}),
                                    compose("{} 지역은 어느 권역에도 속하지 않아 전체 합계에만 포함됨", {join(outside, ", ")})});
}

}  // namespace

std::string years_text(const std::vector<int>& years) {
    std::vector<std::string> runs;
    for (std::size_t i = 0; i < years.size();) {
        std::size_t end = i;
        while (end + 1 < years.size() && years[end + 1] == years[end] + 1) ++end;
        runs.push_back(end == i ? std::to_string(years[i]) : std::to_string(years[i]) + "-" + std::to_string(years[end]));
        i = end + 1;
    }
    return join(runs, ", ");
}

std::vector<Caution> cautions_of(const Evidence& evidence, Span span) {
    std::vector<Caution> cautions;
    add_cautions("emissions", evidence.emissions.series, evidence, span, cautions);
    add_cautions("population", evidence.population, evidence, span, cautions);
    for (const auto& table : evidence.value_added)
        add_cautions(table.measure + " " + table.prices, table.series, evidence, span, cautions);
    return cautions;
}

std::vector<Gap> gaps_of(const dataset::Dataset& data, const Evidence& evidence, const Request& request, Span span) {
    GapList gaps;
    add_year_gaps(request, span, gaps);
    add_emission_gaps(data, evidence, span, gaps);
    add_population_gaps(evidence, span, gaps);
    add_value_added_gaps(evidence, span, gaps);
    add_group_gaps(evidence, gaps);
    return gaps.take();
}

}  // namespace ecumene::diagnosis
