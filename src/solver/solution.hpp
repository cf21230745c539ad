// What a solver gives back, and how a run ended. Infeasible or a limit is an outcome, never an exception.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ecumene::solver {

enum class Reason { optimal, infeasible, unbounded, infeasible_or_unbounded, limit, cancelled, failed };
enum class Limit { none, time, iterations, memory };

// "optimal", "infeasible_or_unbounded", ...: for files and answers.
std::string_view name_of(Reason reason);

struct Termination {
    Reason reason{Reason::failed};
    Limit limit{Limit::none};
    std::string detail;  // the solver's own words
};

struct Solution {
    Termination termination;
    std::vector<double> values;  // per column; empty if there is none
    std::vector<double> duals;   // per row, d objective / d right-hand side; empty for integer problems
    double objective{};          // with the problem's constant
    double bound{};              // best proven lower bound (integers); the objective itself for linear problems
    std::string backend;         // "highs 1.10.0 ipm", "clp 1.17.6 barrier", "cbc 2.10.8"
    std::int64_t iterations{};
    double seconds{};

    bool has_values() const { return !values.empty(); }
    bool has_duals() const { return !duals.empty(); }
};

}  // namespace ecumene::solver
