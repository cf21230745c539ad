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

// One too wide even so is cut; the title of the tile holds it whole.
Bilingual fitted(const Bilingual& name) {
    return {shortened(name.en, 10.5, side + 4), shortened(name.ko, 13.5, side)};
}

}  // namespace

std::vector<TilePlace> places_of(const std::vector<dataset::Region>& regions) {
    std::vector<TilePlace> places;
    places.reserve(regions.size());
    for (const auto& region : regions)
        places.push_back({region.code, short_name(region.name), region.tile_x, region.tile_y});
    return places;
}

bool have_places(const std::vector<TilePlace>& places) {
    std::set<std::pair<int, int>> known;
    for (const auto& place : places) known.emplace(place.x, place.y);
    return !places.empty() && known.size() == places.size();
}

std::string tile_map(
    const std::vector<TilePlace>& places, const std::map<std::string, Tile>& tiles, std::string_view labelled_by) {
    int left = 1 << 20, top = 1 << 20, right = -left, bottom = -top;
    for (const auto& place : places) {
        left = std::min(left, place.x);
        right = std::max(right, place.x);
        top = std::min(top, place.y);
        bottom = std::max(bottom, place.y);
    }
    Svg svg((right - left + 1) * (side + gap) - gap, (bottom - top + 1) * (side + gap) - gap, "tiles");
    for (const auto& place : places) {
        const double x = (place.x - left) * (side + gap), y = (place.y - top) * (side + gap);
        const auto found = tiles.find(place.code);
        const Tile tile = found == tiles.end() ? Tile{same("–"), "q-none", {}} : found->second;
        svg.rect({x, y, side, side}, "tile " + tile.css_class, tile.title, 7);
        svg.text(x + side / 2, y + 26, fitted(place.name), std::string(name_size(place.name.en)) + " " + tile.css_class,
            Anchor::middle);
        svg.text(x + side / 2, y + 47, tile.value, "tile-value " + tile.css_class, Anchor::middle);
    }
    return svg.str(labelled_by);
}

}  // namespace ecumene::output
