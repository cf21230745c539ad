#include "diagnosis/regional_tables.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/error.hpp"

namespace ecumene::diagnosis {
namespace {

using RowTest = std::function<bool(std::size_t)>;

// The rows of a table that pass a test, as series; columns region, year, value, status and source are always the same.
RegionalSeries series_of(const dataset::Dataset& data, const Frame& table, const RowTest& belongs) {
    std::set<std::string> counted;
    RegionalSeries series;
    for (const auto& region : counted_regions(data)) {
        counted.insert(region.code);
        if (region.level == "former") series.former.insert(region.code);
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const double value = table.number(row, "value");
        if (is_blank(value) || !belongs(row)) continue;
        const std::string& region = table.text(row, "region");
        const bool is_nation = region == data.settings().nation;
        if (!is_nation && !counted.count(region)) continue;
        const int year = static_cast<int>(std::lround(table.number(row, "year")));
        auto& place = is_nation ? series.nation : series.by_region[region];
        place[year] = {.year = year, .value = value, .status = table.text(row, "status")};
        for (const auto& source : split(table.text(row, "source"), ';')) series.sources.insert(source);
    }
    return series;
}

RowTest is_total_of(const Frame& table, const std::string& coverage, const std::string& ledger) {
    const auto &ledgers = table.texts("ledger"), &coverages = table.texts("coverage"), &sectors = table.texts("sector"),
               &gases = table.texts("gas");
    return [&, coverage, ledger](std::size_t row) {
        return sectors[row] == "total" && ledgers[row] == ledger && coverages[row] == coverage && gases[row] == "all";
    };
}

template <class T>
void add_once(std::vector<T>& list, const T& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

RegionGroup alone(const dataset::Region& region) {
    return {region.code, region.name, {region.code}};
}

}  // namespace

const YearlySeries& RegionalSeries::of(const std::string& region) const {
    static const YearlySeries none;
    const auto found = by_region.find(region);
    return found == by_region.end() ? none : found->second;
}

std::vector<dataset::Region> compared_regions(const dataset::Dataset& data) {
    const auto& all = data.regions();
    const bool has_provinces =
        std::any_of(all.begin(), all.end(), [](const auto& region) { return region.level == "province"; });
    const std::string level = has_provinces ? "province" : "municipality";
    std::vector<dataset::Region> compared;
    for (const auto& region : all)
        if (region.level == level) compared.push_back(region);
    return compared;
}

std::vector<dataset::Region> counted_regions(const dataset::Dataset& data) {
    auto counted = compared_regions(data);
    for (const auto& region : data.regions())
        if (region.level == "former") counted.push_back(region);
    return counted;
}

std::vector<RegionGroup> groups_of(const dataset::Dataset& data, const std::string& grouping) {
    const auto regions = counted_regions(data);
    std::vector<RegionGroup> groups;
    if (grouping.empty()) {
        for (const auto& region : compared_regions(data)) groups.push_back(alone(region));
        return groups;
    }
    const auto known = data.groupings();
    if (std::find(known.begin(), known.end(), grouping) == known.end())
        throw Error(ErrorKind::input,
            compose("the package has no grouping '{}'; it has {}. {}",
                {grouping, known.empty() ? "none" : join(known, ", "), did_you_mean(grouping, known)}));
    for (const auto& group : data.groups())
        if (group.grouping == grouping) groups.push_back({group.code, group.name, {}});
    for (auto& group : groups)
        for (const auto& region : regions) {
            const auto place = region.groups.find(grouping);
            if (place != region.groups.end() && place->second == group.code) group.regions.push_back(region.code);
        }
    groups.erase(std::remove_if(groups.begin(), groups.end(), [](const RegionGroup& g) { return g.regions.empty(); }),
        groups.end());
    return groups;
}

EmissionTable read_emissions(const dataset::Dataset& data, const std::string& coverage, const std::string& ledger) {
    const Frame& table = data.table("emissions");
    const auto is_total = is_total_of(table, coverage, ledger);
    EmissionTable result;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (is_total(row)) add_once(result.others, Basis{table.text(row, "tree"), table.text(row, "gwp")});
    if (result.others.empty()) return result;
    auto own = std::find_if(result.others.begin(), result.others.end(),
        [&](const Basis& basis) { return basis.tree == data.settings().inventory_basis; });
    if (own == result.others.end()) own = result.others.begin();
    result.basis = *own;
    result.others.erase(own);
    result.series = series_of(data, table, [&](std::size_t row) {
        return is_total(row) && Basis{table.text(row, "tree"), table.text(row, "gwp")} == result.basis;
    });
    return result;
}

RegionalSeries read_population(const dataset::Dataset& data) {
    const Frame& table = data.table("population");
    return series_of(data, table, [&](std::size_t row) { return table.text(row, "scenario") == "history"; });
}

std::vector<ValueAddedTable> read_value_added(const dataset::Dataset& data) {
    const Frame& table = data.table("gva");
    const auto belongs = [&](std::size_t row, const ValueAddedTable& to) {
        return table.text(row, "measure") == to.measure && table.text(row, "prices") == to.prices &&
               table.text(row, "industry") == "total";
    };
    std::vector<ValueAddedTable> tables;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.text(row, "industry") != "total") continue;
        const auto same = [&](const ValueAddedTable& known) { return belongs(row, known); };
        if (std::none_of(tables.begin(), tables.end(), same))
            tables.push_back({table.text(row, "measure"), table.text(row, "prices"), {}});
    }
    for (auto& one : tables) one.series = series_of(data, table, [&](std::size_t row) { return belongs(row, one); });
    return tables;
}

}  // namespace ecumene::diagnosis
