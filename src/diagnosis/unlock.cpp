#include "diagnosis/unlock.hpp"

#include <algorithm>
#include <set>

#include "diagnosis/regional_tables.hpp"

namespace ecumene::diagnosis {
namespace {

constexpr const char* emissions_table = "tables/emissions.csv";
constexpr const char* population_table = "tables/population.csv";
constexpr const char* gva_table = "tables/gva.csv";
constexpr const char* balance_table = "tables/energy_balance.csv";

// What a package holds, in the terms of results.
struct Holdings {
    bool totals{}, two_years{}, net{}, sectors_of_nation{}, sectors_of_regions{}, gpc{}, people{}, product{},
        constant{}, industries{}, industries_twice{}, power_made{}, power_emissions{}, fossil{}, flows{}, heat{},
        neighbours{}, changes{}, groups{}, potentials{}, aged{}, fiscal{}, sinks{};
};

bool has_row(const Frame& table, const char* column, const char* value) {
    const auto& texts = table.texts(column);
    return std::find(texts.begin(), texts.end(), value) != texts.end();
}

std::set<int> years_where(const Frame& table, const char* column, const std::string& value) {
    std::set<int> years;
    const auto& texts = table.texts(column);
    const auto &year = table.numbers("year"), &number = table.numbers("value");
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (texts[row] == value && !is_blank(number[row])) years.insert(static_cast<int>(year[row]));
    return years;
}

void look_at_emissions(const dataset::Dataset& data, Holdings& to) {
    const auto gross = read_emissions(data, "gross").series, net = read_emissions(data, "net").series;
    const auto& any = gross.by_region.empty() ? net : gross;
    to.totals = !any.by_region.empty();
    to.two_years =
        std::any_of(any.by_region.begin(), any.by_region.end(), [](const auto& one) { return one.second.size() > 1; });
    to.net = !net.by_region.empty() && !gross.by_region.empty();
    const Frame& table = data.table("emissions");
    const auto &sectors = table.texts("sector"), &regions = table.texts("region"), &trees = table.texts("tree");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (sectors[row] == "total") continue;
        (regions[row] == data.settings().nation ? to.sectors_of_nation : to.sectors_of_regions) = true;
        if (trees[row].rfind("gpc", 0) == 0) to.gpc = true;
    }
}

void look_at_product(const dataset::Dataset& data, Holdings& to) {
    for (const auto& table : read_value_added(data)) {
        if (table.series.by_region.empty()) continue;
        to.product = true;
        to.constant = to.constant || table.prices != "nominal";
    }
    const Frame& gva = data.table("gva");
    std::set<int> years;
    for (std::size_t row = 0; row < gva.rows(); ++row)
        if (gva.text(row, "industry") != "total") years.insert(static_cast<int>(gva.number(row, "year")));
    to.industries = !years.empty();
    to.industries_twice = years.size() > 1;
}

Holdings holdings_of(const dataset::Dataset& data) {
    Holdings h;
    look_at_emissions(data, h);
    look_at_product(data, h);
    h.people = !read_population(data).by_region.empty();
    const Frame& balance = data.table("energy_balance");
    h.power_made = !years_where(balance, "item", "made").empty() && !years_where(balance, "item", "used").empty();
    h.power_emissions = !years_where(balance, "item", "emissions").empty();
    h.fossil = !years_where(balance, "item", "fossil").empty();
    h.heat = has_row(balance, "carrier", "heat");
    h.flows = data.table("energy_flows").rows() > 0;
    h.neighbours = data.table("neighbours").rows() > 0;
    h.changes = data.table("region_changes").rows() > 0;
    h.groups = !data.groupings().empty();
    h.potentials = data.table("potentials").rows() > 0;
    h.sinks = data.table("sinks").rows() > 0 || h.net;
    h.aged = has_row(data.table("region_facts"), "fact", "people_65");
    h.fiscal = has_row(data.table("region_facts"), "fact", "fiscal_independence");
    return h;
}

struct Need {
    bool is_met{};
    MissingTable missing;
};

Unlockable result_with(const char* id, Bilingual name, const std::vector<Need>& needs) {
    Unlockable result{.result = id, .name = std::move(name), .is_there = true, .missing = {}};
    for (const auto& need : needs)
        if (!need.is_met) {
            result.is_there = false;
            result.missing.push_back(need.missing);
        }
    return result;
}

}  // namespace

std::vector<Unlockable> unlockable_results(const dataset::Dataset& data) {
    const Holdings h = holdings_of(data);
    const Need totals{h.totals, {emissions_table, {"totals by region", "지역별 총량"}}};
    const Need years{h.two_years, {emissions_table, {"a second year", "두 번째 연도"}}};
    const Need people{h.people, {population_table, {"people by region and year", "지역별 연도별 인구"}}};
    const Need product{h.product, {gva_table, {"product by region and year", "지역별 연도별 생산"}}};
    const Need constant{h.constant, {gva_table, {"product in constant prices", "불변가격 생산"}}};
    const Need power{h.power_made, {balance_table, {"electricity made and used", "전력 생산과 소비"}}};
    const Need power_emissions{h.power_emissions, {balance_table, {"emissions of making it", "발전 배출량"}}};
    const Need sectors{h.sectors_of_regions, {emissions_table, {"rows by sector and region", "지역별 부문 행"}}};
    return {result_with("growth", {"growth of emissions", "배출량 증가율"}, {totals, years}),
        result_with("per_head", {"emissions per head and inequality", "1인당 배출량과 불평등"}, {totals, people}),
        result_with("net", {"net emissions beside gross", "총배출량과 순배출량"},
            {totals, {h.net, {emissions_table, {"rows of both coverages", "총·순 두 범위의 행"}}}}),
        result_with("per_product", {"emissions per product", "생산당 배출량"}, {totals, product}),
        result_with("groups", {"groups of regions beside each other", "권역 비교"},
            {{h.groups, {"groups.csv", {"a grouping of regions", "권역 구분"}}}}),
        result_with(
            "kaya_region", {"why emissions moved, by region", "지역별 배출 변화 원인"}, {years, people, product}),
        result_with(
            "kaya_constant", {"the same without inflation", "물가를 뺀 배출 변화 원인"}, {years, people, constant}),
        result_with("kaya_sector", {"why emissions moved, by sector of the nation", "전국 부문별 배출 변화 원인"},
            {people, product,
                {h.sectors_of_nation, {emissions_table, {"rows by sector of the nation", "전국 부문별 행"}}}}),
        result_with("kaya_sector_region", {"the same within regions", "지역 안 부문별 배출 변화 원인"},
            {people, product, sectors}),
        result_with("decoupling", {"decoupling from growth", "성장과의 탈동조화"}, {years, product}),
        result_with("shift_share", {"shift-share of product", "생산의 변화할당 분석"},
            {{h.industries_twice, {gva_table, {"product by industry in two years", "두 해의 산업별 생산"}}}}),
        result_with("quotients", {"location quotients", "입지계수"},
            {{h.industries, {gva_table, {"product by industry", "산업별 생산"}}}}),
        result_with("ledger_national_mix", {"consumption ledger with the national mix", "소비 기준 (전국 평균)"},
            {totals, power, power_emissions}),
        result_with("ledger_average_mix", {"consumption ledger by flow tracing", "소비 기준 (흐름 추적)"},
            {totals, power,
                {h.power_emissions && h.fossil,
                    {balance_table, {"emissions of making it, by region", "지역별 발전 배출량"}}}}),
        result_with("ledger_observed_flows", {"tracing over observed flows", "실측 이동량에 의한 추적"},
            {power, {h.flows, {"tables/energy_flows.csv", {"electricity between regions", "지역 간 전력 이동량"}}}}),
        result_with("ledger_heat", {"heat at its users", "열의 소비 기준"},
            {{h.heat, {balance_table, {"heat made and used", "열 생산과 소비"}}}}),
        result_with("sectors", {"accounts by sector of regions, in every tree", "지역별 부문 계정"}, {sectors}),
        result_with("gpc", {"GPC BASIC with scope 2", "GPC BASIC (범위 2 포함)"},
            {{h.gpc, {emissions_table, {"rows of the tree gpc", "gpc 분류의 행"}}}}),
        result_with("moran", {"clusters of neighbours by who touches whom", "맞닿은 이웃의 공간 자기상관"},
            {totals, people, {h.neighbours, {"tables/neighbours.csv", {"regions that touch", "맞닿은 지역"}}}}),
        result_with("bridge", {"comparison across splits and mergers", "분리·통합을 넘는 비교"},
            {{h.changes, {"tables/region_changes.csv", {"dated changes of regions", "지역 변경 이력"}}}}),
        result_with("renewables", {"renewable potential against use", "재생에너지 잠재량 대비 수요"},
            {power, {h.potentials, {"tables/potentials.csv", {"potentials by region", "지역별 잠재량"}}}}),
        result_with("sinks", {"what land takes up", "토지·산림 흡수"},
            {totals, {h.sinks, {"tables/sinks.csv", {"removals by region", "지역별 흡수량"}}}}),
        result_with("ageing", {"ageing", "고령화"},
            {people, {h.aged, {"tables/region_facts.csv", {"people of 65 years and more", "65세 이상 인구"}}}}),
        result_with("fiscal", {"fiscal room", "재정 여력"},
            {{h.fiscal, {"tables/region_facts.csv", {"fiscal independence", "재정자립도"}}}})};
}

Frame unlock_table(const std::vector<Unlockable>& results) {
    Frame frame("diagnosis_unlock",
        {text_column("result"), text_column("name_en"), text_column("name_ko"), text_column("is_there"),
            text_column("table"), text_column("what_en"), text_column("what_ko")});
    for (const auto& one : results) {
        if (one.is_there) frame.add({one.result, one.name.en, one.name.ko, "yes", "", "", ""});
        for (const auto& missing : one.missing)
            frame.add({one.result, one.name.en, one.name.ko, "no", missing.table, missing.what.en, missing.what.ko});
    }
    return frame;
}

}  // namespace ecumene::diagnosis
