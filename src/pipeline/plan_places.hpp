// Where regions stand on the map of agreement: from regions.csv of the bundled packages, without reading the rest of them.
#pragma once

#include <vector>

#include "output/tile_map.hpp"
#include "pipeline/place.hpp"

namespace ecumene::pipeline {

// Of the bundled package of Korea; empty where it is not there or cannot be read: then there is no map, and nothing else is lost.
std::vector<output::TilePlace> plan_places(const Places& places);

}  // namespace ecumene::pipeline
