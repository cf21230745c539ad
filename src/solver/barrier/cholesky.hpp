// M = L D L' of a sparse symmetric quasi-definite matrix, D = +-1 known beforehand: multifrontal, supernodal, no pivoting.
//
//     SignedCholesky factor(graph, order, is_negative);      // once: analysis and memory
//     factor.set_pattern(row, column);                       // once: which value goes where
//     factor.factorize(values, guard);                       // every iteration
//     factor.solve(x);                                       // x = M^-1 x, in node order
//
// Quasi-definite (R. Vanderbei 1995): the block of positive nodes is positive definite, that of negative ones negative
// definite; then every symmetric order has a factor. A pivot that vanishes against its own diagonal entry is replaced,
// which is the caller's matter to refine away. Memory: Symbolic::factor_entries() numbers and two stacks of fronts.
#pragma once

#include <cstdint>
#include <vector>

#include "solver/barrier/sparse.hpp"
#include "solver/barrier/symbolic.hpp"

namespace ecumene::solver::barrier {

class SignedCholesky {
public:
    SignedCholesky(const Graph& graph, const std::vector<std::int32_t>& order, const std::vector<char>& is_negative);

    // Entry k of the values given to factorize() stands at (row[k], column[k]) and, unless on the diagonal, mirrored.
    void set_pattern(const std::vector<std::int32_t>& row, const std::vector<std::int32_t>& column);

    // A pivot below the rounding of its diagonal entry is replaced by that rounding: more would harm what refinement can
    // mend, and a pivot of 1e-13 of its entry still carries digits (measured).
    void factorize(const Vector& values);
    std::int64_t replaced_pivots() const { return replaced_; }

    void solve(Vector& x) const;

    const Symbolic& symbolic() const { return plan_; }
    std::int64_t bytes() const;

private:
    void find_children_and_places();
    void eliminate_supernode(std::int32_t s);
    double* assemble(std::int32_t s, double* top, double* update);
    void add_update_of(std::int32_t child, const double* from, std::int32_t s, double* update);
    std::int32_t below(std::int32_t s) const {
        return static_cast<std::int32_t>(plan_.row_start[s + 1] - plan_.row_start[s]);
    }
    std::int64_t update_size(std::int32_t s) const { return static_cast<std::int64_t>(below(s)) * below(s); }

    Symbolic plan_;
    std::vector<std::int64_t> panel_start_;
    std::vector<std::int32_t> place_;           // where each row of a supernode stands in its parent's front
    std::vector<std::int64_t> target_;          // where each value goes in `panels_`
    std::vector<std::int32_t> diagonal_value_;  // per position, index into the values; -1: none
    std::vector<std::vector<std::int32_t>> children_;
    // A supernode leaves its update on the stack its children's are not on, so that nothing has to move.
    std::vector<char> side_;
    Vector stack_[2];
    Vector panels_, pivot_floor_, pivot_instead_;
    std::int64_t replaced_{};
};

}  // namespace ecumene::solver::barrier
