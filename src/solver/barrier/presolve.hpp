// Takes out of a problem what needs no solver, and puts it back afterwards, primal and dual.
//
//     Presolve presolve(problem);
//     if (presolve.suspicion() == Suspicion::none) ... solve presolve.reduced() ...
//     presolve.restore(reduced_answer, values, duals);
//
// Out go: free columns (free_columns.hpp), rows without entries, rows with one entry (they become bounds), rows that no
// values within the bounds can break, rows that only one choice of values can keep (sum of built <= 0: they have no inside,
// and their duals would grow without end), fixed and empty columns. Rows of two entries that limit an hourly column by a
// capacity, x <= p K + q or x >= p K + q, leave the matrix too and are handed on as variable bounds. Nothing is changed
// beyond rounding: the dual of every row that went is recovered. A suspicion is no verdict: bounds are compared with a
// tolerance, so the caller asks a simplex method. take_reduced() hands the reduced problem over instead of copying it;
// restore() works on without it.
#pragma once

#include <utility>

#include "lp/problem.hpp"
#include "solver/barrier/free_columns.hpp"
#include "solver/barrier/sparse.hpp"

namespace ecumene::solver::barrier {

enum class Suspicion { none, infeasible, unbounded };

// 0 <= alpha x[column] + beta x[capacity] + gamma with alpha = +-1, instead of a row.
struct VariableBound {
    std::int32_t column{};
    std::int32_t capacity{};
    double alpha{};
    double beta{};
    double gamma{};
};

// minimise cost'x subject to row_lower <= A x <= row_upper, lower <= x <= upper, and the variable bounds.
struct Reduced {
    SparseMatrix a;
    Vector cost, lower, upper, row_lower, row_upper;
    std::vector<VariableBound> variable_bounds;  // by column, numbered as here
};

struct ReducedAnswer {
    Vector values;       // per column of Reduced
    Vector duals;        // per row of Reduced
    Vector multipliers;  // per variable bound, >= 0
};

class Presolve {
public:
    explicit Presolve(const lp::Problem& problem);

    Suspicion suspicion() const { return suspicion_; }
    const Reduced& reduced() const { return reduced_; }
    Reduced take_reduced() { return std::move(reduced_); }
    // Values per column and duals per row of the problem.
    void restore(const ReducedAnswer& answer, Vector& values, Vector& duals) const;

private:
    enum class Fate : char { kept, removed };
    enum class Side : char { least, most };
    // A row that fixed its columns, removal_order_[first .. last), because the least (most) it can be is its upper (lower) limit.
    struct Forcing {
        std::int32_t row{};
        Side side{};
        std::size_t first{}, last{};
    };

    void reduce();
    void empty_queue();
    bool sweep_rows();
    bool look_at(std::int32_t row);
    void force(std::int32_t row, Side side);
    void take_singleton(std::int32_t row);
    void check_empty(std::int32_t row);
    void tighten(std::int32_t column, double lower, double upper, std::int32_t row);
    void fix(std::int32_t column, double value);
    void fix_if_empty(std::int32_t column);
    void remove_row(std::int32_t row);
    void find_variable_bounds();
    void write_reduced();
    VariableBound variable_bound_of(std::int32_t row, std::int32_t column, std::int32_t capacity) const;
    double reduced_cost(std::int32_t column, const Vector& duals) const;
    void give_dual_to_owner(std::int32_t column, Vector& duals) const;
    void give_dual_to(const Forcing& forcing, Vector& duals) const;
    double coefficient(std::int32_t row, std::int32_t column) const;
    void forget_what_restores_nothing();

    // A row that became a variable bound, and what its dual is of the bound's multiplier.
    struct Limit {
        std::int32_t row{};
        double dual_factor{};
    };

    FreeColumns free_;
    lp::Problem rest_;  // without free columns, if there were any
    const lp::Problem& problem_;
    SparseMatrix by_rows_;
    Vector lower_, upper_, row_lower_, row_upper_, value_;
    std::vector<std::int32_t> lower_owner_, upper_owner_;  // the singleton row a bound came from, or -1
    std::vector<std::int32_t> row_count_, column_count_;
    std::vector<Fate> row_fate_, column_fate_;
    std::vector<std::int32_t> queue_;  // rows with at most one entry left
    std::vector<std::int32_t> removal_order_;
    std::vector<Forcing> forcings_;  // in the same order
    std::vector<std::int32_t> kept_columns_, kept_rows_;
    std::vector<Limit> limits_;  // per variable bound
    Reduced reduced_;
    Suspicion suspicion_{Suspicion::none};
};

}  // namespace ecumene::solver::barrier
