// Small maps side by side: the same tiles once for each year, or once for each indicator.
//
//     TileGrid grid{.places = places_of(regions), .labelled_by = title_id("maps")};
//     grid.panels.push_back({same("2018"), {{"11", {same("9"), "q0", {"Seoul: 9", "서울: 9"}}}}});
//     grid.keys = {{"q0", {"up to 10", "10 이하"}}};
//     shown(tile_grid(grid))
//
// Every tile carries its region's name and figure while there is room for letters of a legible size, then the figure alone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "output/charts/drawing.hpp"
#include "output/tile_map.hpp"

namespace ecumene::output {

struct TilePanel {
    Bilingual title;
    std::map<std::string, Tile> tiles{};  // by region
};

struct TileKey {
    std::string css_class;
    Bilingual text;
};

struct TileGrid {
    std::vector<TilePlace> places{};
    std::vector<TilePanel> panels{};
    std::vector<TileKey> keys{};
    std::string labelled_by{};
};

// Empty without panels, or where two places are the same.
Drawing tile_grid(const TileGrid& grid);

}  // namespace ecumene::output
