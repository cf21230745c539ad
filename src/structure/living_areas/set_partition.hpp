// The choice among known areas: as many as fit, no unit in two (S16).
//
//     PoolPrices p = relaxed_choice(pool, units);        // the linear relaxation: prices of units
//     WholeChoice c = whole_choice(pool, units, Cover::each_unit, 30.0);
//
// Worth of an area is 1 plus its internal flow as a share of all, times less than 1: number first, then internal flow.
#pragma once

#include <optional>
#include <vector>

#include "core/progress.hpp"
#include "structure/units.hpp"

namespace ecumene::structure {

struct PoolArea {
    std::vector<Unit> units;  // ascending
    double inner_share{};     // of all flow
};

struct PoolPrices {
    std::vector<double> of_unit;  // not below zero
    double most{};                // what all areas of the pool reach: number of areas, fractions allowed
};

enum class Cover { at_most_once, each_unit };

// Throws Error solver if the relaxation is not solved.
PoolPrices relaxed_choice(const std::vector<PoolArea>& pool, std::size_t units);

struct WholeChoice {
    std::vector<std::size_t> areas;  // positions in the pool; empty if there is no choice or none was found in time
    bool is_cut_short{};             // the seconds were over first: another machine may choose better
};
// `seconds` 0: no limit.
WholeChoice whole_choice(
    const std::vector<PoolArea>& pool, std::size_t units, Cover cover, double seconds, Progress& progress = silent());

}  // namespace ecumene::structure
