#include "solver/barrier/free_columns.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ecumene::solver::barrier {
namespace {

constexpr std::int64_t most_entries = 3;  // of a column that goes
constexpr std::int32_t longest_row = 8;   // that may be added to others
constexpr double least_pivot = 0.05;      // of the largest entry of its row
constexpr double nothing_left = 1e-13;    // of what was added up to an entry

struct Sum {
    std::int32_t row;
    double value, size;
};

// Sorted by row, with what stands in the same row added up.
void press(std::vector<Sum>& sums) {
    std::stable_sort(sums.begin(), sums.end(), [](const Sum& a, const Sum& b) { return a.row < b.row; });
    std::size_t kept = 0;
    for (std::size_t k = 0; k < sums.size(); ++k) {
        if (kept > 0 && sums[kept - 1].row == sums[k].row) {
            sums[kept - 1].value += sums[k].value;
            sums[kept - 1].size += sums[k].size;
        } else {
            sums[kept++] = sums[k];
        }
    }
    sums.resize(kept);
}

}  // namespace

FreeColumns::FreeColumns(const lp::Problem& problem) : problem_(problem) {
    std::int32_t j = 0;
    while (j < problem.columns() && !is_free(j)) ++j;
    if (j < problem.columns()) choose();
}

bool FreeColumns::is_free(std::int32_t column) const {
    return !std::isfinite(problem_.lower[column]) && !std::isfinite(problem_.upper[column]);
}

void FreeColumns::choose() {
    const auto rows = static_cast<std::size_t>(problem_.rows());
    role_.assign(rows, Role::none);
    gone_with_.assign(rows, -1);
    std::vector<std::int32_t> length(rows, 0);
    Vector largest(rows, 0.0);
    for (std::int64_t e = 0; e < problem_.entries(); ++e) {
        ++length[problem_.index[e]];
        largest[problem_.index[e]] = std::max(largest[problem_.index[e]], std::abs(problem_.value[e]));
    }
    for (std::int32_t j = 0; j < problem_.columns(); ++j) take_out(j, length, largest);
}

void FreeColumns::take_out(std::int32_t column, const std::vector<std::int32_t>& length, const Vector& largest) {
    const std::int64_t begin = problem_.start[column], end = problem_.start[column + 1];
    if (!is_free(column) || begin == end || end - begin > most_entries) return;
    std::int64_t best = -1;
    for (std::int64_t e = begin; e < end; ++e) {
        const std::int32_t row = problem_.index[e];
        if (role_[row] == Role::gone) return;
        const bool is_fit = role_[row] == Role::none && problem_.value[e] != 0.0 &&
                            problem_.row_lower[row] == problem_.row_upper[row] && length[row] <= longest_row &&
                            std::abs(problem_.value[e]) >= least_pivot * largest[row];
        if (is_fit && (best < 0 || length[row] < length[problem_.index[best]])) best = e;
    }
    if (best < 0) return;
    for (std::int64_t e = begin; e < end; ++e) role_[problem_.index[e]] = Role::changed;
    const std::int32_t row = problem_.index[best];
    role_[row] = Role::gone;
    gone_with_[row] = static_cast<std::int32_t>(substitutions_.size());
    substitutions_.push_back({column, row, problem_.value[best]});
}

lp::Problem FreeColumns::rest() const {
    lp::Problem out;
    out.cost = problem_.cost;
    out.lower = problem_.lower;
    out.upper = problem_.upper;
    out.row_lower = problem_.row_lower;
    out.row_upper = problem_.row_upper;
    for (const Substitution& gone : substitutions_) {
        for (std::int64_t e = problem_.start[gone.column]; e < problem_.start[gone.column + 1]; ++e) {
            const double shift = problem_.value[e] / gone.pivot * problem_.row_lower[gone.row];
            out.row_lower[problem_.index[e]] -= shift;
            out.row_upper[problem_.index[e]] -= shift;
        }
        out.row_lower[gone.row] = -lp::infinity;
        out.row_upper[gone.row] = lp::infinity;
    }
    out.start.reserve(problem_.start.size());
    out.start.push_back(0);
    out.index.reserve(problem_.index.size());
    out.value.reserve(problem_.value.size());
    for (std::int32_t j = 0; j < problem_.columns(); ++j) add_column(j, out);
    for (const Substitution& gone : substitutions_) out.cost[gone.column] = 0.0;
    return out;
}

// Its entries in equalities that go turn into entries of the rows those are added to.
void FreeColumns::add_column(std::int32_t column, lp::Problem& out) const {
    std::vector<Sum> sums;
    for (std::int64_t e = problem_.start[column]; e < problem_.start[column + 1]; ++e) {
        const std::int32_t row = problem_.index[e];
        if (role_[row] != Role::gone) {
            sums.push_back({row, problem_.value[e], std::abs(problem_.value[e])});
            continue;
        }
        const Substitution& gone = substitutions_[static_cast<std::size_t>(gone_with_[row])];
        const double share = problem_.value[e] / gone.pivot;
        if (gone.column != column) out.cost[column] -= share * problem_.cost[gone.column];
        for (std::int64_t f = problem_.start[gone.column]; f < problem_.start[gone.column + 1]; ++f)
            if (problem_.index[f] != row) {
                const double value = -share * problem_.value[f];
                sums.push_back({problem_.index[f], value, std::abs(value)});
            }
    }
    press(sums);
    for (const Sum& sum : sums) {
        if (std::abs(sum.value) <= nothing_left * sum.size) continue;
        out.index.push_back(sum.row);
        out.value.push_back(sum.value);
    }
    out.start.push_back(static_cast<std::int64_t>(out.index.size()));
}

void FreeColumns::restore(Vector& values, Vector& duals) const {
    if (!are_any()) return;
    for (const Substitution& gone : substitutions_) values[gone.column] = 0.0;
    Vector activity(substitutions_.size(), 0.0);
    for (std::int32_t k = 0; k < problem_.columns(); ++k)
        for (std::int64_t e = problem_.start[k]; e < problem_.start[k + 1]; ++e)
            if (const std::int32_t s = gone_with_[problem_.index[e]]; s >= 0)
                activity[static_cast<std::size_t>(s)] += problem_.value[e] * values[k];
    for (std::size_t s = 0; s < substitutions_.size(); ++s) {
        const Substitution& gone = substitutions_[s];
        values[gone.column] = (problem_.row_lower[gone.row] - activity[s]) / gone.pivot;
        double cost = problem_.cost[gone.column];
        for (std::int64_t e = problem_.start[gone.column]; e < problem_.start[gone.column + 1]; ++e)
            if (problem_.index[e] != gone.row) cost -= problem_.value[e] * duals[problem_.index[e]];
        duals[gone.row] = cost / gone.pivot;
    }
}

}  // namespace ecumene::solver::barrier
