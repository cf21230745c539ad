// How far and how long it is between units.
//
//     TravelTable way = great_circle_travel(units, {.detour = 1.3, .speed_km_h = 45, .access_minutes = 8});
//     way.kilometres(i, j);    way.minutes(i, j);
//
// Dense, row-major. A pair that cannot be reached has infinite minutes and kilometres. Distances from coordinates are the great
// circle (mean Earth radius 6,371.0088 km, IUGG) times a detour factor; the way within a unit is that of a disc of its area: the
// mean distance between two random points, 128/(45 pi) of the radius. `status` says whether times are modelled this way or
// come from a network.
#pragma once

#include <string>
#include <vector>

#include "structure/units.hpp"

namespace ecumene::structure {

struct TravelAssumptions {
    double detour{1.3};        // way over great circle
    double speed_km_h{45.0};   // door to door, on the way
    double access_minutes{8};  // before and after, together
};

class TravelTable {
public:
    TravelTable() = default;
    TravelTable(std::size_t units, std::string status);

    double kilometres(Unit from, Unit to) const { return kilometres_[from.at() * units_ + to.at()]; }
    double minutes(Unit from, Unit to) const { return minutes_[from.at() * units_ + to.at()]; }
    void set(Unit from, Unit to, double kilometres, double minutes);
    std::size_t units() const { return units_; }
    const std::string& status() const { return status_; }

private:
    std::size_t units_{};
    std::vector<double> kilometres_, minutes_;
    std::string status_;
};

// Throws Error input if a unit has no coordinates. A unit without an area has an inner way of no length.
TravelTable great_circle_travel(const Units& units, const TravelAssumptions& assumptions = {});
// Kilometres between two points given in degrees.
double great_circle_km(double longitude_a, double latitude_a, double longitude_b, double latitude_b);

}  // namespace ecumene::structure
