#include "solver/barrier/cholesky.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/parallel.hpp"
#include "solver/barrier/dense.hpp"

namespace ecumene::solver::barrier {
namespace {

constexpr double rounding = 1e-16;

}  // namespace

SignedCholesky::SignedCholesky(Symbolic plan, int threads)
    : plan_(std::move(plan)), threads_(threads), children_(children_of(plan_)), updates_(plan_) {
    use_one_thread_in_blas();
    panel_start_.assign(1, 0);
    for (std::int32_t s = 0; s < plan_.supernodes(); ++s)
        panel_start_.push_back(
            panel_start_.back() + static_cast<std::int64_t>(plan_.pivots(s)) * (plan_.pivots(s) + below(s)));
    panels_.resize(static_cast<std::size_t>(panel_start_.back()));
    find_places();
    work_.resize(plan_.order.size());
    const auto top_first = static_cast<std::size_t>(plan_.first[plan_.begin_of(plan_.parts())]);
    for_top_.assign(static_cast<std::size_t>(plan_.parts()), Vector(work_.size() - top_first));
    gathered_.resize(static_cast<std::size_t>(plan_.parts()) + 1);
}

std::int64_t SignedCholesky::bytes_of(const Symbolic& plan, int threads) {
    const std::int64_t numbers = plan.factor_entries() + UpdateStacks(plan).numbers(threads);
    return numbers * static_cast<std::int64_t>(sizeof(double)) +
           static_cast<std::int64_t>(plan.rows.size() * 2 * sizeof(std::int32_t));
}

void SignedCholesky::find_places() {
    place_.resize(plan_.rows.size());
    std::vector<std::int32_t> place_of(plan_.order.size(), -1);
    for (std::int32_t s = 0; s < plan_.supernodes(); ++s) {
        std::int32_t next = 0;
        for (std::int32_t k = plan_.first[s]; k < plan_.first[s + 1]; ++k) place_of[k] = next++;
        for (const std::int32_t row : plan_.rows_of(s)) place_of[row] = next++;
        for (const std::int32_t child : children_[s])
            for (std::int64_t e = plan_.row_start[child]; e < plan_.row_start[child + 1]; ++e)
                place_[e] = place_of[plan_.rows[e]];
    }
}

void SignedCholesky::set_pattern(const std::vector<std::int32_t>& row, const std::vector<std::int32_t>& column) {
    std::vector<std::int32_t> supernode(plan_.order.size());
    for (std::int32_t s = 0; s < plan_.supernodes(); ++s)
        std::fill(supernode.begin() + plan_.first[s], supernode.begin() + plan_.first[s + 1], s);
    std::vector<std::int64_t> target(row.size());
    diagonal_value_.assign(plan_.order.size(), -1);
    for (std::size_t k = 0; k < row.size(); ++k) {
        std::int32_t i = plan_.position[row[k]], j = plan_.position[column[k]];
        if (i < j) std::swap(i, j);
        if (i == j) diagonal_value_[i] = static_cast<std::int32_t>(k);
        const std::int32_t s = supernode[j], pivots = plan_.pivots(s);
        std::int64_t local = i - plan_.first[s];
        if (i >= plan_.first[s + 1]) {
            const auto rows = plan_.rows_of(s);
            local = pivots + (std::lower_bound(rows.begin(), rows.end(), i) - rows.begin());
        }
        target[k] = panel_start_[s] + static_cast<std::int64_t>(j - plan_.first[s]) * (pivots + below(s)) + local;
    }
    source_.resize(row.size());
    std::iota(source_.begin(), source_.end(), 0);
    std::sort(source_.begin(), source_.end(), [&](std::int32_t a, std::int32_t b) { return target[a] < target[b]; });
    target_.clear();
    for (const std::int32_t k : source_) target_.push_back(target[k]);
    first_value_.clear();
    for (int part = 0; part <= plan_.parts(); ++part)
        first_value_.push_back(
            std::lower_bound(target_.begin(), target_.end(), panel_start_[plan_.begin_of(part)]) - target_.begin());
    first_value_.push_back(static_cast<std::int64_t>(target_.size()));
}

void SignedCholesky::factorize(const Vector& values) {
    pivot_floor_.resize(plan_.order.size());
    pivot_instead_.resize(plan_.order.size());
    std::vector<std::int64_t> replaced(static_cast<std::size_t>(plan_.parts()));
    for_each_part(plan_.parts(), threads_,
        [&](int part) { replaced[static_cast<std::size_t>(part)] = factorize_part(part, values, 1); });
    replaced_ = factorize_part(plan_.parts(), values, threads_) + std::reduce(replaced.begin(), replaced.end());
}

void SignedCholesky::load(int part, const Vector& values) {
    const std::int32_t begin = plan_.begin_of(part), end = plan_.end_of(part);
    std::fill(panels_.begin() + panel_start_[begin], panels_.begin() + panel_start_[end], 0.0);
    for (std::int64_t k = first_value_[part]; k < first_value_[part + 1]; ++k)
        panels_[target_[k]] += values[source_[k]];
    for (std::int32_t k = plan_.first[begin]; k < plan_.first[end]; ++k) {
        const double size = diagonal_value_[k] < 0 ? 0.0 : std::abs(values[diagonal_value_[k]]);
        pivot_floor_[k] = rounding * size;
        pivot_instead_[k] = size > 0.0 ? rounding * size : 1.0;
    }
}

std::int64_t SignedCholesky::factorize_part(int part, const Vector& values, int threads) {
    load(part, values);
    UpdateStacks::Loan updates(updates_, part);
    std::int64_t replaced = 0;
    for (std::int32_t s = plan_.begin_of(part); s < plan_.end_of(part); ++s)
        replaced += factorize_supernode(s, updates, threads);
    return replaced;
}

std::int64_t SignedCholesky::factorize_supernode(std::int32_t s, UpdateStacks::Loan& updates, int threads) {
    const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows, positives = plan_.positives[s];
    add_updates_of_children(s, updates, Target::panel);
    const std::int64_t replaced = eliminate_supernode(s, threads);
    const double* under = panel_of(s) + pivots;
    double* update = updates.of(s);
    subtract_square(under, ld, {rows, rows, positives}, {.sign = 1.0, .keep = 0.0, .threads = threads}, update, rows);
    if (positives < pivots)
        subtract_square(under + static_cast<std::int64_t>(ld) * positives, ld, {rows, rows, pivots - positives},
            {.sign = -1.0, .threads = threads}, update, rows);
    add_updates_of_children(s, updates, Target::update);
    return replaced;
}

// The positive columns first; what they leave of the negative ones is the negative of a positive definite matrix.
std::int64_t SignedCholesky::eliminate_supernode(std::int32_t s, int threads) {
    const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows, positives = plan_.positives[s],
                       negatives = pivots - positives;
    double* panel = panel_of(s);
    PivotGuard guard{pivot_floor_.data() + plan_.first[s], pivot_instead_.data() + plan_.first[s]};
    if (positives > 0) eliminate(panel, ld, positives, negatives + rows, guard, threads);
    if (negatives == 0) return guard.replaced;
    double* rest = panel + static_cast<std::int64_t>(ld + 1) * positives;
    if (positives > 0)
        subtract_square(
            panel + positives, ld, {negatives + rows, negatives, positives}, {.threads = threads}, rest, ld);
    double* end = panel + static_cast<std::int64_t>(ld) * pivots;
    for (double* entry = rest; entry < end; ++entry) *entry = -*entry;
    PivotGuard rest_guard{guard.floor + positives, guard.instead + positives};
    eliminate(rest, ld, negatives, rows, rest_guard, threads);
    return guard.replaced + rest_guard.replaced;
}

// Rows of a front ascend, so a child's columns that fall into the panel come before those of the update.
void SignedCholesky::add_updates_of_children(std::int32_t s, UpdateStacks::Loan& updates, Target target) {
    const std::int32_t pivots = plan_.pivots(s), rows = below(s);
    const std::int64_t ld = pivots + rows;
    for (const std::int32_t child : children_[s]) {
        const std::int32_t count = below(child);
        const std::int32_t* place = place_.data() + plan_.row_start[child];
        const auto in_panel = static_cast<std::int32_t>(std::lower_bound(place, place + count, pivots) - place);
        const std::int32_t begin = target == Target::panel ? 0 : in_panel,
                           end = target == Target::panel ? in_panel : count;
        const double* from = updates.of(child) + static_cast<std::int64_t>(count) * begin;
        for (std::int32_t j = begin; j < end; ++j, from += count) {
            double* out = target == Target::panel
                              ? panel_of(s) + ld * place[j]
                              : updates.of(s) + static_cast<std::int64_t>(rows) * (place[j] - pivots) - pivots;
            // Runs of rows that stay together are added without looking each one up.
            if (place[count - 1] - place[j] == count - 1 - j) {
                double* run = out + place[j] - j;
                for (std::int32_t i = j; i < count; ++i) run[i] += from[i];
            } else {
                for (std::int32_t i = j; i < count; ++i) out[place[i]] += from[i];
            }
        }
    }
}

void SignedCholesky::solve(Vector& x) {
    const int top = plan_.parts();
    const auto gather = [&](int part) {
        for (std::int32_t k = plan_.first[plan_.begin_of(part)]; k < plan_.first[plan_.end_of(part)]; ++k)
            work_[k] = x[plan_.order[k]];
    };
    const auto scatter = [&](int part) {
        for (std::int32_t k = plan_.first[plan_.begin_of(part)]; k < plan_.first[plan_.end_of(part)]; ++k)
            x[plan_.order[k]] = work_[k];
    };
    gather(top);
    for_each_part(plan_.parts(), threads_, [&](int part) {
        gather(part);
        solve_forward(part, for_top_[static_cast<std::size_t>(part)]);
    });
    double* top_work = work_.data() + plan_.first[plan_.begin_of(top)];
    for (const Vector& share : for_top_)
        for (std::size_t k = 0; k < share.size(); ++k) top_work[k] += share[k];
    Vector nothing;
    solve_forward(top, nothing);
    solve_backward(top);
    for_each_part(plan_.parts(), threads_, [&](int part) {
        solve_backward(part);
        scatter(part);
    });
    scatter(top);
}

void SignedCholesky::solve_forward(int part, Vector& for_top) {
    const std::int32_t top_first = plan_.first[plan_.begin_of(plan_.parts())];
    const bool is_top = part == plan_.parts();
    Vector& sums = gathered_[static_cast<std::size_t>(part)];
    std::fill(for_top.begin(), for_top.end(), 0.0);
    for (std::int32_t s = plan_.begin_of(part); s < plan_.end_of(part); ++s) {
        const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows;
        double* own = work_.data() + plan_.first[s];
        solve_lower(panel_of(s), ld, pivots, own);
        if (rows > 0) {
            sums.assign(static_cast<std::size_t>(rows), 0.0);
            subtract_product(panel_of(s) + pivots, ld, rows, pivots, own, sums.data());
            const auto below_rows = plan_.rows_of(s);
            std::size_t i = 0;
            for (; i < below_rows.size() && (is_top || below_rows[i] < top_first); ++i) work_[below_rows[i]] += sums[i];
            for (; i < below_rows.size(); ++i) for_top[below_rows[i] - top_first] += sums[i];
        }
        for (std::int32_t k = plan_.positives[s]; k < pivots; ++k) own[k] = -own[k];
    }
}

void SignedCholesky::solve_backward(int part) {
    Vector& values = gathered_[static_cast<std::size_t>(part)];
    for (std::int32_t s = plan_.end_of(part); s-- > plan_.begin_of(part);) {
        const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows;
        double* own = work_.data() + plan_.first[s];
        if (rows > 0) {
            const auto below_rows = plan_.rows_of(s);
            values.resize(below_rows.size());
            for (std::size_t i = 0; i < values.size(); ++i) values[i] = work_[below_rows[i]];
            subtract_transposed_product(panel_of(s) + pivots, ld, rows, pivots, values.data(), own);
        }
        solve_lower_transposed(panel_of(s), ld, pivots, own);
    }
}

}  // namespace ecumene::solver::barrier
