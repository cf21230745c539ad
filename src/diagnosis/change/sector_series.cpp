#include "diagnosis/change/sector_series.hpp"

#include <algorithm>
#include <cmath>

#include "diagnosis/regional_tables.hpp"
#include "diagnosis/trees/sector_trees.hpp"

namespace ecumene::diagnosis {
namespace {

// Rows by sector of one coverage: production, all gases, sector other than total.
std::vector<std::size_t> sector_rows(const Frame& table, const std::string& coverage) {
    const auto &ledger = table.texts("ledger"), &coverages = table.texts("coverage"), &sector = table.texts("sector"),
               &gas = table.texts("gas");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (sector[row] != "total" && gas[row] == "all" && coverages[row] == coverage && ledger[row] == "production")
            rows.push_back(row);
    return rows;
}

using TreeAndGwp = std::pair<std::string, std::string>;
using YearsByTree = std::map<TreeAndGwp, std::set<int>>;

YearsByTree years_by_tree(const Frame& table, const std::vector<std::size_t>& rows) {
    const auto &tree = table.texts("tree"), &gwp = table.texts("gwp");
    const auto& year = table.numbers("year");
    YearsByTree years;
    for (const std::size_t row : rows) years[{tree[row], gwp[row]}].insert(static_cast<int>(std::lround(year[row])));
    return years;
}

TreeAndGwp chosen_tree(const YearsByTree& years, const Basis& of_totals, TreeChoice choice) {
    TreeAndGwp own{of_totals.tree, of_totals.gwp};
    if (choice == TreeChoice::of_the_totals && years.count(own)) return own;
    const auto most = std::max_element(
        years.begin(), years.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    return most->first;
}

bool has_child_among(const std::string& tree, const std::string& sector, const std::set<std::string>& present) {
    for (const auto& child : SectorTrees::shipped().children(tree, sector))
        if (present.count(child) || has_child_among(tree, child, present)) return true;
    return false;
}

std::set<std::string> parents_among(const std::string& tree, const std::set<std::string>& sectors) {
    std::set<std::string> parents;
    for (const auto& sector : sectors)
        if (has_child_among(tree, sector, sectors)) parents.insert(sector);
    return parents;
}

}  // namespace

std::vector<std::string> SectorTable::sectors_of(const std::string& region) const {
    std::vector<std::string> sectors;
    if (const auto found = regions.find(region); found != regions.end())
        for (const auto& [sector, years] : found->second) sectors.push_back(sector);
    return sectors;
}

SectorTable read_sectors(const dataset::Dataset& data, const std::string& coverage, TreeChoice choice) {
    const Frame& table = data.table("emissions");
    const auto rows = sector_rows(table, coverage);
    SectorTable result;
    const auto by_tree = years_by_tree(table, rows);
    if (by_tree.empty()) return result;
    const TreeAndGwp chosen = chosen_tree(by_tree, read_emissions(data, coverage).basis, choice);
    result.tree = chosen.first;
    result.gwp = chosen.second;
    for (const auto& [other, other_years] : by_tree)
        if (other != chosen) result.other_trees.push_back(other);

    const auto &trees = table.texts("tree"), &gwps = table.texts("gwp"), &regions = table.texts("region"),
               &sectors = table.texts("sector"), &statuses = table.texts("status"), &sources = table.texts("source");
    const auto &years = table.numbers("year"), &values = table.numbers("value");
    std::set<std::string> present;
    for (const std::size_t row : rows)
        if (trees[row] == result.tree && gwps[row] == result.gwp) present.insert(sectors[row]);
    const auto parents = parents_among(result.tree, present);
    std::string last_source;  // rows of one source follow one another
    for (const std::size_t row : rows) {
        if (trees[row] != result.tree || gwps[row] != result.gwp || parents.count(sectors[row])) continue;
        const int year = static_cast<int>(std::lround(years[row]));
        if (is_blank(values[row])) {
            result.blank_years[sectors[row]].insert(year);
            continue;
        }
        result.regions[regions[row]][sectors[row]][year] = {
            .year = year, .value = values[row], .status = statuses[row]};
        if (sources[row] != last_source)
            for (const auto& source : split(sources[row], ';')) result.sources.insert(source);
        last_source = sources[row];
    }
    return result;
}

}  // namespace ecumene::diagnosis
