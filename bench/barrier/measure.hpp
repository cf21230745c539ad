// One solve, measured in a process of its own: seconds of the processor, memory, and what our certificate says.
//
//     const Measured ours = measure(problem, Solver::barrier, {.tolerance = 1e-6});
//     const Inside inside = look_inside(problem, 1e-6);      // the barrier once more, with its phases
//
// Both solvers run through the engines behind solve(), on one thread, presolve counted, without crossover. Our certificate
// is the judge: HiGHS starts with 1e-6 for its own gap, and where the certificate then fails is run again with 1e-7 and
// 1e-8. Only the run that passed is counted, in favour of HiGHS. The certificate itself is counted where the barrier
// computes it on its way, and for nobody afterwards.
#pragma once

#include <cstdint>

#include "lp/problem.hpp"

namespace ecumene::bench {

enum class Solver { barrier, highs };
enum class Outcome { proved, no_certificate, over_limit, died, left_out };

struct Rules {
    double tolerance{1e-6};
    double limit{};  // CPU seconds of each run; 0: none
};

struct Measured {
    Outcome outcome{Outcome::left_out};
    double seconds{};             // CPU
    double megabytes{};           // at most, above the problem itself
    double objective{}, worst{};  // of the certificate's three measures
    double own_gap{};             // that HiGHS was told; 0: the barrier, which asks the certificate
    std::int64_t iterations{};

    bool is_proved() const { return outcome == Outcome::proved; }
};
Measured measure(const lp::Problem& problem, Solver which, const Rules& rules);

// Seconds of phases are a clock's, scaled to the processor's: on a busy machine the scaling is a guess.
struct Inside {
    bool is_there{};
    std::int64_t rows{}, columns{}, variable_bounds{}, border{};
    std::int64_t factor_entries{}, factorizations{}, solves{}, iterations{};
    double flops{};  // per factorisation
    double seconds{}, factorizing{}, solving{};

    double factor_rate() const { return flops * static_cast<double>(factorizations) / factorizing / 1e9; }  // GF/s
    // Two operations per entry, forward and backward; what is done with the columns around the factor is left out.
    double solve_rate() const {
        return 4.0 * static_cast<double>(factor_entries) * static_cast<double>(solves) / solving / 1e9;
    }
};
Inside look_inside(const lp::Problem& problem, double tolerance);

}  // namespace ecumene::bench
