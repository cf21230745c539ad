#include "solver/barrier/cholesky.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

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
    std::int64_t depth = 0, deepest = 0;
    std::vector<std::int64_t> update_size(static_cast<std::size_t>(count));
    for (std::int32_t s = 0; s < count; ++s) {
        std::int32_t next = 0;
        for (std::int32_t k = plan_.first[s]; k < plan_.first[s + 1]; ++k) place_of[k] = next++;
        for (const std::int32_t row : plan_.rows_of(s)) place_of[row] = next++;
        update_size[s] = static_cast<std::int64_t>(below(s)) * below(s);
        deepest = std::max(deepest, depth + update_size[s]);
        depth += update_size[s];
        for (const std::int32_t child : children_[s]) {
            for (std::int64_t e = plan_.row_start[child]; e < plan_.row_start[child + 1]; ++e)
                place_[e] = place_of[plan_.rows[e]];
            depth -= update_size[child];
        }
    }
    stack_.resize(static_cast<std::size_t>(deepest));
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
    double* top = stack_.data();
    for (std::int32_t s = 0; s < plan_.supernodes(); ++s) {
        const std::int32_t pivots = plan_.pivots(s), rows = below(s), ld = pivots + rows;
        const std::int64_t update_size = static_cast<std::int64_t>(rows) * rows;
        double* bottom = top;  // of what the children left on the stack
        for (const std::int32_t child : children_[s]) bottom -= static_cast<std::int64_t>(below(child)) * below(child);
        double* update = top;
        std::fill(update, update + update_size, 0.0);
        assemble(s, update);
        double* panel = panels_.data() + panel_start_[s];
        const bool is_negative = plan_.is_negative[s] != 0;
        if (is_negative)
            for (std::int64_t e = panel_start_[s]; e < panel_start_[s + 1]; ++e) panels_[e] = -panels_[e];
        PivotGuard pivot_guard{pivot_floor_.data() + plan_.first[s], pivot_instead_.data() + plan_.first[s]};
        eliminate(panel, ld, pivots, rows, pivot_guard);
        replaced_ += pivot_guard.replaced;
        if (rows > 0) subtract_square(panel + pivots, ld, rows, pivots, is_negative ? -1.0 : 1.0, update, rows);
        if (bottom != update && update_size > 0)
            std::memmove(bottom, update, static_cast<std::size_t>(update_size) * sizeof(double));
        top = bottom + update_size;
    }
}

// Children lie on the stack in their order, the last on top.
void SignedCholesky::assemble(std::int32_t s, double* update) {
    const double* from = update;
    for (auto child = children_[s].rbegin(); child != children_[s].rend(); ++child) {
        from -= static_cast<std::int64_t>(below(*child)) * below(*child);
        add_update_of(*child, from, s, update);
    }
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
        for (std::int32_t k = 0; k < pivots; ++k) {
            const double* column = panel + static_cast<std::int64_t>(ld) * k;
            own[k] /= column[k];
            for (std::int32_t i = k + 1; i < pivots; ++i) own[i] -= column[i] * own[k];
        }
        if (rows > 0) {
            std::fill(part.begin(), part.begin() + rows, 0.0);
            subtract_product(panel + pivots, ld, rows, pivots, own, part.data());
            const auto below_rows = plan_.rows_of(s);
            for (std::int32_t i = 0; i < rows; ++i) work[below_rows[static_cast<std::size_t>(i)]] += part[i];
        }
        if (plan_.is_negative[s] != 0)
            for (std::int32_t k = 0; k < pivots; ++k) own[k] = -own[k];
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
        for (std::int32_t k = pivots; k-- > 0;) {
            const double* column = panel + static_cast<std::int64_t>(ld) * k;
            double sum = own[k];
            for (std::int32_t i = k + 1; i < pivots; ++i) sum -= column[i] * own[i];
            own[k] = sum / column[k];
        }
    }
    for (std::size_t k = 0; k < work.size(); ++k) x[plan_.order[k]] = work[k];
}

std::int64_t SignedCholesky::bytes() const {
    return static_cast<std::int64_t>((panels_.size() + stack_.size()) * sizeof(double) +
                                     plan_.rows.size() * 2 * sizeof(std::int32_t) +
                                     target_.size() * sizeof(std::int64_t));
}

}  // namespace ecumene::solver::barrier
