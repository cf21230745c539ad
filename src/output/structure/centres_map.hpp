// Units of one structure as discs at their places: people against trend, rings for centres.
#pragma once

#include <string>
#include <string_view>

#include "structure/centres/alternatives.hpp"

namespace ecumene::output {

std::string centres_map(const structure::Basis& basis, const structure::Alternative& shown,
    const structure::Alternative& trend, std::string_view labelled_by);

}  // namespace ecumene::output
