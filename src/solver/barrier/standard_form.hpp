// The programme as the interior point sees it: equalities, and a list of things that must stay above zero.
//
//     StandardForm form(reduced);                     // scaled
//     ReducedAnswer answer = form.unscaled(x, y, z);
//
// minimise cost'x subject to A x = right, and for every barrier term t
//     s_t = alpha_t x[column_t] + beta_t x[capacity_t] + gamma_t >= 0.
// Bounds and variable bounds are terms alike. Rows that are no equalities have a column of their own, coefficient -1.
// Rows and columns are scaled by powers of two (D. Ruiz, 2001), right-hand sides and costs by one power of two each, so
// that scaling and back rounds nothing.
#pragma once

#include "solver/barrier/presolve.hpp"
#include "solver/barrier/sparse.hpp"

namespace ecumene::solver::barrier {

// One entry per term. Terms of variable bounds come last, in the order of Reduced::variable_bounds.
struct BarrierTerms {
    std::vector<std::int32_t> column, capacity;  // capacity -1: a plain bound
    Vector alpha, beta, gamma;
    std::int32_t first_variable{};

    std::int32_t size() const { return static_cast<std::int32_t>(column.size()); }
    bool is_variable(std::int32_t t) const { return t >= first_variable; }
    // alpha x[column] + beta x[capacity]
    double slope(std::int32_t t, const Vector& x) const {
        const double own = alpha[t] * x[column[t]];
        return is_variable(t) ? own + beta[t] * x[capacity[t]] : own;
    }
    void push(std::int32_t of, double sign, double constant) {
        column.push_back(of);
        capacity.push_back(-1);
        alpha.push_back(sign);
        beta.push_back(0.0);
        gamma.push_back(constant);
    }
};

class StandardForm {
public:
    explicit StandardForm(const Reduced& reduced);

    SparseMatrix a, by_rows;
    Vector cost, right;
    BarrierTerms terms;
    double cost_unit{1.0}, right_unit{1.0};  // what a scaled cost and a scaled value of 1 mean

    ReducedAnswer unscaled(const Vector& x, const Vector& y, const Vector& z) const;

private:
    void add_slacks(const Reduced& reduced, Vector& lower, Vector& upper);
    void find_scales();
    void apply_scales();
    void choose_units();

    Vector row_scale_, column_scale_;
    std::int32_t structural_{};  // columns that are not slacks
};

}  // namespace ecumene::solver::barrier
