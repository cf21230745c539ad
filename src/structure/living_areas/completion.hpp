// A division made of chosen areas and units that none of them has: these join areas that stay valid with them.
//
//     std::optional<Partition> whole = completed(areas, search, flows, borders);
//
// Empty if some unit finds no area even after areas have merged.
#pragma once

#include <optional>

#include "structure/living_areas/area_search.hpp"

namespace ecumene::structure {

std::optional<Partition> completed(
    std::vector<std::vector<Unit>> areas, const AreaSearch& search, const SparseFlows& flows, const Adjacency& borders);

}  // namespace ecumene::structure
