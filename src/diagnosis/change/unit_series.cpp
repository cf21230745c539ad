#include "diagnosis/change/unit_series.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ecumene::diagnosis {
namespace {

bool knows(const RegionalSeries& series, const std::string& region, int year) {
    return !is_blank(series.in(region, year).value);
}

// A year in which the region was not counted apart: before its first figure, or after its last if it is a former one.
bool is_elsewhere(const RegionalSeries& series, const std::string& region, int year) {
    const auto& own = series.of(region);
    if (own.empty()) return true;
    return year < own.begin()->first || (series.former.count(region) > 0 && year > own.rbegin()->first);
}

Figure figure_of(const RegionalSeries& series, const std::vector<std::string>& regions, int year) {
    Figure sum{.year = year, .value = blank, .status = {}};
    for (const auto& region : regions) {
        const Figure part = series.in(region, year);
        if (is_blank(part.value)) {
            if (regions.size() > 1 && is_elsewhere(series, region, year)) continue;
            return {.year = year, .value = blank, .status = {}};
        }
        sum.value = is_blank(sum.value) ? part.value : sum.value + part.value;
        sum.status = weaker(sum.status, part.status);
    }
    return sum;
}

YearlySeries sums(const RegionalSeries& series, const std::vector<std::string>& regions, int first, int last) {
    YearlySeries result;
    for (int year = first; year <= last; ++year)
        if (const Figure sum = figure_of(series, regions, year); !is_blank(sum.value)) result[year] = sum;
    return result;
}

// Years in which more than half of the regions have all three figures.
std::vector<int> common_years(const Evidence& e, const RegionalSeries& product, int first_year, int last_year) {
    std::map<int, std::size_t> known;
    for (const auto& region : e.regions)
        for (const auto& [year, figure] : within(e.emissions.series.of(region), first_year, last_year))
            if (knows(e.population, region, year) && knows(product, region, year)) ++known[year];
    std::vector<int> years;
    for (const auto& [year, count] : known)
        if (2 * count > e.regions.size()) years.push_back(year);
    return years;
}

std::set<std::string> incomplete_regions(const Evidence& e, const RegionalSeries& product, int first, int last) {
    std::set<std::string> incomplete;
    for (const auto& region : e.counted)
        for (const auto* series : {&e.emissions.series, &e.population, &product})
            if (!knows(*series, region, first) || !knows(*series, region, last)) incomplete.insert(region);
    return incomplete;
}

}  // namespace

bool UnitSeries::has(int year) const {
    return emissions.count(year) && people.count(year) && product.count(year);
}

UnitPanel unit_panel(const dataset::Dataset& data, const Evidence& evidence, const ValueAddedTable& product,
    int first_year, int last_year) {
    UnitPanel panel{.measure = product.measure, .prices = product.prices};
    const auto years = common_years(evidence, product.series, first_year, last_year);
    if (years.size() < 2) return panel;
    panel.first = years.front();
    panel.last = years.back();
    const RegionBridge bridge(
        data, panel.first, panel.last, incomplete_regions(evidence, product.series, panel.first, panel.last));
    panel.notes = bridge.notes();
    for (const auto& unit : bridge.units()) {
        UnitSeries series{.unit = unit,
            .emissions = sums(evidence.emissions.series, unit.regions, panel.first, panel.last),
            .people = sums(evidence.population, unit.regions, panel.first, panel.last),
            .product = sums(product.series, unit.regions, panel.first, panel.last)};
        if (!series.has(panel.first) || !series.has(panel.last)) panel.lacking.push_back(unit.code);
        panel.units.push_back(std::move(series));
    }
    return panel;
}

}  // namespace ecumene::diagnosis
