#include "output/structure/paper.hpp"

#include <algorithm>
#include <cmath>

namespace ecumene::output {
namespace {

constexpr double paper_margin = 6.0, most_high = 1.5;

}  // namespace

Paper::Paper(const structure::Units& units, const std::vector<files::Polygons>& shapes, double width) : width_(width) {
    files::Extent all{180, -180, 90, -90};
    const auto take = [&](const files::Extent& extent) {
        all = {std::min(all.min_x, extent.min_x), std::max(all.max_x, extent.max_x), std::min(all.min_y, extent.min_y),
            std::max(all.max_y, extent.max_y)};
    };
    for (const auto& shape : shapes)
        if (!shape.empty()) take(files::extent_of(shape));
    for (const structure::Unit unit : units.all()) {
        const auto& u = units[unit];
        if (!is_blank(u.longitude)) take({u.longitude, u.longitude, u.latitude, u.latitude});
    }
    shorten_ = std::cos(0.5 * (all.min_y + all.max_y) * 3.14159265358979 / 180.0);
    west_ = all.min_x;
    north_ = all.max_y;
    const double wide = std::max(1e-6, (all.max_x - all.min_x) * shorten_),
                 high = std::max(1e-6, all.max_y - all.min_y);
    scale_ = (width - 2.0 * paper_margin) / wide;
    if (high * scale_ > most_high * width) scale_ = most_high * width / high;
    height_ = high * scale_ + 2.0 * paper_margin;
}

double Paper::x(double longitude) const {
    return paper_margin + (longitude - west_) * shorten_ * scale_;
}

double Paper::y(double latitude) const {
    return paper_margin + (north_ - latitude) * scale_;
}

std::string Paper::path(const files::Polygons& shape) const {
    std::string data;
    for (const auto& polygon : shape)
        for (const auto& ring : polygon) {
            char step = 'M';
            for (const auto& p : ring) {
                data += compose("{}{:.1f} {:.1f}", {std::string(1, step), x(p.x), y(p.y)});
                step = 'L';
            }
            data += "Z";
        }
    return data;
}

}  // namespace ecumene::output
