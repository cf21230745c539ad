// Regions that split or merged, made comparable over a span of years by counting the pieces together.
//
//     const RegionBridge b(data, 2000, 2018);
//     b.units()                        // "34+29": Chungnam and Sejong, because Sejong was founded between the two years
//
// Reads table region_changes (year, kind, old, new). Pieces joined by any change after the first year and up to the last
// are one unit: nothing is shared out by guess. Without the table every region is a unit.
#pragma once

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
    RegionBridge(const dataset::Dataset& data, int first_year, int last_year);
    const std::vector<BridgedUnit>& units() const { return units_; }  // (D15), in the package's order
    const std::vector<Bilingual>& notes() const { return notes_; }    // one per unit of more than one region

private:
    std::vector<BridgedUnit> units_;
    std::vector<Bilingual> notes_;
};

}  // namespace ecumene::diagnosis
