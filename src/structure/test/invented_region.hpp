// Small regions drawn from a seed, for tests: units on a grid, flows by size and distance with noise, borders of the grid.
#pragma once

#include <cstdint>

#include "structure/arranged.hpp"

namespace ecumene::structure::test {

Arranged invented_region(std::uint64_t seed, std::size_t units);

}  // namespace ecumene::structure::test
