// A Problem becomes a Solution. One call, several backends behind it; callers never see a solver's own types.
//
//     Solution s = solve(problem, {.tolerance = 1e-6}, progress);
//     Certificate c = certify(problem, s);            // computed outside the solver
//
// automatic: larger linear problems go to our own interior point (barrier) first; what it cannot prove, small problems and
// integers go to HiGHS when it was found at build time, else CLP for linear and CBC for integer problems. The same problem and
// options give the same answer on the same machine. Errors: ErrorKind::solver if a named backend is not there.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/progress.hpp"
#include "lp/problem.hpp"
#include "solver/checkpoint.hpp"
#include "solver/solution.hpp"

namespace ecumene::solver {

enum class Backend { automatic, highs, clp, cbc, barrier };
enum class Method { automatic, simplex, interior_point };

struct Options {
    Backend backend{Backend::automatic};
    Method method{Method::automatic};
    double tolerance{1e-6};       // of the certificate the answer is meant for
    double time_limit_seconds{};  // 0: none
    int threads{2};
    double relative_gap{1e-4};  // integers only
    // Bytes our interior point may still ask for, asked when it knows what it needs; none: no limit.
    std::function<std::int64_t()> memory_at_hand{};
    Checkpoints* checkpoints{};  // where it keeps its state; not owned, none: it keeps none
    // For neighbours, problems of the same shape with other numbers: `middle` is filled with the state from which the next one
    // starts best, `start` is such a state of another. A start that does not fit or leads nowhere is passed over. Another start
    // may end at another of several optima. Not owned.
    Checkpoint* middle{};
    const Checkpoint* start{};

    // The same for another problem on the way: its states are of no use to this one.
    Options without_states() const;
    // Empty if sound, else one sentence about what is wrong.
    std::string complaint() const;
};

struct BackendInfo {
    Backend backend;
    std::string name;  // "highs 1.10.0"
    bool is_available{};
    std::string reason;  // why not, and what serves instead
    bool solves_integers{};
};
std::vector<BackendInfo> backends();

Solution solve(const lp::Problem& problem, const Options& options, Progress& progress = silent());

}  // namespace ecumene::solver
