// Regions as squares on a grid, each with its short name and value: a map that every region is legible on.
//
//     tile_map(places_of(regions), {{"11", {same("9"), "q0", {"Seoul: 9", "서울: 9"}}}}, title_id("map"))
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

struct TilePlace {
    std::string code;
    Bilingual name;  // short
    int x{}, y{};
};

std::vector<TilePlace> places_of(const std::vector<dataset::Region>& regions);
// False where there are no places, or two regions stand on one.
bool have_places(const std::vector<TilePlace>& places);

// A region without a tile shows a dash.
std::string tile_map(
    const std::vector<TilePlace>& places, const std::map<std::string, Tile>& tiles, std::string_view labelled_by);

}  // namespace ecumene::output
