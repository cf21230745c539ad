#include "output/charts/tile_grid.hpp"

#include <algorithm>
#include <cmath>

#include "output/quantity.hpp"

namespace ecumene::output {

namespace {

constexpr double widest = 1120, gap = 3, panel_gap = 26, title_height = 26, key_line = 20;
constexpr double largest_side = 54, least_side_for_names = 40, least_side_for_values = 20, name_letter = 10.5,
                 title_letter = 14;

struct Grid {
    int left{}, top{}, columns{}, rows{};
};

Grid grid_of(const std::vector<TilePlace>& places) {
    int left = places.front().x, right = left, top = places.front().y, bottom = top;
    for (const auto& place : places) {
        left = std::min(left, place.x);
        right = std::max(right, place.x);
        top = std::min(top, place.y);
        bottom = std::max(bottom, place.y);
    }
    return {left, top, right - left + 1, bottom - top + 1};
}

class GridDrawing {
public:
    GridDrawing(const TileGrid& grid, double width, std::size_t columns)
        : grid_(grid),
          shape_(grid_of(grid.places)),
          columns_(std::min(columns, grid.panels.size())),
          side_(side_of(width)),
          panel_width_(std::max(shape_.columns * (side_ + gap) - gap, title_room(width))),
          panel_height_(title_height + shape_.rows * (side_ + gap) - gap + panel_gap),
          width_(std::max(columns_ > 1 ? width_of_all() : panel_width_, std::min(width, 340.0))),
          svg_(width_,
              keys_height() +
                  panel_height_ * std::ceil(static_cast<double>(grid.panels.size()) / static_cast<double>(columns_)) -
                  panel_gap + 4,
              "tile-grid") {}

    std::string draw() {
        draw_keys();
        for (std::size_t i = 0; i < grid_.panels.size(); ++i)
            draw_panel(grid_.panels[i], static_cast<double>(i % columns_) * (panel_width_ + panel_gap),
                keys_height() + panel_height_ * std::floor(static_cast<double>(i) / static_cast<double>(columns_)));
        return svg_.str(grid_.labelled_by);
    }

private:
    double side_of(double width) const {
        const double columns = static_cast<double>(columns_);
        const double room = (width - panel_gap * (columns - 1)) / columns;
        return std::min(largest_side, std::floor((room + gap) / shape_.columns) - gap);
    }
    // Titles stand side by side: each panel is at least as wide as the longest of them.
    double title_room(double width) const {
        if (columns_ == 1) return 0;
        double widest_title = 0;
        for (const auto& panel : grid_.panels)
            widest_title = std::max(widest_title, text_width(panel.title, title_letter));
        const double columns = static_cast<double>(columns_);
        return std::min(widest_title, (width - panel_gap * (columns - 1)) / columns);
    }
    double width_of_all() const {
        const double columns = static_cast<double>(columns_);
        return panel_width_ * columns + panel_gap * (columns - 1);
    }

    template <class Draw>
    double lay_keys(Draw draw) const {
        double x = 0, y = 0;
        for (const auto& key : grid_.keys) {
            const double room = text_width(key.text, letter_size) + 38;
            if (x > 0 && x + room > width_) {
                x = 0;
                y += key_line;
            }
            draw(key, x, y);
            x += room;
        }
        return grid_.keys.empty() ? 0 : y + key_line + 10;
    }
    double keys_height() const {
        return lay_keys([](const TileKey&, double, double) {});
    }
    void draw_keys() {
        lay_keys([&](const TileKey& key, double x, double y) {
            svg_.rect({x + 1, y + 1, 14, 14}, "tile " + key.css_class, {}, 3);
            svg_.text(x + 21, y + 12, key.text, "axis");
        });
    }

    void draw_panel(const TilePanel& panel, double left, double top) {
        svg_.text(left, top + 13, panel.title, "panel-title");
        for (const auto& place : grid_.places) {
            const double x = left + (place.x - shape_.left) * (side_ + gap),
                         y = top + title_height + (place.y - shape_.top) * (side_ + gap);
            const auto found = panel.tiles.find(place.code);
            draw_tile(place, found == panel.tiles.end() ? Tile{same("–"), "q-none", place.name} : found->second, x, y);
        }
    }

    void draw_tile(const TilePlace& place, const Tile& tile, double x, double y) {
        svg_.rect({x, y, side_, side_}, "tile " + tile.css_class, tile.title, side_ > 30 ? 5 : 2);
        if (side_ < least_side_for_values) return;
        const double middle = x + side_ / 2;
        if (side_ < least_side_for_names) {
            svg_.text(middle, y + side_ / 2 + 4, tile.value, "tile-figure " + tile.css_class, Anchor::middle);
            return;
        }
        const bool is_long = text_width(place.name.en, name_letter) > side_ - 6;
        svg_.text(middle, y + side_ * 0.42, place.name,
            (is_long ? "tile-label small " : "tile-label ") + tile.css_class, Anchor::middle);
        svg_.text(middle, y + side_ * 0.76, tile.value, "tile-figure " + tile.css_class, Anchor::middle);
    }

    const TileGrid& grid_;
    Grid shape_;
    std::size_t columns_;
    double side_, panel_width_, panel_height_, width_;
    Svg svg_;
};

}  // namespace

Drawing tile_grid(const TileGrid& grid) {
    if (grid.panels.empty() || !have_places(grid.places)) return {};
    const std::size_t columns = grid.panels.size() <= 2 ? grid.panels.size() : grid.panels.size() % 3 == 0 ? 3 : 4;
    return {GridDrawing(grid, widest, columns).draw(), GridDrawing(grid, narrow_chart, 1).draw()};
}

}  // namespace ecumene::output
