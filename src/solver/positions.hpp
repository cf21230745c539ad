// Where a row, a column or an entry stands in the arrays of a Problem. Internal to this module.
//
//     problem.lower[at(j)];
//     is_integer(problem, j);
#pragma once

#include <cstddef>
#include <cstdint>

#include "lp/problem.hpp"

namespace ecumene::solver {

inline std::size_t at(std::int64_t position) {
    return static_cast<std::size_t>(position);
}

inline bool is_integer(const lp::Problem& problem, std::int32_t column) {
    return !problem.is_integer.empty() && problem.is_integer[at(column)] != 0;
}

}  // namespace ecumene::solver
