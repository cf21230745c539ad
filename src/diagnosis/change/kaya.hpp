// Kaya factors of units, groups, the nation and sectors, ready for the decomposition.
//
//     const KayaChange k = kaya_of_units(panel, {"nation", "KR", {...}}, panel.units, Chaining::chained);
//
// Factors: of one unit   people, product per head, emissions per product
//          of several    people of all, the unit's share of them, product per head, emissions per product
//          of sectors    people, product per head, emissions of the sector per product; where the package has the product of
//                        a sector under the same code, its share of the product and its own intensity instead, and sectors
//                        without product of their own (homes) by emissions per head
// Units: tCO2eq.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "diagnosis/change/movement.hpp"
#include "diagnosis/change/unit_series.hpp"

namespace ecumene::diagnosis {

struct KayaPlace {
    std::string level, code;
    Bilingual name;
};

using SeriesBySector = std::map<std::string, YearlySeries>;

// (D17)
KayaChange kaya_of_units(
    const UnitPanel& panel, const KayaPlace& place, const std::vector<const UnitSeries*>& units, Chaining chaining);

// (D18) `whole` gives people and product; `product` may be empty, or hold the product of some of the sectors.
KayaChange kaya_of_sectors(const UnitPanel& panel, const KayaPlace& place, const UnitSeries& whole,
    const SeriesBySector& emissions, const SeriesBySector& product, Chaining chaining);

}  // namespace ecumene::diagnosis
