#include "solver/barrier/presolve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ecumene::solver::barrier {
namespace {

constexpr double beyond = 1e20;        // bounds this far away are none
constexpr double slip = 1e-9;          // relative: bounds crossing by less have met
constexpr double touch = 1e-12;        // relative: a row's least value this near its upper limit is at it
constexpr int rows_of_a_capacity = 6;  // rows of two entries that make a column a capacity

constexpr int most_sweeps = 10;  // of looks at all rows: a long chain may lose a row in each

SparseMatrix rows_of(const lp::Problem& p) {
    SparseMatrix a;
    a.rows = p.rows();
    a.columns = p.columns();
    a.start = p.start;
    a.index = p.index;
    a.value = p.value;
    // An entry of zero would pass for a coupling.
    if (std::find(a.value.begin(), a.value.end(), 0.0) == a.value.end()) return transposed(a);
    SparseMatrix without;
    without.rows = a.rows;
    for (std::int32_t j = 0; j < a.columns; ++j) {
        for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e)
            if (a.value[e] != 0.0) without.push(a.index[e], a.value[e]);
        without.close_column();
    }
    return transposed(without);
}

double entry(const lp::Problem& p, std::int32_t column, std::int32_t row) {
    for (std::int64_t e = p.start[column]; e < p.start[column + 1]; ++e)
        if (p.index[e] == row) return p.value[e];
    return 0.0;
}

double opened(double bound) {
    return std::abs(bound) >= beyond ? std::copysign(lp::infinity, bound) : bound;
}

}  // namespace

Presolve::Presolve(const lp::Problem& problem)
    : free_(problem),
      rest_(free_.are_any() ? free_.rest() : lp::Problem{}),
      problem_(free_.are_any() ? rest_ : problem),
      by_rows_(rows_of(problem_)),
      lower_(problem_.lower),
      upper_(problem_.upper),
      row_lower_(problem_.row_lower),
      row_upper_(problem_.row_upper),
      value_(problem.cost.size(), 0.0),
      lower_owner_(problem.cost.size(), -1),
      upper_owner_(problem.cost.size(), -1),
      row_count_(problem.row_lower.size()),
      column_count_(problem.cost.size(), 0),
      row_fate_(problem.row_lower.size(), Fate::kept),
      column_fate_(problem.cost.size(), Fate::kept) {
    for (Vector* bounds : {&lower_, &upper_, &row_lower_, &row_upper_})
        std::transform(bounds->begin(), bounds->end(), bounds->begin(), opened);
    for (std::int32_t i = 0; i < by_rows_.columns; ++i) {
        row_count_[i] = static_cast<std::int32_t>(by_rows_.count(i));
        for (std::int64_t e = by_rows_.start[i]; e < by_rows_.start[i + 1]; ++e) ++column_count_[by_rows_.index[e]];
    }
    reduce();
    if (suspicion_ != Suspicion::none) return;
    find_variable_bounds();
    write_reduced();
    forget_what_restores_nothing();
}

void Presolve::forget_what_restores_nothing() {
    by_rows_ = {};
    for (Vector* bounds : {&lower_, &upper_, &row_lower_, &row_upper_}) Vector().swap(*bounds);
    std::vector<std::int32_t>().swap(row_count_);
    std::vector<std::int32_t>().swap(column_count_);
}

void Presolve::reduce() {
    for (std::int32_t j = 0; j < problem_.columns(); ++j) {
        if (lower_[j] == upper_[j])
            fix(j, lower_[j]);
        else
            fix_if_empty(j);
    }
    for (std::int32_t i = 0; i < problem_.rows(); ++i) {
        if (row_count_[i] <= 1)
            queue_.push_back(i);
        else if (!std::isfinite(row_lower_[i]) && !std::isfinite(row_upper_[i]))
            remove_row(i);  // limits nothing
    }
    empty_queue();
    for (int sweep = 0; sweep < most_sweeps && suspicion_ == Suspicion::none && sweep_rows(); ++sweep) empty_queue();
    queue_.shrink_to_fit();
}

void Presolve::empty_queue() {
    for (std::size_t next = 0; next < queue_.size() && suspicion_ == Suspicion::none; ++next) {
        const std::int32_t row = queue_[next];
        if (row_fate_[row] == Fate::removed) continue;
        if (row_count_[row] == 1)
            take_singleton(row);
        else
            check_empty(row);
    }
    queue_.clear();
}

// True if a row has gone.
bool Presolve::sweep_rows() {
    bool has_gone = false;
    for (std::int32_t i = 0; i < problem_.rows() && suspicion_ == Suspicion::none; ++i)
        if (row_fate_[i] == Fate::kept && row_count_[i] > 1 && look_at(i)) has_gone = true;
    return has_gone;
}

// What the row can be within the bounds, beside its limits.
bool Presolve::look_at(std::int32_t row) {
    double least = 0.0, most = 0.0;
    for (std::int64_t e = by_rows_.start[row]; e < by_rows_.start[row + 1]; ++e) {
        const std::int32_t j = by_rows_.index[e];
        if (column_fate_[j] == Fate::removed) continue;
        const double a = by_rows_.value[e];
        least += a * (a > 0.0 ? lower_[j] : upper_[j]);
        most += a * (a > 0.0 ? upper_[j] : lower_[j]);
    }
    const double lower = row_lower_[row], upper = row_upper_[row];
    if (least >= lower && most <= upper) {
        remove_row(row);
        return true;
    }
    if (std::isfinite(upper) && least >= upper - touch * (1.0 + std::abs(upper))) {
        if (least > upper + slip * (1.0 + std::abs(upper))) suspicion_ = Suspicion::infeasible;
        force(row, Side::least);
        return true;
    }
    if (std::isfinite(lower) && most <= lower + touch * (1.0 + std::abs(lower))) {
        if (most < lower - slip * (1.0 + std::abs(lower))) suspicion_ = Suspicion::infeasible;
        force(row, Side::most);
        return true;
    }
    return false;
}

void Presolve::force(std::int32_t row, Side side) {
    row_fate_[row] = Fate::removed;
    const std::size_t first = removal_order_.size();
    for (std::int64_t e = by_rows_.start[row]; e < by_rows_.start[row + 1]; ++e) {
        const std::int32_t j = by_rows_.index[e];
        if (column_fate_[j] == Fate::removed) continue;
        const bool is_at_lower = (by_rows_.value[e] > 0.0) == (side == Side::least);
        fix(j, is_at_lower ? lower_[j] : upper_[j]);
    }
    forcings_.push_back({row, side, first, removal_order_.size()});
}

void Presolve::check_empty(std::int32_t row) {
    // What fixed columns brought into the row was subtracted from its limits.
    const double scale = 1.0 + std::min(std::abs(problem_.row_lower[row]), std::abs(problem_.row_upper[row]));
    if (row_lower_[row] > slip * scale || row_upper_[row] < -slip * scale) suspicion_ = Suspicion::infeasible;
    remove_row(row);
}

void Presolve::take_singleton(std::int32_t row) {
    std::int64_t e = by_rows_.start[row];
    while (column_fate_[by_rows_.index[e]] == Fate::removed) ++e;
    const std::int32_t column = by_rows_.index[e];
    const double a = by_rows_.value[e];
    double lower = row_lower_[row] / a, upper = row_upper_[row] / a;
    if (a < 0.0) std::swap(lower, upper);
    remove_row(row);
    tighten(column, lower, upper, row);
}

void Presolve::tighten(std::int32_t column, double lower, double upper, std::int32_t row) {
    if (lower > lower_[column]) {
        lower_[column] = lower;
        lower_owner_[column] = row;
    }
    if (upper < upper_[column]) {
        upper_[column] = upper;
        upper_owner_[column] = row;
    }
    const double crossing = lower_[column] - upper_[column];
    if (crossing > slip * (1.0 + std::abs(lower_[column]))) suspicion_ = Suspicion::infeasible;
    if (suspicion_ != Suspicion::none || column_fate_[column] == Fate::removed) return;
    if (crossing >= 0.0) {
        // Two limits that met: the older one is kept to the letter.
        const bool is_lower_new = lower_owner_[column] == row && upper_owner_[column] != row;
        fix(column, is_lower_new ? upper_[column] : lower_[column]);
    } else {
        fix_if_empty(column);
    }
}

void Presolve::fix(std::int32_t column, double value) {
    column_fate_[column] = Fate::removed;
    removal_order_.push_back(column);
    value_[column] = value;
    for (std::int64_t e = problem_.start[column]; e < problem_.start[column + 1]; ++e) {
        const std::int32_t row = problem_.index[e];
        if (problem_.value[e] == 0.0 || row_fate_[row] == Fate::removed) continue;
        row_lower_[row] -= problem_.value[e] * value;
        row_upper_[row] -= problem_.value[e] * value;
        if (--row_count_[row] <= 1) queue_.push_back(row);
    }
}

void Presolve::fix_if_empty(std::int32_t column) {
    if (column_count_[column] > 0 || column_fate_[column] == Fate::removed) return;
    const double cost = problem_.cost[column];
    double value = std::clamp(0.0, lower_[column], upper_[column]);
    if (cost > 0.0) value = lower_[column];
    if (cost < 0.0) value = upper_[column];
    if (!std::isfinite(value))
        suspicion_ = Suspicion::unbounded;
    else
        fix(column, value);
}

void Presolve::remove_row(std::int32_t row) {
    row_fate_[row] = Fate::removed;
    for (std::int64_t e = by_rows_.start[row]; e < by_rows_.start[row + 1]; ++e) {
        const std::int32_t column = by_rows_.index[e];
        --column_count_[column];
        // A singleton's own column is looked at after its bounds are tightened.
        if (row_count_[row] != 1) fix_if_empty(column);
    }
}

double Presolve::coefficient(std::int32_t row, std::int32_t column) const {
    for (std::int64_t e = by_rows_.start[row]; e < by_rows_.start[row + 1]; ++e)
        if (by_rows_.index[e] == column) return by_rows_.value[e];
    return 0.0;
}

// (1) s = alpha x + beta K + gamma >= 0, the row divided by its coefficient of x.
VariableBound Presolve::variable_bound_of(std::int32_t row, std::int32_t column, std::int32_t capacity) const {
    const double a = coefficient(row, column), b = coefficient(row, capacity), size = std::abs(a);
    const bool is_upper = std::isfinite(row_upper_[row]);
    const double side = is_upper ? -1.0 : 1.0;
    const double limit = is_upper ? row_upper_[row] : row_lower_[row];
    return {column, capacity, side * a / size, side * b / size, -side * limit / size};
}

void Presolve::find_variable_bounds() {
    struct Pair {
        std::int32_t row, first, second;
    };
    std::vector<Pair> pairs;
    std::vector<std::int32_t> uses(column_count_.size(), 0);
    for (std::int32_t i = 0; i < problem_.rows(); ++i) {
        if (row_fate_[i] == Fate::removed || row_count_[i] != 2) continue;
        if (std::isfinite(row_lower_[i]) == std::isfinite(row_upper_[i])) continue;
        Pair pair{i, -1, -1};
        for (std::int64_t e = by_rows_.start[i]; e < by_rows_.start[i + 1]; ++e)
            if (column_fate_[by_rows_.index[e]] == Fate::kept)
                (pair.first < 0 ? pair.first : pair.second) = by_rows_.index[e];
        ++uses[pair.first];
        ++uses[pair.second];
        pairs.push_back(pair);
    }
    const auto is_capacity = [&](std::int32_t column) { return uses[column] >= rows_of_a_capacity; };
    std::erase_if(pairs, [&](const Pair& pair) { return is_capacity(pair.first) == is_capacity(pair.second); });
    for (Pair& pair : pairs)
        if (is_capacity(pair.first)) std::swap(pair.first, pair.second);
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.first < b.first; });
    for (const auto& [row, column, capacity] : pairs) {
        const VariableBound bound = variable_bound_of(row, column, capacity);
        reduced_.variable_bounds.push_back(bound);
        limits_.push_back({row, bound.alpha / coefficient(row, column)});
        row_fate_[row] = Fate::removed;
    }
}

void Presolve::write_reduced() {
    std::vector<std::int32_t> new_row(row_fate_.size(), -1), new_column(column_fate_.size(), -1);
    for (std::int32_t i = 0; i < problem_.rows(); ++i) {
        if (row_fate_[i] == Fate::removed) continue;
        new_row[i] = static_cast<std::int32_t>(kept_rows_.size());
        kept_rows_.push_back(i);
        reduced_.row_lower.push_back(row_lower_[i]);
        reduced_.row_upper.push_back(row_upper_[i]);
    }
    reduced_.a.rows = static_cast<std::int32_t>(kept_rows_.size());
    for (std::int32_t j = 0; j < problem_.columns(); ++j) {
        if (column_fate_[j] == Fate::removed) continue;
        new_column[j] = static_cast<std::int32_t>(kept_columns_.size());
        kept_columns_.push_back(j);
        for (std::int64_t e = problem_.start[j]; e < problem_.start[j + 1]; ++e)
            if (problem_.value[e] != 0.0 && new_row[problem_.index[e]] >= 0)
                reduced_.a.push(new_row[problem_.index[e]], problem_.value[e]);
        reduced_.a.close_column();
        reduced_.cost.push_back(problem_.cost[j]);
        reduced_.lower.push_back(lower_[j]);
        reduced_.upper.push_back(upper_[j]);
    }
    for (VariableBound& bound : reduced_.variable_bounds) {
        bound.column = new_column[bound.column];
        bound.capacity = new_column[bound.capacity];
    }
}

void Presolve::restore(const ReducedAnswer& answer, Vector& values, Vector& duals) const {
    values = value_;
    for (std::size_t j = 0; j < kept_columns_.size(); ++j) values[kept_columns_[j]] = answer.values[j];
    duals.assign(row_fate_.size(), 0.0);
    for (std::size_t i = 0; i < kept_rows_.size(); ++i) duals[kept_rows_[i]] = answer.duals[i];
    for (std::size_t v = 0; v < limits_.size(); ++v)
        duals[limits_[v].row] = limits_[v].dual_factor * answer.multipliers[v];
    // A removed column stands in rows whose duals belong to columns that went later: last out, first in.
    for (const std::int32_t column : kept_columns_) give_dual_to_owner(column, duals);
    auto forcing = forcings_.rbegin();
    for (std::size_t k = removal_order_.size(); k-- > 0;) {
        if (forcing != forcings_.rend() && forcing->last == k + 1) give_dual_to(*forcing++, duals);
        give_dual_to_owner(removal_order_[k], duals);
    }
    free_.restore(values, duals);
}

double Presolve::reduced_cost(std::int32_t column, const Vector& duals) const {
    double cost = problem_.cost[column];
    for (std::int64_t e = problem_.start[column]; e < problem_.start[column + 1]; ++e)
        cost -= problem_.value[e] * duals[problem_.index[e]];
    return cost;
}

// The dual nearest to zero that leaves every column it fixed a reduced cost of the sign of its bound.
void Presolve::give_dual_to(const Forcing& forcing, Vector& duals) const {
    double dual = 0.0;
    for (std::size_t k = forcing.first; k < forcing.last; ++k) {
        const std::int32_t j = removal_order_[k];
        const double own = reduced_cost(j, duals) / entry(problem_, j, forcing.row);
        dual = forcing.side == Side::least ? std::min(dual, own) : std::max(dual, own);
    }
    duals[forcing.row] = dual;
}

// (2) A bound that came from a row gives that row the whole reduced cost it holds: y = (c - A'y) / a.
void Presolve::give_dual_to_owner(std::int32_t column, Vector& duals) const {
    if (lower_owner_[column] < 0 && upper_owner_[column] < 0) return;
    const double cost = reduced_cost(column, duals);
    const std::int32_t owner = cost > 0.0 ? lower_owner_[column] : upper_owner_[column];
    if (owner >= 0) duals[owner] = cost / entry(problem_, column, owner);
}

}  // namespace ecumene::solver::barrier
