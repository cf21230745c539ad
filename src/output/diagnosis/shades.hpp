// How figures become shades of tiles: five classes from zero up, or three on each side of zero.
//
//     const Shades shades = shades_of(values, Measure::emissions_per_head);
//     shades.class_of(21.5) == "q2";   shades.keys()          // {"q0", "up to 10 t"}, ...
#pragma once

#include <string>
#include <vector>

#include "output/charts/tile_grid.hpp"
#include "output/quantity.hpp"

namespace ecumene::output {

class Shades {
public:
    // Upper ends of the classes; the last class has none above it.
    Shades(std::vector<double> ends, Bilingual unit) : ends_(std::move(ends)), unit_(std::move(unit)) {}
    std::string class_of(double value) const;
    std::vector<TileKey> keys() const;

private:
    std::vector<double> ends_;
    Bilingual unit_;
};

// Nine in ten values stay within the named classes: one huge tile must not wash out the others.
Shades shades_of(std::vector<double> values, const Bilingual& unit);

// Standard deviations from the mean, above zero harder: m0 .. m2 harder, p0 .. p2 easier.
std::string score_class(double score);
std::vector<TileKey> score_keys();

}  // namespace ecumene::output
