// Kaya factors of units, groups, the nation and sectors, ready for the decomposition.
//
//     for (const KayaChange& k : kaya_of_units(panel, {"nation", "KR", {...}}, units)) k.effects;
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

struct SectorFigures {
    std::string tree;
    SeriesBySector emissions;
    SeriesBySector product;  // of some of the sectors, under the same codes; may be empty
};

// (D17) Fixed base and chained.
std::vector<KayaChange> kaya_of_units(
    const UnitPanel& panel, const KayaPlace& place, const std::vector<const UnitSeries*>& units);

// (D18) Likewise; `whole` gives people and product.
std::vector<KayaChange> kaya_of_sectors(
    const UnitPanel& panel, const KayaPlace& place, const UnitSeries& whole, const SectorFigures& sectors);

}  // namespace ecumene::diagnosis
