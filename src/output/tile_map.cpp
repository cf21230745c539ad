#include "output/tile_map.hpp"

#include <algorithm>
#include <set>

#include "output/quantity.hpp"
#include "output/svg.hpp"

namespace ecumene::output {

namespace {

constexpr double side = 64, gap = 4;

// A name too wide for its tile is set in smaller letters.
std::string_view name_size(const std::string& name) {
    return text_width(name, 12.5) > side - 10 ? "tile-name small" : "tile-name";
}

}  // namespace

bool has_tiles(const PlanView& view) {
    std::set<std::pair<int, int>> places;
    for (const auto& region : view.regions()) places.emplace(region.tile_x, region.tile_y);
    return !view.regions().empty() && places.size() == view.regions().size();
}

std::string tile_map(const PlanView& view, const std::map<std::string, Tile>& tiles, std::string_view labelled_by) {
    int left = 1 << 20, top = 1 << 20, right = -left, bottom = -top;
    for (const auto& region : view.regions()) {
        left = std::min(left, region.tile_x);
        right = std::max(right, region.tile_x);
        top = std::min(top, region.tile_y);
        bottom = std::max(bottom, region.tile_y);
    }
    Svg svg((right - left + 1) * (side + gap) - gap, (bottom - top + 1) * (side + gap) - gap, "tiles");
    for (const auto& region : view.regions()) {
        const double x = (region.tile_x - left) * (side + gap), y = (region.tile_y - top) * (side + gap);
        const auto found = tiles.find(region.code);
        const Tile tile = found == tiles.end() ? Tile{same("–"), "q-none", {}} : found->second;
        const auto name = view.region(region.code);
        svg.rect({x, y, side, side}, "tile " + tile.css_class, tile.title, 7);
        svg.text(x + side / 2, y + 26, name, std::string(name_size(name.en)) + " " + tile.css_class, Anchor::middle);
        svg.text(x + side / 2, y + 47, tile.value, "tile-value " + tile.css_class, Anchor::middle);
    }
    return svg.str(labelled_by);
}

}  // namespace ecumene::output
