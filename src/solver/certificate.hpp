// Proof that a solution is what it is called, computed on the problem as written, outside the solver (docs/model/solver.md).
//
//   primal = max_i violation_i / (1 + max(|b_i|, max_j |a_ij x_j|)), rows and column bounds alike
//   dual   = the same per column on c - A'y; a reduced cost that points at an infinite bound is a violation
//   gap    = |c'x - dual objective with bound terms| / (1 + |c'x|)
//
// With integers: the largest distance from a whole number and the solver's bound take the place of the duals.
#pragma once

#include <string>
#include <vector>

#include "lp/problem.hpp"
#include "solver/solution.hpp"

namespace ecumene::solver {

inline constexpr double exploring_tolerance = 1e-4;  // the loosest certificate that still is an answer

struct Violation {
    std::string name;  // "power_balance[11,2030,h12]"
    double amount{};   // absolute, in `unit`
    std::string unit;
};

struct Certificate {
    double primal{};
    double dual{};
    double gap{};
    double integrality{};
    double objective{};
    double dual_objective{};
    bool has_duals{};
    Violation worst_primal{}, worst_dual{};

    // All measures within the tolerance; 1e-6 earns the word "optimal", 1e-4 only "exploring".
    bool holds(double tolerance) const;
};

// Cost: two passes over the entries. A solution without values gives infinities.
Certificate certify(const lp::Problem& problem, const Solution& solution);
// The same for values and duals of their own, of a problem without integers.
Certificate certify(const lp::Problem& problem, const std::vector<double>& values, const std::vector<double>& duals);

}  // namespace ecumene::solver
