// How unequal emissions per head are, year by year, split over any nesting of groups; and where they cluster.
//
//     const InequalityPath p = inequality_path(data, {.grouping = "capital"});
//     p.years.back().theil, p.years.back().parts       // parts sum to theil
//     p.lorenz                                         // people_share, held_share per year asked
//
// No unit; the spread is tCO2eq/person. Groupings are nested in the order given if they nest (a group of the finer lies in
// one group of the coarser); grouping and then "megaregion" where that nests, else the grouping alone. Negative figures:
// Theil, Gini and Palma are refused with the reason, the spread and Williamson stay.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/emissions_profile.hpp"
#include "diagnosis/spread/autocorrelation.hpp"

namespace ecumene::diagnosis {

// Between the groups of one level inside the groups of the level above.
struct TheilPart {
    std::string level;  // "capital", "megaregion", "region": innermost last
    double value{};
};

struct InequalityYear {
    int year{};
    std::size_t regions{};
    double theil{blank};
    std::vector<TheilPart> parts{};  // sum to theil
    double gini{blank}, williamson{blank}, palma{blank};
    double spread{blank};             // tCO2eq/person
    double highest_to_lowest{blank};  // region with most over region with least
    std::string highest{}, lowest{};  // regions
    std::string status{};
    bool is_comparable{true};  // false: people of a region are counted whose emissions stand in a neighbour's figure
    Bilingual reason{};        // why a measure is blank; empty otherwise
};

struct RegionMoran {
    std::string region;
    double value{};  // tCO2eq/person
    LocalMoran figure;
};

struct InequalityPath {
    std::string coverage;
    std::vector<std::string> nesting;  // groupings used, coarse first
    std::vector<InequalityYear> years;
    Moran moran;                // last year, emissions per head
    std::string neighbourhood;  // adjacency, or "4 nearest centres"
    std::vector<RegionMoran> local;
    Frame
        lorenz;  // year, position, region, people_share, held_share (cumulated, from the least per head); starts at 0, 0
    std::vector<Gap> gaps;
    Bilingual left_out;  // which years are not compared, and why; empty if all are

    // Ends of the comparison: the first and last comparable year, of all years where none is.
    const InequalityYear& first() const;
    const InequalityYear& last() const;
    Frame table() const;        // year, measure, value, status
    Frame local_table() const;  // region, value, index, p, quadrant
};

InequalityPath inequality_path(const dataset::Dataset& data, const Request& request);

}  // namespace ecumene::diagnosis
