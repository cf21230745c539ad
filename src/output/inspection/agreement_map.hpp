// The map of agreement: every region a tile, coloured and marked by how its plan stands, one panel for each topic.
//
//     agreement_map(found, plans, places)
//
// Provinces stand at their places. Municipalities have none in the package: they are laid in rows under their province, in the order
// of their codes, and the figure says so. A region without a plan here shows a dash. Beside it the table with every count.
#pragma once

#include <string>
#include <vector>

#include "governance/lint.hpp"
#include "output/tile_map.hpp"

namespace ecumene::output {

// Classes of the tiles, for the document's style.
extern const char* const agreement_css;

// Empty where there is nothing to lay out.
std::string agreement_map(
    const governance::Lint& lint, const governance::PlanSet& plans, const std::vector<TilePlace>& places);

}  // namespace ecumene::output
