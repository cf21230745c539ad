// Emissions of the package by sector, in its own tree and in the three shipped ones.
//
//     const SectorAccounts a = sector_accounts(data, {.last_year = 2018});
//     a.table                     // region, year, tree, sector, name_en, name_ko, value, share, origin, status
//
// Unit: tCO2eq. Own figures are "as given"; figures in another tree are "converted" by the crosswalk and no better than
// "estimated" where a weight is not 1. Parts that do not add up to the total given beside them are shown as unallocated.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/emissions_profile.hpp"
#include "diagnosis/trees/gpc_totals.hpp"

namespace ecumene::diagnosis {

struct RegionGpc {
    std::string region;
    int year{};
    GpcTotals totals;
};

struct SectorAccounts {
    int year{};
    std::string tree;  // of the figures as given; empty: the package has none by sector
    Frame table;
    std::vector<RegionGpc> gpc;
    std::vector<Bilingual> notes;  // what was not allocated, what could not be converted
    std::vector<Gap> gaps;

    Frame gpc_table() const;  // region, year, basic, basic_plus, territorial, not_estimated, faults
};

SectorAccounts sector_accounts(const dataset::Dataset& data, const Request& request);

}  // namespace ecumene::diagnosis
