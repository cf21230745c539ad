// Units, flows and borders in the order of their codes, so that no result depends on the order they came in.
//
//     const Arranged region = arranged(units, flows, borders);
//     region.came_from[i]          // the position the unit had
#pragma once

#include <vector>

#include "structure/flow_table.hpp"

namespace ecumene::structure {

struct Arranged {
    Units units;
    FlowTable flows;
    Adjacency borders;
    std::vector<Unit> came_from;
};

Arranged arranged(const Units& units, const FlowTable& flows, const Adjacency& borders);

}  // namespace ecumene::structure
