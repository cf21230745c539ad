#include "solver/barrier/cholesky.hpp"

#include <algorithm>
#include <cmath>

#include "solver/barrier/dense.hpp"

namespace ecumene::solver::barrier {
namespace {

constexpr double rounding = 1e-16;

}  // namespace

SignedCholesky::SignedCholesky(
    const Graph& graph, const std::vector<std::int32_t>& order, const std::vector<char>& is_negative)
    : plan_(analyse(graph, order, is_negative)) {
    use_one_thread_in_blas();
    panel_start_.assign(1, 0);
    for (std::int32_t s = 0; s < plan_.supernodes(); ++s)
        panel_start_.push_back(
            panel_start_.back() + static_cast<std::int64_t>(plan_.pivots(s)) * (plan_.pivots(s) + below(s)));
    panels_.resize(static_cast<std::size_t>(panel_start_.back()));
    find_children_and_places();
}

void SignedCholesky::find_children_and_places() {
    const std::int32_t count = plan_.supernodes();
    children_.resize(static_cast<std::size_t>(count));
    place_.resize(plan_.rows.size());
    std::vector<std::int32_t> place_of(plan_.order.size(), -1);
    for (std::int32_t s = 0; s < count; ++s)
        if (plan_.parent[s] >= 0) children_[plan_.parent[s]].push_back(s);
    side_.assign(static_cast<std::size_t>(count), 0);
    for (std::int32_t s = count; s-- > 0;)
        if (plan_.parent[s] >= 0) side_[s] = static_cast<char>(1 - side_[plan_.parent[s]]);
    std::int64_t height[2] = {0, 0}, highest[2] = {0, 0};
    for (std::int32_t s = 0; s < count; ++s) {
        std::int32_t next = 0;
        for (std::int32_t k = plan_.first[s]; k < plan_.first[s + 1]; ++k) place_of[k] = next++;
        for (const std::int32_t row : plan_.rows_of(s)) place_of[row] = next++;
        const int side = side_[s];
        height[side] += update_size(s);
        highest[side] = std::max(highest[side], height[side]);
        for (const std::int32_t child : children_[s]) {
            for (std::int64_t e = plan_.row_start[child]; e < plan_.row_start[child + 1]; ++e)
                place_[e] = place_of[plan_.rows[e]];
            height[1 - side] -= update_size(child);
        }
    }
    for (const int side : {0, 1}) stack_[side].resize(static_cast<std::size_t>(highest[side]));
}

void SignedCholesky::set_pattern(const std::vector<std::int32_t>& row, const std::vector<std::int32_t>& column) {
    std::vector<std::int32_t> supernode(plan_.order.size());
    for (std::int32_t s = 0; s < plan_.supernodes(); ++s)
        std::fill(supernode.begin() + plan_.first[s], supernode.begin() + plan_.first[s + 1], s);
    diagonal_value_.assign(plan_.order.size(), -1);
    target_.resize(row.size());
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
        target_[k] = panel_start_[s] + static_cast<std::int64_t>(j - plan_.first[s]) * (pivots + below(s)) + local;
    }
}

void SignedCholesky::factorize(const Vector& values) {
    std::fill(panels_.begin(), panels_.end(), 0.0);
    for (std::size_t k = 0; k < values.size(); ++k) panels_[target_[k]] += values[k];
    pivot_floor_.resize(plan_.order.size());
    pivot_instead_.resize(plan_.order.size());
    for (std::size_t k = 0; k < plan_.order.size(); ++k) {
        const double size = diagonal_value_[k] < 0 ? 0.0 : std::abs(values[diagonal_value_[k]]);
        pivot_floor_[k] = rounding * size;
        pivot_instead_[k] = size > 0.0 ? rounding * size : 1.0;
    }
    replaced_ = 0;
    double* top[2] = {stack_[0].data(), stack_[1].data()};
    for (std::int32_t s = 0; s < plan_.supernodes(); ++s) {
        const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows;
        const int side = side_[s];
        double* update = top[side];
        std::fill(update, update + update_size(s), 0.0);
        top[side] += update_size(s);
        top[1 - side] = assemble(s, top[1 - side], update);
        eliminate_supernode(s);
        const double* panel = panels_.data() + panel_start_[s];
        const std::int32_t positives = plan_.positives[s];
        subtract_square(panel + pivots, ld, {rows, rows, positives}, 1.0, update, rows);
        subtract_square(panel + static_cast<std::int64_t>(ld) * positives + pivots, ld,
            {rows, rows, pivots - positives}, -1.0, update, rows);
    }
}

// The positive columns first; what they leave of the negative ones is the negative of a positive definite matrix.
void SignedCholesky::eliminate_supernode(std::int32_t s) {
    const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows, positives = plan_.positives[s],
                       negatives = pivots - positives;
    double* panel = panels_.data() + panel_start_[s];
    PivotGuard guard{pivot_floor_.data() + plan_.first[s], pivot_instead_.data() + plan_.first[s]};
    if (positives > 0) eliminate(panel, ld, positives, negatives + rows, guard);
    if (negatives > 0) {
        double* rest = panel + static_cast<std::int64_t>(ld + 1) * positives;
        subtract_square(panel + positives, ld, {negatives + rows, negatives, positives}, 1.0, rest, ld);
        double* end = panel + static_cast<std::int64_t>(ld) * pivots;
        for (double* entry = rest; entry < end; ++entry) *entry = -*entry;
        PivotGuard rest_guard{guard.floor + positives, guard.instead + positives};
        eliminate(rest, ld, negatives, rows, rest_guard);
        guard.replaced += rest_guard.replaced;
    }
    replaced_ += guard.replaced;
}

// Children lie on the other stack in their order, the last on top; what is left of that stack is handed back.
double* SignedCholesky::assemble(std::int32_t s, double* top, double* update) {
    for (auto child = children_[s].rbegin(); child != children_[s].rend(); ++child) {
        top -= update_size(*child);
        add_update_of(*child, top, s, update);
    }
    return top;
}

void SignedCholesky::add_update_of(std::int32_t child, const double* from, std::int32_t s, double* update) {
    const std::int32_t count = below(child), pivots = plan_.pivots(s), rows = below(s);
    const std::int64_t ld = pivots + rows;
    const std::int32_t* place = place_.data() + plan_.row_start[child];
    double* panel = panels_.data() + panel_start_[s];
    for (std::int32_t j = 0; j < count; ++j, from += count) {
        double* out = place[j] < pivots ? panel + ld * place[j]
                                        : update + static_cast<std::int64_t>(rows) * (place[j] - pivots) - pivots;
        // Runs of rows that stay together are added without looking each one up.
        if (place[count - 1] - place[j] == count - 1 - j) {
            double* run = out + place[j] - j;
            for (std::int32_t i = j; i < count; ++i) run[i] += from[i];
        } else {
            for (std::int32_t i = j; i < count; ++i) out[place[i]] += from[i];
        }
    }
}

void SignedCholesky::solve(Vector& x) const {
    Vector work(x.size()), part(plan_.order.size());
    for (std::size_t k = 0; k < work.size(); ++k) work[k] = x[plan_.order[k]];
    for (std::int32_t s = 0; s < plan_.supernodes(); ++s) {
        const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows;
        const double* panel = panels_.data() + panel_start_[s];
        double* own = work.data() + plan_.first[s];
        solve_lower(panel, ld, pivots, own);
        if (rows > 0) {
            std::fill(part.begin(), part.begin() + rows, 0.0);
            subtract_product(panel + pivots, ld, rows, pivots, own, part.data());
            const auto below_rows = plan_.rows_of(s);
            for (std::int32_t i = 0; i < rows; ++i) work[below_rows[static_cast<std::size_t>(i)]] += part[i];
        }
        for (std::int32_t k = plan_.positives[s]; k < pivots; ++k) own[k] = -own[k];
    }
    for (std::int32_t s = plan_.supernodes(); s-- > 0;) {
        const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows;
        const double* panel = panels_.data() + panel_start_[s];
        double* own = work.data() + plan_.first[s];
        if (rows > 0) {
            const auto below_rows = plan_.rows_of(s);
            for (std::int32_t i = 0; i < rows; ++i) part[i] = work[below_rows[static_cast<std::size_t>(i)]];
            subtract_transposed_product(panel + pivots, ld, rows, pivots, part.data(), own);
        }
        solve_lower_transposed(panel, ld, pivots, own);
    }
    for (std::size_t k = 0; k < work.size(); ++k) x[plan_.order[k]] = work[k];
}

std::int64_t SignedCholesky::bytes() const {
    return static_cast<std::int64_t>((panels_.size() + stack_[0].size() + stack_[1].size()) * sizeof(double) +
                                     plan_.rows.size() * 2 * sizeof(std::int32_t) +
                                     target_.size() * sizeof(std::int64_t));
}

}  // namespace ecumene::solver::barrier
