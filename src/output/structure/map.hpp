// Maps of a study of structure: living areas with cores and strongest links, the units they were made of, firmness of borders.
//
//     AreaMap map{.study = &study, .units = &units, .borders = &borders, .shapes = shapes};
//     areas_drawing(map, 620).str("figure-areas-title");
//
// Neighbouring areas never share a colour where outlines are known; without outlines units are dots. Plane: degrees, longitude
// shortened by the cosine of the middle latitude.
#pragma once

#include <vector>

#include "files/geometry.hpp"
#include "output/svg.hpp"
#include "structure/study.hpp"

namespace ecumene::output {

struct AreaMap {
    const structure::Study* study{};
    const structure::Units* units{};
    const structure::Adjacency* borders{};
    std::vector<files::Polygons> shapes{};  // by unit; empty: unknown
};

bool can_be_drawn(const AreaMap& map);
Svg areas_drawing(const AreaMap& map, double width);
// The regions units lie in, as they stand before.
Svg regions_drawing(const AreaMap& map, double width);
Svg stability_drawing(const AreaMap& map, double width);

// The regions units lie in, by their codes: outlines are empty where those of units are unknown.
struct RegionOutlines {
    structure::Partition of_unit;
    std::vector<files::Polygons> outlines{};
    std::vector<int> colours{};
};
RegionOutlines region_outlines(const AreaMap& map);
// Outline of each area of the study.
std::vector<files::Polygons> area_outlines(const AreaMap& map);
// A colour number 0..7 for each area.
std::vector<int> area_colours(const AreaMap& map);

}  // namespace ecumene::output
