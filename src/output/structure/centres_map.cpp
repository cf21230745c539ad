#include "output/structure/centres_map.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"
#include "output/scale.hpp"
#include "output/svg.hpp"

namespace ecumene::output {
namespace {

constexpr double width = 560, margin = 24, people_of_one_pixel = 250;

bool holds(const std::vector<std::size_t>& list, std::size_t unit) {
    return std::find(list.begin(), list.end(), unit) != list.end();
}

}  // namespace

std::string centres_map(const structure::Basis& basis, const structure::Alternative& shown,
    const structure::Alternative& trend, std::string_view labelled_by) {
    double west = 180, east = -180, south = 90, north = -90;
    for (const structure::Unit i : basis.units.all()) {
        west = std::min(west, basis.units[i].longitude), east = std::max(east, basis.units[i].longitude);
        south = std::min(south, basis.units[i].latitude), north = std::max(north, basis.units[i].latitude);
    }
    const double squeeze = std::cos((south + north) / 2.0 * 3.14159265358979 / 180.0);
    const double height = margin * 2 + (width - margin * 2) * (north - south) / std::max((east - west) * squeeze, 1e-9);
    const Scale x(west, east, margin, width - margin), y(south, north, height - margin, margin);
    Svg drawing(width, height, "centres-map");
    for (const structure::Unit i : basis.units.all()) {
        const structure::UnitRecord& unit = basis.units[i];
        const double more = shown.plan.people[i.at()] - trend.plan.people[i.at()];
        const Bilingual title{
            compose("{}: {:.0f} people, {:+.0f} against trend", {unit.name.en, shown.plan.people[i.at()], more}),
            compose("{}: {:.0f}명, 추세 대비 {:+.0f}", {unit.name.ko, shown.plan.people[i.at()], more})};
        drawing.circle(x(unit.longitude), y(unit.latitude), 2.0, "land", title);
        const double radius = std::sqrt(std::abs(more) / people_of_one_pixel);
        if (radius > 0.5)
            drawing.circle(x(unit.longitude), y(unit.latitude), radius, more > 0 ? "grew" : "shrank", title);
    }
    for (const structure::Unit i : basis.units.all()) {
        const structure::UnitRecord& unit = basis.units[i];
        const bool is_core = holds(shown.plan.centres.back(), i.at());
        if (is_core || holds(shown.plan.centres[1], i.at()))
            drawing.circle(
                x(unit.longitude), y(unit.latitude), is_core ? 11 : 5.5, is_core ? "core" : "sub", unit.name);
        if (is_core) drawing.text(x(unit.longitude) + 13, y(unit.latitude) + 4, unit.name, "label");
    }
    return drawing.str(labelled_by);
}

}  // namespace ecumene::output
