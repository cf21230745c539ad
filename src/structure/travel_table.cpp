#include "structure/travel_table.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "core/error.hpp"

namespace ecumene::structure {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double earth_radius_km = 6371.0088;

// Mean distance between two random points of a disc: 128 r / (45 pi).
double inner_km(double area_km2) {
    return is_blank(area_km2) ? 0.0 : 128.0 / (45.0 * pi) * std::sqrt(area_km2 / pi);
}

}  // namespace

double great_circle_km(double longitude_a, double latitude_a, double longitude_b, double latitude_b) {
    const double radian = pi / 180.0;
    const double north = std::sin(0.5 * (latitude_b - latitude_a) * radian);
    const double east = std::sin(0.5 * (longitude_b - longitude_a) * radian);
    const double h = north * north + std::cos(latitude_a * radian) * std::cos(latitude_b * radian) * east * east;
    return 2.0 * earth_radius_km * std::asin(std::sqrt(std::fmin(1.0, h)));
}

TravelTable::TravelTable(std::size_t units, std::string status)
    : units_(units),
      kilometres_(units * units, std::numeric_limits<double>::infinity()),
      minutes_(kilometres_),
      status_(std::move(status)) {}

void TravelTable::set(Unit from, Unit to, double kilometres, double minutes) {
    kilometres_[from.at() * units_ + to.at()] = kilometres;
    minutes_[from.at() * units_ + to.at()] = minutes;
}

TravelTable great_circle_travel(const Units& units, const TravelAssumptions& assumptions) {
    TravelTable table(units.size(), "modelled");
    for (const Unit i : units.all()) {
        const auto& a = units[i];
        if (is_blank(a.longitude) || is_blank(a.latitude))
            throw Error(ErrorKind::input, "unit '" + a.code + "' has no coordinates, so no way to it can be measured");
        for (const Unit j : units.all()) {
            const auto& b = units[j];
            const double straight =
                i == j ? inner_km(a.area_km2) : great_circle_km(a.longitude, a.latitude, b.longitude, b.latitude);
            const double km = assumptions.detour * straight;
            table.set(i, j, km, assumptions.access_minutes + 60.0 * km / assumptions.speed_km_h);
        }
    }
    return table;
}

}  // namespace ecumene::structure
