// Emissions by sector as the package gives them: leaves only, of one tree, by region and year.
//
//     const SectorTable t = read_sectors(data, "gross");
//     t.regions.at("KR").at("1A1a").at(2018).value         // tCO2eq
//
// Where a table has parents beside their children, the children count. Of several trees (or editions of one) the one with
// most years is read for change, and the one the totals stand on for accounts; the others are named.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dataset/dataset.hpp"
#include "diagnosis/figures.hpp"

namespace ecumene::diagnosis {

struct SectorTable {
    std::string tree;  // empty: there is none
    std::string gwp;   // GWP set: rows of another are not added to these
    std::map<std::string, std::map<std::string, YearlySeries>> regions;  // region -> sector -> years
    std::map<std::string, std::set<int>> blank_years;                    // sector: years with a row but no figure
    std::vector<std::pair<std::string, std::string>> other_trees;        // "ipcc1996@2022", "sar"
    std::set<std::string> sources;

    // In the order of their codes.
    std::vector<std::string> sectors_of(const std::string& region) const;
};

enum class TreeChoice { most_years, of_the_totals };

SectorTable read_sectors(const dataset::Dataset& data, const std::string& coverage, TreeChoice choice);

}  // namespace ecumene::diagnosis
