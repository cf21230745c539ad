// What a solver program has to offer to serve behind solve(). Internal to this module: one file per program implements it.
//
//     const Engine& engine = highs_engine();
//     Watch watch(options.time_limit_seconds, progress);
//     Solution s = engine.run({problem, options, Method::simplex, Effort::usual}, watch);
//
// An engine reports what its program claims and proves nothing: solve() certifies, and asks again with more effort. It
// is given sound problems only (finite numbers, bounds that do not cross, at least one entry) and prints nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "core/progress.hpp"
#include "lp/problem.hpp"
#include "solver/solve.hpp"

namespace ecumene::solver {

// thorough: the first answer did not carry its certificate or said "infeasible or unbounded", so no shortcuts now: no
// presolve, tighter tolerances, and a vertex at the end of an interior-point run.
enum class Effort { usual, thorough };

struct Task {
    const lp::Problem& problem;
    const Options& options;
    Method method;  // never automatic; integers ignore it
    Effort effort;
};

// The clock of one solve() and its line to the listener. A solver asks is_over() as often as it can.
class Watch {
public:
    Watch(double limit_seconds, Progress& progress);

    double elapsed() const;
    // Infinite without a limit; never below zero.
    double remaining() const;
    bool is_over() const { return remaining() <= 0.0 || is_cancelled(); }
    bool is_cancelled() const { return progress_.is_cancelled(); }
    // Why a run was stopped from outside: cancelled before limit.
    Termination stopped() const;
    // Passes on at most a few details a second; blanks at the ends and between words are pressed.
    void report(std::string_view detail);

private:
    using Clock = std::chrono::steady_clock;

    Clock::time_point begin_;
    Clock::time_point last_report_;
    double limit_seconds_;
    Progress& progress_;
};

class Engine {
public:
    virtual ~Engine() = default;
    virtual BackendInfo info() const = 0;
    // Entries of a linear problem below which `automatic` asks the simplex: a guess between measured sizes (docs/model/solver.md).
    virtual std::int64_t simplex_pays_below() const = 0;
    // Fills termination, values, duals, bound (integers), backend and iterations; solve() sees to the rest.
    virtual Solution run(const Task& task, Watch& watch) const = 0;
};

const Engine& highs_engine();  // highs.cpp, or highs_absent.cpp where HiGHS was not found
const Engine& clp_engine();
const Engine& cbc_engine();
const Engine& barrier_engine();  // barrier/barrier.cpp; linear problems, and it proves optima only

}  // namespace ecumene::solver
