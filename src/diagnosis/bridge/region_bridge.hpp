// Regions that split or merged, made comparable over a span of years by counting the pieces together.
//
//     const RegionBridge b(data, 2000, 2018);
//     b.units()                        // "29+34": Sejong and Chungnam, because Sejong was founded between the two years
//
// Reads table region_changes (year, kind, old, new). Pieces joined by any change after the first year and up to the last
// are one unit: nothing is shared out by guess. So is a region in `incomplete`, whose figures are not counted apart at all in
// some table, with what it came from. Without the table every region is a unit.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "dataset/dataset.hpp"

namespace ecumene::diagnosis {

struct BridgedUnit {
    std::string code;  // of the region, or codes joined by '+', the package's order
    Bilingual name;
    std::vector<std::string> regions;  // all codes whose figures count, former ones included
};

class RegionBridge {
public:
    RegionBridge(
        const dataset::Dataset& data, int first_year, int last_year, const std::set<std::string>& incomplete = {});
    const std::vector<BridgedUnit>& units() const { return units_; }  // (D15), in the package's order
    const std::vector<Bilingual>& notes() const { return notes_; }    // one per unit of more than one region

private:
    std::vector<BridgedUnit> units_;
    std::vector<Bilingual> notes_;
};

// The regions less those that, by the changes, came into being only after `year`.
std::vector<std::string> regions_counted_in(
    const dataset::Dataset& data, const std::vector<std::string>& regions, int year);

}  // namespace ecumene::diagnosis
