// Units of one structure as discs at their places: people against trend, rings for centres, cores by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files/geometry.hpp"
#include "structure/centres/alternatives.hpp"

namespace ecumene::output {

// People more or fewer than in trend whose disc is as wide as the ring of a core.
double people_of_a_core_ring();

// `ground`: outlines drawn under all; may be empty.
std::string centres_map(const structure::Basis& basis, const std::vector<files::Polygons>& ground,
    const structure::Alternative& shown, const structure::Alternative& trend, std::string_view labelled_by);

}  // namespace ecumene::output
