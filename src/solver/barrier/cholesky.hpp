// M = L D L' of a sparse symmetric quasi-definite matrix, D = +-1 known beforehand: multifrontal, supernodal, no pivoting.
//
//     SignedCholesky factor(analyse(graph, order, is_negative), threads);   // once: memory
//     factor.set_pattern(row, column);                       // once: which value goes where
//     factor.factorize(values);                              // every iteration
//     factor.solve(x);                                       // x = M^-1 x, in node order
//
// Quasi-definite (R. Vanderbei 1995): the block of positive nodes is positive definite, that of negative ones negative
// definite; then every symmetric order has a factor. A pivot that vanishes against its own diagonal entry is replaced,
// which is the caller's matter to refine away. The parts of the analysis are worked on at the same time, and the large blocks
// of the top; the bytes are the same with any number of threads.
#pragma once

#include <cstdint>
#include <vector>

#include "solver/barrier/sparse.hpp"
#include "solver/barrier/symbolic.hpp"
#include "solver/barrier/update_stacks.hpp"

namespace ecumene::solver::barrier {

class SignedCholesky {
public:
    SignedCholesky(Symbolic plan, int threads);

    // What a factor of this plan will hold, before any of it is asked for; values and pattern apart.
    static std::int64_t bytes_of(const Symbolic& plan, int threads);

    // Entry k of the values given to factorize() stands at (row[k], column[k]) and, unless on the diagonal, mirrored.
    void set_pattern(const std::vector<std::int32_t>& row, const std::vector<std::int32_t>& column);

    // A pivot below the rounding of its diagonal entry is replaced by that rounding: more would harm what refinement can
    // mend, and a pivot of 1e-13 of its entry still carries digits (measured).
    void factorize(const Vector& values);
    std::int64_t replaced_pivots() const { return replaced_; }

    void solve(Vector& x);

    const Symbolic& symbolic() const { return plan_; }

private:
    void find_places();
    void load(int part, const Vector& values);
    std::int64_t factorize_part(int part, const Vector& values, int threads);
    std::int64_t factorize_supernode(std::int32_t s, UpdateStacks::Loan& updates, int threads);
    std::int64_t eliminate_supernode(std::int32_t s, int threads);
    enum class Target { panel, update };
    void add_updates_of_children(std::int32_t s, UpdateStacks::Loan& updates, Target target);
    void solve_forward(int part, Vector& for_top);
    void solve_backward(int part);
    std::int32_t below(std::int32_t s) const {
        return static_cast<std::int32_t>(plan_.row_start[s + 1] - plan_.row_start[s]);
    }
    double* panel_of(std::int32_t s) { return panels_.data() + panel_start_[s]; }
    const double* panel_of(std::int32_t s) const { return panels_.data() + panel_start_[s]; }

    Symbolic plan_;
    int threads_;
    std::vector<std::int64_t> panel_start_;
    std::vector<std::int32_t> place_;  // where each row of a supernode stands in its parent's front
    std::vector<std::vector<std::int32_t>> children_;
    UpdateStacks updates_;
    // Entry k of the pattern goes to panels_[target_[k]], in the order source_ names: part after part, then the top.
    std::vector<std::int64_t> target_, first_value_;
    std::vector<std::int32_t> source_;
    std::vector<std::int32_t> diagonal_value_;  // per position, index into the values; -1: none
    Vector panels_, pivot_floor_, pivot_instead_;
    Vector work_;                  // a right-hand side by position
    std::vector<Vector> for_top_;  // what each part adds to the top's positions of it
    std::vector<Vector> gathered_;
    std::int64_t replaced_{};
};

}  // namespace ecumene::solver::barrier
