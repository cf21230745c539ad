// Our own interior point as one call: presolve, scaling, border, iterations, and the answer back on the problem as written
// (docs/model/barrier.md). Proves optima only. Internal to this module and to whoever measures.
#pragma once

#include <cstdint>

#include "solver/backend.hpp"

namespace ecumene::solver::barrier {

// What a solve was made of: sizes after presolve, and where the seconds (of a clock) went.
struct Inside {
    bool is_there{};  // false: presolve answered
    std::int64_t rows{}, columns{}, variable_bounds{}, border{};
    std::int64_t factor_entries{}, factorizations{}, solves{};
    double flops{};  // per factorisation
    double factorizing{}, solving{};
};

// Errors: std::bad_alloc. `inside` is filled if given.
Solution solve(const Task& task, Watch& watch, Inside* inside = nullptr);

}  // namespace ecumene::solver::barrier
