// Regions as squares on a grid, each with its short name and value: a map that every region is legible on.
//
//     tile_map(view, {{"11", {0.093, same("9"), "q0"}}, ...}, title_id("map"))
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "output/plan_view.hpp"

namespace ecumene::output {

struct Tile {
    Bilingual value;        // as printed
    std::string css_class;  // q0 .. q4, or m0 .. p2 for values on both sides of zero
    Bilingual title;        // on hover
};

std::string tile_map(const PlanView& view, const std::map<std::string, Tile>& tiles, std::string_view labelled_by);
// False where the package gives no places on the grid.
bool has_tiles(const PlanView& view);

}  // namespace ecumene::output
