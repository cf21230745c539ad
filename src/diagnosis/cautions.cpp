#include "diagnosis/cautions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "diagnosis/names.hpp"

namespace ecumene::diagnosis {
namespace {

constexpr const char* absent = "absent";

std::string_view status_in_korean(std::string_view status) {
    const std::pair<std::string_view, std::string_view> words[] = {
        {"derived", "산출"}, {"estimated", "추정"}, {"modelled", "모형"}, {"assumed", "가정"}, {absent, "없음"}};
    for (const auto& [english, korean] : words)
        if (english == status) return korean;
    return status;
}

// Years in which the people of such regions are counted on their own though the figure is not.
std::vector<int> years_with_people(const Caution& caution, const Evidence& evidence) {
    std::vector<int> years;
    for (const int year : caution.years)
        for (const auto& region : caution.regions)
            if (!is_blank(evidence.population.in(region, year).value) && (years.empty() || years.back() != year))
                years.push_back(year);
    return years;
}

Bilingual describe_absent(const Caution& caution, const Bilingual& quantity, const Evidence& evidence) {
    const auto places = places_text(caution.regions, evidence);
    const auto years = years_text(caution.years);
    Bilingual text{compose("{}: no figure for {} in {}; where a sum is given it rests on the other regions",
                       {quantity.en, places.en, years}),
        compose("{}: {}의 {}년 값이 없으며, 합계는 나머지 지역에 근거함", {quantity.ko, places.ko, years})};
    const auto apart = years_text(years_with_people(caution, evidence));
    if (apart.empty()) return text;
    text.en += compose(
        "; people are counted apart in {}: if a neighbour's figure holds what is missing, it is set against too few "
        "people",
        {apart});
    text.ko +=
        compose("; {}년에는 인구만 따로 집계되어, 이 값을 포함하는 이웃 지역이 있다면 그 지역은 적은 인구와 견주게 됨",
            {apart});
    return text;
}

Bilingual describe(const Caution& caution, const Bilingual& quantity, const Evidence& evidence) {
    if (caution.status == absent) return describe_absent(caution, quantity, evidence);
    const auto places = places_text(caution.regions, evidence);
    const auto years = years_text(caution.years);
    return {compose("{}: figures of {} in {} are {}, not reported", {quantity.en, places.en, years, caution.status}),
        compose("{}: {}의 {}년 값은 보고값이 아니라 '{}' 값임",
            {quantity.ko, places.ko, years, status_in_korean(caution.status)})};
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
void add_cautions(const std::string& quantity, const Bilingual& name, const RegionalSeries& series,
    const Evidence& evidence, Span span, std::vector<Caution>& to) {
    const auto years = years_known(series, span);
    std::map<std::pair<std::string, std::vector<int>>, std::vector<std::string>> regions;
    for (const auto& region : evidence.regions)
        for (const auto& [status, in] : years_by_status(series.of(region), years))
            regions[{status, in}].push_back(region);
    for (const auto& [key, who] : regions) {
        Caution caution{.quantity = quantity, .status = key.first, .regions = who, .years = key.second, .text = {}};
        caution.text = describe(caution, name, evidence);
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
                compose("배출량 자료가 {}년에 시작하여, 요청한 {}년 대신 그 해부터 계산함",
                    {span.first, request.first_year})});
    if (request.last_year > span.last)
        gaps.add("tables/emissions.csv",
            {compose("the emissions end in {}: figures asked to {} end there", {span.last, request.last_year}),
                compose(
                    "배출량 자료가 {}년에 끝나, 요청한 {}년 대신 그 해까지 계산함", {span.last, request.last_year})});
}

void add_population_gaps(const Evidence& e, Span span, GapList& gaps) {
    constexpr const char* table = "tables/population.csv";
    if (e.population.by_region.empty()) {
        gaps.add(table,
            {"nothing can be said per head: there is no population", "인구 자료가 없어 1인당 값을 계산할 수 없음"});
        return;
    }
    for (const int year : {span.first, span.last})
        if (is_blank(figure_in(e.all.people, year).value))
            gaps.add(
                table, {compose("figures per head do not reach {}: the population of some region is not known", {year}),
                           compose("일부 지역의 인구가 없어 {}년의 1인당 값을 계산할 수 없음", {year})});
}

void add_value_added_gaps(const Evidence& e, Span span, GapList& gaps) {
    constexpr const char* table = "tables/gva.csv";
    if (e.value_added.empty())
        gaps.add(table, {"nothing can be said per value added: there is no regional product",
                            "지역내총생산 자료가 없어 부가가치당 배출량을 계산할 수 없음"});
    for (const auto& series : e.all.value_added) {
        const Span has = span_of({&series.per_gva}, span.first, span.last);
        const auto name = product_name(series.measure, series.prices);
        if (has.is_empty())
            gaps.add(table, {compose("{} has no year in common with the emissions of all regions", {name.en}),
                                compose("{}: 전 지역 배출량과 겹치는 연도가 없음", {name.ko})});
        else if (has.first > span.first || has.last < span.last)
            gaps.add(table, {compose("emissions per {}: the years are {}-{}, not {}-{}",
                                 {name.en, has.first, has.last, span.first, span.last}),
                                compose("{} 대비 배출량은 {}-{}년이 아니라 {}-{}년에 대한 것임",
                                    {name.ko, span.first, span.last, has.first, has.last})});
    }
    const auto is_constant = [](const ValueAddedTable& t) { return t.prices != "nominal"; };
    if (!e.value_added.empty() && std::none_of(e.value_added.begin(), e.value_added.end(), is_constant))
        gaps.add(table, {"only nominal prices: growth per value added contains inflation",
                            "명목 가격뿐이어서 부가가치당 증감에 물가가 섞임"});
}

void add_unallocated_gap(const YearlySeries& unallocated, GapList& gaps) {
    if (unallocated.empty()) return;
    std::vector<int> years;
    for (const auto& [year, figure] : unallocated) years.push_back(year);
    const auto& [last, rest] = *unallocated.rbegin();
    gaps.add("tables/emissions.csv",
        {compose("the nation's emissions and the sum of regions differ in {}; {} tCO2eq are unallocated in {}",
             {years_text(years), grouped(rest.value), last}),
            compose("{}년의 전국 값과 지역 합계가 다르며, {}년에 {} tCO2eq가 지역에 배분되지 않음",
                {years_text(years), last, grouped(rest.value)})});
}

bool has_sectors_of_regions(const dataset::Dataset& data, const Frame& emissions) {
    const auto &sectors = emissions.texts("sector"), &regions = emissions.texts("region");
    for (std::size_t row = 0; row < emissions.rows(); ++row)
        if (sectors[row] != "total" && regions[row] != data.settings().nation) return true;
    return false;
}

void add_emission_gaps(const dataset::Dataset& data, const Evidence& e, Span span, GapList& gaps) {
    constexpr const char* table = "tables/emissions.csv";
    const Frame& emissions = data.table("emissions");
    const auto has = [&](const char* column, const char* value) {
        const auto& cells = emissions.texts(column);
        return std::find(cells.begin(), cells.end(), value) != cells.end();
    };
    const bool has_power = data.table("energy_balance").rows() > 0;
    if (has_power)
        gaps.add(
            table, {"the consumption ledger moves power and heat only: what goods and services cause elsewhere "
                    "cannot be said",
                       "소비 기준은 전력과 열만 옮긴 것으로, 재화·서비스가 다른 지역에서 일으킨 배출은 알 수 없음"});
    else if (!has("ledger", "consumption"))
        gaps.add(table, {"the consumption ledger is not there: what each region causes elsewhere by the power and "
                         "goods it uses cannot be said",
                            "소비 기준 배출량이 없어, 지역이 쓰는 전력·재화가 다른 지역에서 일으킨 배출은 알 수 없음"});
    if (!has_sectors_of_regions(data, emissions))
        gaps.add(table, {"no sectors by region: why emissions moved cannot be split by sector",
                            "지역별 부문 구분이 없어 증감 원인을 부문별로 나눌 수 없음"});
    add_unallocated_gap(within(e.unallocated, span.first, span.last), gaps);
    const auto own = basis_name(e.emissions.basis.tree, e.emissions.basis.gwp);
    for (const auto& basis : e.emissions.others) {
        const auto other = basis_name(basis.tree, basis.gwp);
        gaps.add(
            table, {compose("totals by another basis ({}) are there too and were not read: figures are by {}",
                        {other.en, own.en}),
                       compose("다른 기준({})의 합계도 있으나 쓰지 않았으며, 값은 {} 기준임", {other.ko, own.ko})});
    }
}

void add_group_gaps(const Evidence& e, GapList& gaps) {
    std::set<std::string> grouped_regions;
    for (const auto& series : e.groups)
        grouped_regions.insert(series.group.regions.begin(), series.group.regions.end());
    std::vector<std::string> outside;
    for (const auto& region : e.regions)
        if (!grouped_regions.count(region)) outside.push_back(region);
    if (!outside.empty())
        gaps.add("regions.csv",
            {compose("{}: in no group, counted in the sum of all regions only", {places_text(outside, e).en}),
                compose("{}: 어느 권역에도 속하지 않아 전체 합계에만 포함됨", {places_text(outside, e).ko})});
}

}  // namespace

std::string years_text(const std::vector<int>& years) {
    std::vector<std::string> runs;
    for (std::size_t i = 0; i < years.size();) {
        std::size_t end = i;
        while (end + 1 < years.size() && years[end + 1] == years[end] + 1) ++end;
        runs.push_back(
            end == i ? std::to_string(years[i]) : std::to_string(years[i]) + "-" + std::to_string(years[end]));
        i = end + 1;
    }
    return join(runs, ", ");
}

Bilingual places_text(const std::vector<std::string>& regions, const Evidence& evidence) {
    constexpr std::size_t most_named = 6;
    if (regions.size() == evidence.regions.size()) return {"all regions", "전 지역"};
    if (regions.size() > most_named)
        return {compose("{} of {} regions", {regions.size(), evidence.regions.size()}),
            compose("{}개 지역 중 {}개", {evidence.regions.size(), regions.size()})};
    std::vector<std::string> english, korean;
    for (const auto& region : regions) {
        english.push_back(evidence.names.at(region).en);
        korean.push_back(evidence.names.at(region).ko);
    }
    return {join(english, ", "), join(korean, ", ")};
}

std::vector<Caution> cautions_of(const Evidence& evidence, Span span) {
    std::vector<Caution> cautions;
    add_cautions("emissions", {"emissions", "배출량"}, evidence.emissions.series, evidence, span, cautions);
    add_cautions("population", {"population", "인구"}, evidence.population, evidence, span, cautions);
    for (const auto& table : evidence.value_added)
        add_cautions(table.measure + " " + table.prices, product_name(table.measure, table.prices), table.series,
            evidence, span, cautions);
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
