// Adds regions up to groups, year by year (D2), and says when that cannot be done (D8).
//
//     const GroupTotals emissions(tables, population, regions);
//     emissions.of(group.regions)            // tCO2eq by year; a year that cannot be told is not there
//
// A region without a figure is left out of a sum only where the figure is known to be counted elsewhere, or hardly
// matters (docs/model/diagnosis.md, D8); otherwise the sum is unknown.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "diagnosis/regional_tables.hpp"

namespace ecumene::diagnosis {

// A region of less than this share of its group's people may be missing from a sum, which is then "estimated".
inline constexpr double negligible_people = 0.02;
// The nation's own figure and the sum of regions are the same within this share.
inline constexpr double rounding_of_totals = 0.001;

class GroupTotals {
public:
    // `population` must outlive this; `regions` are all that are compared. For population itself pass it twice.
    GroupTotals(
        const RegionalSeries& quantity, const RegionalSeries& population, const std::vector<std::string>& regions);

    YearlySeries of(const std::vector<std::string>& regions) const;
    // Nation less the sum of regions in the years that do not agree.
    YearlySeries unallocated() const;

private:
    Figure sum_of(const std::vector<std::string>& regions, int year) const;
    // Share of the group's people that live in regions without a figure; 1 if that cannot be told.
    double share_left_out(const std::vector<std::string>& regions, int year) const;

    const RegionalSeries& quantity_;
    const RegionalSeries& population_;
    std::set<int> years_;
    std::set<int> closed_years_;  // the regions sum to the nation: nothing is missing
    YearlySeries unallocated_;
};

}  // namespace ecumene::diagnosis
