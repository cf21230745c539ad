#include "diagnosis/condition/measures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include "diagnosis/group_series.hpp"
#include "diagnosis/ledgers/energy_tables.hpp"
#include "diagnosis/names.hpp"

namespace ecumene::diagnosis {
namespace {

constexpr int trend_years = 5;
constexpr double hours_per_year = 8760.0;
constexpr const char* facts_table = "tables/region_facts.csv";
// Industries that burn and transform most: coke, refining and chemicals; minerals and metals (KSIC 10, ISIC 4 divisions).
const std::set<std::string> heavy_industries = {"C19-22", "C23-25", "C19", "C20", "C23", "C24"};

using ByRegion = std::map<std::string, Figure>;
using SeriesByRegion = std::map<std::string, YearlySeries>;

// The year most regions have a figure in; the latest of several.
int best_year(const SeriesByRegion& series, int last) {
    std::map<int, std::size_t> known;
    for (const auto& [region, years] : series)
        for (const auto& [year, figure] : years)
            if (year <= last) ++known[year];
    int best = 0;
    std::size_t most = 0;
    for (const auto& [year, count] : known)
        if (count >= most) {
            most = count;
            best = year;
        }
    return best;
}

ByRegion in_year(const SeriesByRegion& series, int year) {
    ByRegion values;
    for (const auto& [region, years] : series)
        if (const Figure figure = figure_in(years, year); !is_blank(figure.value)) values[region] = figure;
    return values;
}

SeriesByRegion quotients(const SeriesByRegion& above, const SeriesByRegion& below) {
    SeriesByRegion result;
    for (const auto& [region, series] : above)
        if (const auto found = below.find(region); found != below.end()) result[region] = over(series, found->second);
    return result;
}

std::vector<std::string> list(const std::set<std::string>& sources) {
    return {sources.begin(), sources.end()};
}

std::set<std::string> joined(std::set<std::string> a, const std::set<std::string>& b) {
    a.insert(b.begin(), b.end());
    return a;
}

// What every measure reads.
struct Facts {
    const dataset::Dataset& data;
    Evidence evidence;
    EnergyTables power;
    int last;  // year up to which figures are taken; facts of society may be later
};

Measure from_series(Indicator indicator, const SeriesByRegion& series, int last, const char* table) {
    indicator.year = best_year(series, last);
    auto values = in_year(series, indicator.year);
    return {std::move(indicator), std::move(values), table};
}

// (D27)
Measure level(const Facts& r) {
    return from_series(
        {"level", {"emissions per head", "1인당 배출량"}, "tCO2eq/person", {"emissions / people", "배출량 / 인구"},
            Direction::harder, 0, list(joined(r.evidence.emissions.series.sources, r.evidence.population.sources))},
        quotients(r.evidence.emissions.series.by_region, r.evidence.population.by_region), r.last,
        "tables/emissions.csv");
}

Measure trend(const Facts& r) {
    const auto& series = r.evidence.emissions.series;
    const int last = best_year(series.by_region, r.last);
    Measure measure{{"trend", {"growth of emissions", "배출량 증가율"}, "1/year",
                        {compose("mean compound growth {}-{}", {last - trend_years, last}),
                            compose("{}-{}년 연평균 증가율", {last - trend_years, last})},
                        Direction::harder, last, list(series.sources)},
        {}, "tables/emissions.csv"};
    for (const auto& [region, years] : series.by_region) {
        const auto growth = growth_between(figure_in(years, last - trend_years), figure_in(years, last));
        if (!is_blank(growth.value)) measure.values[region] = {last, growth.value, growth.status};
    }
    return measure;
}

// Product of the price base with the latest year, nominal first: the level is compared between regions, not over time.
const ValueAddedTable* latest_product(const Facts& r) {
    const ValueAddedTable* latest = nullptr;
    for (const auto& table : r.evidence.value_added) {
        const auto rank = [&](const ValueAddedTable& t) {
            return std::pair(t.prices == "nominal", best_year(t.series.by_region, r.last));
        };
        if (!latest || rank(table) > rank(*latest)) latest = &table;
    }
    return latest;
}

Measure intensity(const Facts& r, const ValueAddedTable& product) {
    const auto name = product_name(product.measure, product.prices);
    return from_series({"intensity", {"emissions per product", "생산당 배출량"}, "tCO2eq/MKRW",
                           {compose("emissions / {}", {name.en}), compose("배출량 / {}", {name.ko})}, Direction::harder,
                           0, list(joined(r.evidence.emissions.series.sources, product.series.sources))},
        quotients(r.evidence.emissions.series.by_region, product.series.by_region), r.last, "tables/gva.csv");
}

Measure product_per_head(const Facts& r, const ValueAddedTable& product) {
    const auto name = product_name(product.measure, product.prices);
    return from_series({"product", {"product per head", "1인당 생산"}, "MKRW/person",
                           {compose("{} / people", {name.en}), compose("{} / 인구", {name.ko})}, Direction::easier, 0,
                           list(joined(r.evidence.population.sources, product.series.sources))},
        quotients(product.series.by_region, r.evidence.population.by_region), r.last, "tables/gva.csv");
}

Measure power_share(const Facts& r) {
    return from_series({"power", {"power plants in emissions", "발전 배출 비중"}, "1",
                           {"emissions of making electricity / emissions", "발전 배출량 / 배출량"}, Direction::harder,
                           0, list(joined(r.evidence.emissions.series.sources, r.power.emissions.sources))},
        quotients(r.power.emissions.by_region, r.evidence.emissions.series.by_region), r.last,
        "tables/energy_balance.csv");
}

// industry -> region -> series
std::map<std::string, SeriesByRegion> gva_by_industry(const dataset::Dataset& data, std::set<std::string>& sources) {
    const Frame& table = data.table("gva");
    const auto &regions = table.texts("region"), &industries = table.texts("industry"),
               &measures = table.texts("measure"), &prices = table.texts("prices"), &statuses = table.texts("status"),
               &from = table.texts("source");
    const auto &years = table.numbers("year"), &values = table.numbers("value");
    std::map<std::string, SeriesByRegion> by_industry;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (measures[row] != "gva" || prices[row] != "nominal" || is_blank(values[row])) continue;
        const int year = static_cast<int>(std::lround(years[row]));
        by_industry[industries[row]][regions[row]][year] = {year, values[row], statuses[row]};
        sources.insert(from[row]);
    }
    return by_industry;
}

void add_to(SeriesByRegion& sum, const SeriesByRegion& part) {
    for (const auto& [region, series] : part)
        for (const auto& [year, figure] : series) {
            auto& to = sum[region][year];
            to = {year, is_blank(to.value) ? figure.value : to.value + figure.value, weaker(to.status, figure.status)};
        }
}

Measure industry(const Facts& r) {
    std::set<std::string> sources;
    const auto by_industry = gva_by_industry(r.data, sources);
    std::vector<std::string> used;
    for (const auto& [code, series] : by_industry)
        if (heavy_industries.count(code)) used.push_back(code);
    if (used.empty() && by_industry.count("C")) used = {"C"};
    SeriesByRegion heavy;
    for (const auto& code : used) add_to(heavy, by_industry.at(code));
    const auto total = by_industry.find("total");
    return from_series({"industry", {"heavy industry in value added", "중화학 공업 비중"}, "1",
                           {compose("value added of {} / of all industries", {join(used, ", ")}),
                               compose("{} 부가가치 / 전 산업 부가가치", {join(used, ", ")})},
                           Direction::harder, 0, list(sources)},
        total == by_industry.end() ? SeriesByRegion{} : quotients(heavy, total->second), 9999, "tables/gva.csv");
}

double mean_availability(const dataset::Dataset& data, const std::string& profile, const std::string& region) {
    if (profile.empty() || !data.has_series(profile)) return blank;
    const auto& series = data.series(profile);
    if (!series.by_region.count(region) && !series.by_region.count("all")) return blank;
    const auto& hours = series.at(region);
    return std::accumulate(hours.begin(), hours.end(), 0.0) / static_cast<double>(hours.size());
}

// Hourly profiles of technologies that make electricity from wind and sun.
std::map<std::string, std::string> renewable_profiles(const dataset::Dataset& data) {
    const Frame& table = data.table("technologies");
    std::map<std::string, std::string> profiles;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (table.text(row, "kind") == "process" && table.text(row, "carrier") == "electricity" &&
            table.text(row, "clean") == "yes" && !table.text(row, "profile").empty())
            profiles[table.text(row, "technology")] = table.text(row, "profile");
    return profiles;
}

Measure renewables(const Facts& r) {
    const int year = best_year(r.power.used.by_region, 9999);
    Measure measure{{"renewables", {"renewable potential over use", "재생에너지 잠재량 대 전력 소비"}, "1",
                        {compose("sum of potential x mean availability x 8760 h / electricity used in {}", {year}),
                            compose("잠재량 × 평균 이용률 × 8760시간의 합 / {}년 전력 소비", {year})},
                        Direction::easier, year, {}},
        {}, "tables/potentials.csv"};
    const auto profiles = renewable_profiles(r.data);
    const Frame& table = r.data.table("potentials");
    std::set<std::string> sources = r.power.used.sources;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto profile = profiles.find(table.text(row, "technology"));
        const auto& region = table.text(row, "region");
        const Figure used = r.power.used.in(region, year);
        if (profile == profiles.end() || !(used.value > 0.0)) continue;
        const double energy =
            table.number(row, "value") * mean_availability(r.data, profile->second, region) * hours_per_year;
        if (is_blank(energy)) continue;
        auto& to = measure.values[region];
        to = {year, (is_blank(to.value) ? 0.0 : to.value) + energy / used.value,
            weaker(to.status, weaker(table.text(row, "status"), used.status))};
        sources.insert(table.text(row, "source"));
    }
    measure.indicator.sources = list(sources);
    return measure;
}

Measure sink(const Facts& r) {
    const auto gross = read_emissions(r.data, "gross").series, net = read_emissions(r.data, "net").series;
    SeriesByRegion share;
    for (const auto& [region, series] : gross.by_region)
        for (const auto& [year, figure] : series) {
            const Figure taken = net.in(region, year);
            if (is_blank(taken.value) || !(figure.value > 0.0)) continue;
            share[region][year] = {
                year, (figure.value - taken.value) / figure.value, weaker(figure.status, taken.status)};
        }
    return from_series({"sink", {"emissions taken up by land", "토지·산림 흡수 비율"}, "1",
                           {"(gross - net emissions) / gross emissions", "(총배출량 - 순배출량) / 총배출량"},
                           Direction::easier, 0, list(joined(gross.sources, net.sources))},
        share, r.last, "tables/emissions.csv");
}

SeriesByRegion facts(const dataset::Dataset& data, const std::string& fact, std::set<std::string>& sources) {
    const Frame& table = data.table("region_facts");
    SeriesByRegion series;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.text(row, "fact") != fact || is_blank(table.number(row, "value"))) continue;
        const int year = static_cast<int>(std::lround(table.number(row, "year")));
        series[table.text(row, "region")][year] = {year, table.number(row, "value"), table.text(row, "status")};
        sources.insert(table.text(row, "source"));
    }
    return series;
}

Measure fiscal(const Facts& r) {
    std::set<std::string> sources;
    const auto series = facts(r.data, "fiscal_independence", sources);
    return from_series({"fiscal", {"fiscal independence", "재정자립도"}, "1",
                           {"own revenue / budget", "자체수입 / 예산"}, Direction::easier, 0, list(sources)},
        series, 9999, facts_table);
}

Measure ageing(const Facts& r) {
    std::set<std::string> sources = r.evidence.population.sources;
    const auto series = facts(r.data, "people_65", sources);
    return from_series(
        {"ageing", {"people of 65 and more", "65세 이상 인구 비율"}, "1",
            {"people of 65 years and more / people", "65세 이상 인구 / 인구"}, Direction::harder, 0, list(sources)},
        quotients(series, r.evidence.population.by_region), 9999, facts_table);
}

}  // namespace

std::vector<Measure> measures_of(const dataset::Dataset& data, const Request& request) {
    const Facts r{data, gather(data, request.grouping, name_of(request.coverage)), read_energy(data, "electricity"),
        request.last_year > 0 ? request.last_year : 9999};
    std::vector<Measure> measures = {level(r), trend(r)};
    if (const auto* product = latest_product(r)) {
        measures.push_back(intensity(r, *product));
        measures.push_back(product_per_head(r, *product));
    }
    for (auto measure : {industry, power_share, renewables, sink, fiscal, ageing}) measures.push_back(measure(r));
    return measures;
}

}  // namespace ecumene::diagnosis
