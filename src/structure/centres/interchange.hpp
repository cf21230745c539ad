// Answers of the p-median problem by interchange (Teitz and Bart 1968, in the form of Whitaker 1983): swap one open site for one
// that is closed, the best swap at a time, until none helps. An upper bound, no proof.
#pragma once

#include <vector>

#include "structure/centres/p_median.hpp"

namespace ecumene::structure {

struct Opening {
    std::vector<std::size_t> open;  // ascending
    double cost{};
};

double cost_of(const PMedian& problem, const std::vector<std::size_t>& open);
std::vector<std::size_t> nearest_open(const PMedian& problem, const std::vector<std::size_t>& open);
// Cost: clients x sites for each swap.
Opening interchange(const PMedian& problem, std::vector<std::size_t> open);

}  // namespace ecumene::structure
