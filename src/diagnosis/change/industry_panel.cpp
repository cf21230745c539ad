#include "diagnosis/change/industry_panel.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "diagnosis/regional_tables.hpp"

namespace ecumene::diagnosis {
namespace {

constexpr const char* rest_of_total = "rest";
constexpr double rounding_of_total = 0.001;  // by which parts may exceed their total before the total is not believed

// industry -> region -> MKRW, of one measure, price base and year
using Industries = std::map<std::string, std::map<std::string, double>>;
using PriceSeries = std::pair<std::string, std::string>;

std::map<PriceSeries, std::map<int, Industries>> read_industries(const dataset::Dataset& data) {
    const Frame& table = data.table("gva");
    const auto &region = table.texts("region"), &measure = table.texts("measure"), &prices = table.texts("prices"),
               &industry = table.texts("industry");
    const auto &year = table.numbers("year"), &value = table.numbers("value");
    std::map<PriceSeries, std::map<int, Industries>> series;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (!is_blank(value[row]))
            series[{measure[row], prices[row]}][static_cast<int>(std::lround(year[row]))][industry[row]][region[row]] =
                value[row];
    return series;
}

std::vector<std::string> regions_with_total(const Industries& year, const std::vector<std::string>& regions) {
    std::vector<std::string> known;
    const auto total = year.find("total");
    if (total == year.end()) return known;
    for (const auto& region : regions)
        if (total->second.count(region)) known.push_back(region);
    return known;
}

bool has_all(const Industries& year, const std::string& industry, const std::vector<std::string>& regions) {
    const auto found = year.find(industry);
    return found != year.end() && std::all_of(regions.begin(), regions.end(),
                                      [&](const std::string& region) { return found->second.count(region) > 0; });
}

// Industries every region has in every one of the years, total left out.
std::vector<std::string> common_industries(
    const std::vector<const Industries*>& years, const std::vector<std::string>& regions) {
    std::vector<std::string> common;
    for (const auto& [industry, values] : *years.front())
        if (industry != "total" && std::all_of(years.begin(), years.end(),
                                       [&](const Industries* year) { return has_all(*year, industry, regions); }))
            common.push_back(industry);
    return common;
}

std::vector<std::string> without_parts(const std::vector<std::string>& industries) {
    std::vector<std::string> whole;
    for (const auto& industry : industries)
        if (std::none_of(industries.begin(), industries.end(), [&](const std::string& other) {
                return other.size() < industry.size() && industry.compare(0, other.size(), other) == 0;
            }))
            whole.push_back(industry);
    return whole;
}

// The industries and what the total has beyond them, row-major; empty if parts exceed a total.
std::vector<double> rows_of(
    const Industries& year, const std::vector<std::string>& industries, const std::vector<std::string>& regions) {
    std::vector<double> values;
    for (const auto& region : regions) {
        const double total = year.at("total").at(region);
        double rest = total;
        for (const auto& industry : industries) {
            values.push_back(year.at(industry).at(region));
            rest -= values.back();
        }
        if (rest < -rounding_of_total * std::abs(total)) return {};
        values.push_back(std::max(rest, 0.0));
    }
    return values;
}

std::vector<std::string> codes_of(const std::vector<dataset::Region>& regions) {
    std::vector<std::string> codes;
    for (const auto& region : regions) codes.push_back(region.code);
    return codes;
}

void add_quotients(const Industries& year, const std::vector<std::string>& regions, IndustryYears& to) {
    for (const auto& [industry, values] : year) {
        if (industry == "total" || !has_all(year, industry, regions)) continue;
        std::vector<double> against_rest;  // the industry and all others
        for (const auto& region : regions) {
            against_rest.push_back(values.at(region));
            against_rest.push_back(year.at("total").at(region) - values.at(region));
        }
        const auto quotients = location_quotient(against_rest, regions.size(), 2);
        for (std::size_t r = 0; r < regions.size(); ++r)
            to.quotients.add(
                {regions[r], industry, to.last_year, to.measure, to.prices, values.at(regions[r]), quotients[2 * r]});
    }
}

// Years with totals and at least one industry for most regions.
std::vector<int> usable_years(
    const std::map<int, Industries>& series, const std::vector<std::string>& regions, int first, int last) {
    std::vector<int> years;
    for (const auto& [year, industries] : series)
        if (year >= first && year <= last && industries.size() > 1 &&
            2 * regions_with_total(industries, regions).size() > regions.size())
            years.push_back(year);
    return years;
}

}  // namespace

IndustryYears industry_years(const dataset::Dataset& data, int first_year, int last_year) {
    IndustryYears result;
    result.quotients = Frame("diagnosis_quotients",
        {text_column("region"), text_column("industry"), number_column("year"), text_column("measure"),
            text_column("prices"), number_column("value", "MKRW"), number_column("quotient", "1")});
    const auto regions = codes_of(compared_regions(data));
    const auto all = read_industries(data);
    const std::map<int, Industries>* best = nullptr;
    std::vector<int> years;
    for (const auto& [series, by_year] : all) {
        const auto usable = usable_years(by_year, regions, first_year, last_year);
        if (usable.size() <= years.size()) continue;
        best = &by_year;
        years = usable;
        std::tie(result.measure, result.prices) = series;
    }
    if (!best) return result;
    result.last_year = years.back();
    const auto& last = best->at(years.back());
    add_quotients(last, regions_with_total(last, regions), result);
    if (years.size() < 2) return result;
    const auto& first = best->at(years.front());
    std::vector<std::string> both;
    for (const auto& region : regions_with_total(first, regions))
        if (last.at("total").count(region)) both.push_back(region);
    const auto industries = without_parts(common_industries({&first, &last}, both));
    result.panel = {both, industries, rows_of(first, industries, both), rows_of(last, industries, both)};
    if (result.panel.first.empty() || result.panel.last.empty()) {
        result.notes.push_back({"no shift-share: the industries of a region exceed its total",
            "변화할당 분석 불가: 산업별 합이 총액보다 큰 지역이 있음"});
        return result;
    }
    result.panel.industries.emplace_back(rest_of_total);
    result.first_year = years.front();
    return result;
}

}  // namespace ecumene::diagnosis
