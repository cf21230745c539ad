#include "diagnosis/group_series.hpp"

#include <map>
#include <utility>

namespace ecumene::diagnosis {
namespace {

RegionalSeries interpolated_each(RegionalSeries series) {
    for (auto& [region, years] : series.by_region) years = interpolated(years);
    return series;
}

// The sums a package allows, over any set of its regions.
class Summing {
public:
    explicit Summing(const Evidence& e)
        : evidence_(e),
          emissions_(e.emissions.series, e.population, e.counted),
          people_(e.population, e.population, e.counted) {
        for (const auto& table : e.value_added) value_added_.emplace_back(table.series, e.population, e.counted);
    }

    GroupSeries over_group(RegionGroup group) const {
        GroupSeries series;
        series.total = emissions_.of(group.regions);
        series.people = people_.of(group.regions);
        series.per_head = over(series.total, series.people);
        for (std::size_t i = 0; i < value_added_.size(); ++i) {
            auto value = value_added_[i].of(group.regions);
            auto per_gva = over(series.total, value);
            const auto& table = evidence_.value_added[i];
            series.value_added.push_back({table.measure, table.prices, std::move(value), std::move(per_gva)});
        }
        series.group = std::move(group);
        return series;
    }
    YearlySeries unallocated() const { return emissions_.unallocated(); }

private:
    const Evidence& evidence_;
    GroupTotals emissions_, people_;
    std::vector<GroupTotals> value_added_;
};

}  // namespace

Evidence gather(const dataset::Dataset& data, const std::string& grouping, const std::string& coverage) {
    Evidence e;
    for (const auto& region : compared_regions(data)) e.regions.push_back(region.code);
    for (const auto& region : counted_regions(data)) {
        e.counted.push_back(region.code);
        e.names[region.code] = region.name;
    }
    e.emissions = read_emissions(data, coverage);
    e.population = interpolated_each(read_population(data));
    e.value_added = read_value_added(data);
    const Summing sums(e);
    for (auto& group : groups_of(data, grouping)) e.groups.push_back(sums.over_group(std::move(group)));
    e.all = sums.over_group({data.settings().nation, {"All regions", "전 지역"}, e.counted});
    e.unallocated = sums.unallocated();
    return e;
}

std::vector<std::string> people_without_emissions(const Evidence& e, int year) {
    std::vector<std::string> regions;
    for (const auto& region : e.regions)
        if (!is_blank(e.population.in(region, year).value) && is_blank(e.emissions.series.in(region, year).value) &&
            !e.emissions.series.of(region).empty())
            regions.push_back(region);
    return regions;
}

Span span_of(const std::vector<const YearlySeries*>& series, int first_year, int last_year) {
    std::map<int, std::size_t> known;
    for (const auto* one : series)
        for (const auto& [year, figure] : within(*one, first_year, last_year)) ++known[year];
    Span span;
    for (const auto& [year, count] : known) {
        if (2 * count <= series.size()) continue;
        if (span.is_empty()) span.first = year;
        span.last = year;
    }
    return span;
}

}  // namespace ecumene::diagnosis
