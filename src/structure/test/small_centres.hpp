// Small cases of the centre model and an enumeration that shares nothing with it: every set of centres is tried, and for each
// the cheapest way to serve everyone is found by successive shortest paths.
#pragma once

#include <random>
#include <vector>

#include "structure/centres/centre_case.hpp"

namespace ecumene::structure::small {

inline constexpr double none = 1e300;  // no way to serve everyone

// Units on a line or in a square, whole people and kilometres, one minute a kilometre.
CentreCase random_case(unsigned seed, std::size_t units);

struct Choice {
    double cost{none};
    std::vector<std::vector<std::size_t>> centres;
};
// The least cost over all sets of centres, without growth (each range is one number). Every tier is served by itself.
Choice best_by_enumeration(const CentreCase& ask);
// The same where homes may grow, without loads and jobs: people go where one more costs least.
Choice best_with_growth(const CentreCase& ask);

}  // namespace ecumene::structure::small
