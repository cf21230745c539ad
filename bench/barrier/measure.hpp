// One solve, measured in a process of its own: seconds of the processor, memory, and what our certificate says.
//
//     const Measured ours = measure(problem, Solver::barrier, {.tolerance = 1e-6});
//
// Both solvers run through the engines behind solve(), HiGHS on one thread, presolve counted, without crossover. Our certificate
// is the judge: HiGHS starts with 1e-6 for its own gap, and where the certificate then fails is run again with 1e-7 and
// 1e-8. Only the run that passed is counted, in favour of HiGHS. The certificate itself is counted where the barrier
// computes it on its way, and for nobody afterwards.
#pragma once

#include <cstdint>

#include "lp/problem.hpp"
#include "solver/barrier/barrier.hpp"

namespace ecumene::bench {

using solver::barrier::Inside;

enum class Solver { barrier, highs };
enum class Outcome { proved, no_certificate, over_limit, died, left_out };

struct Rules {
    double tolerance{1e-6};
    double limit{};  // CPU seconds of each run; 0: none
    int threads{1};  // of the barrier
};

struct Measured {
    Outcome outcome{Outcome::left_out};
    double seconds{};             // CPU, of all threads
    double elapsed{};             // by the clock
    double megabytes{};           // at most, above the problem itself
    double objective{}, worst{};  // of the certificate's three measures
    double own_gap{};             // that HiGHS was told; 0: the barrier, which asks the certificate
    std::int64_t iterations{};
    // Of the barrier. Seconds of phases are a clock's, scaled to the processor's: on a busy machine the scaling is a guess.
    Inside inside{};

    bool is_proved() const { return outcome == Outcome::proved; }
};
Measured measure(const lp::Problem& problem, Solver which, const Rules& rules);

// Two operations per entry, forward and backward; what is done with the columns around the factor is left out. GF/s.
inline double factor_rate(const Inside& in) {
    return in.flops * static_cast<double>(in.factorizations) / in.factorizing / 1e9;
}
inline double solve_rate(const Inside& in) {
    return 4.0 * static_cast<double>(in.factor_entries) * static_cast<double>(in.solves) / in.solving / 1e9;
}

}  // namespace ecumene::bench
