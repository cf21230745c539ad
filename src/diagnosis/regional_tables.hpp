// What the diagnosis reads of a package: yearly series per region, with the sources behind them.
//
//     const EmissionTable e = read_emissions(data, "gross");
//     figure_in(e.series.by_region.at("32"), 2018).status      // "derived"
//
// Blank cells and regions of another level than the package's regions are left out. Values are canonical: tCO2eq, person,
// MKRW. Nothing is interpolated or added up here.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "dataset/dataset.hpp"
#include "diagnosis/figures.hpp"

namespace ecumene::diagnosis {

struct RegionalSeries {
    std::map<std::string, YearlySeries> by_region;  // only regions that have a figure
    YearlySeries nation;                            // the nation's own row, where the table has one
    std::set<std::string> sources;
    std::set<std::string> former;  // regions among these that no longer exist

    const YearlySeries& of(const std::string& region) const;  // empty if the region has none
    Figure in(const std::string& region, int year) const { return figure_in(of(region), year); }
};

// By which rules the emissions of a table are counted.
struct Basis {
    std::string tree, gwp;
    friend bool operator==(const Basis&, const Basis&) = default;
};

struct EmissionTable {
    RegionalSeries series;
    Basis basis;                // the one that was read
    std::vector<Basis> others;  // on which the table has totals too
};

struct ValueAddedTable {
    std::string measure, prices;
    RegionalSeries series;
};

struct RegionGroup {
    std::string code;
    Bilingual name;
    std::vector<std::string> regions;
};

// The regions figures are compared for: provinces, or municipalities where there are no provinces.
std::vector<dataset::Region> compared_regions(const dataset::Dataset& data);
// These and the former ones, whose figures count in sums of the years they had.
std::vector<dataset::Region> counted_regions(const dataset::Dataset& data);
// In the package's order, groups without a region left out; an empty grouping makes every region a group.
// Throws ErrorKind::input for an unknown grouping.
std::vector<RegionGroup> groups_of(const dataset::Dataset& data, const std::string& grouping);

// Totals over sectors and gases of a ledger, on the package's inventory basis where the table has it.
EmissionTable read_emissions(
    const dataset::Dataset& data, const std::string& coverage, const std::string& ledger = "production");
// Scenario "history".
RegionalSeries read_population(const dataset::Dataset& data);
// One for each measure and price base, totals over industries, in order of first appearance.
std::vector<ValueAddedTable> read_value_added(const dataset::Dataset& data);

}  // namespace ecumene::diagnosis
