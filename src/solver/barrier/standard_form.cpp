#include "solver/barrier/standard_form.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ecumene::solver::barrier {
namespace {

constexpr int scaling_passes = 8;
constexpr std::int32_t columns_per_slice = 20'000, most_slices = 32;
constexpr double typical_size = 10.0;  // of the largest right-hand side and the largest cost once scaled

double power_of_two_near(double x) {
    return std::exp2(std::round(std::log2(x)));
}

}  // namespace

StandardForm::StandardForm(Reduced reduced)
    : a(std::move(reduced.a)), cost(std::move(reduced.cost)), structural_(a.columns) {
    Vector lower = std::move(reduced.lower), upper = std::move(reduced.upper);
    add_slacks(reduced, lower, upper);
    list_terms(reduced, lower, upper);
    find_scales();
    apply_scales();
    choose_units();
    by_rows = transposed(a);
    number_capacities();
    cut_into_slices();
}

void StandardForm::list_terms(const Reduced& reduced, const Vector& lower, const Vector& upper) {
    const auto is_finite = [](double bound) { return std::isfinite(bound); };
    const auto count = std::count_if(lower.begin(), lower.end(), is_finite) +
                       std::count_if(upper.begin(), upper.end(), is_finite) + std::ssize(reduced.variable_bounds);
    terms.reserve(static_cast<std::size_t>(count));
    for (std::int32_t j = 0; j < a.columns; ++j) {
        if (std::isfinite(lower[j])) terms.push(j, 1.0, -lower[j]);
        if (std::isfinite(upper[j])) terms.push(j, -1.0, upper[j]);
    }
    terms.first_variable_bound = terms.size();
    terms.shares.reserve(reduced.variable_bounds.size());
    for (const VariableBound& bound : reduced.variable_bounds) {
        terms.push(bound.column, bound.alpha, bound.gamma);
        terms.shares.push_back({bound.beta, bound.capacity});
    }
}

void StandardForm::number_capacities() {
    std::vector<std::int32_t> number(cost.size(), -1);
    for (BarrierTerms::Share& share : terms.shares) {
        std::int32_t& own = number[share.capacity];
        if (own < 0) {
            own = static_cast<std::int32_t>(capacities.size());
            capacities.push_back(share.capacity);
        }
        share.number = own;
    }
}

void StandardForm::cut_into_slices() {
    const std::int32_t count = std::clamp(a.columns / columns_per_slice, 1, most_slices);
    const auto first_of = [&](std::int32_t begin, std::int32_t end, std::int32_t column) {
        const auto from = terms.column.begin() + begin, to = terms.column.begin() + end;
        return static_cast<std::int32_t>(std::lower_bound(from, to, column) - terms.column.begin());
    };
    const auto share = [&](std::int32_t whole, std::int32_t k) {
        return static_cast<std::int32_t>(std::int64_t{whole} * k / count);
    };
    for (std::int32_t k = 0; k < count; ++k) {
        const std::int32_t first = share(a.columns, k), last = share(a.columns, k + 1);
        slices.push_back({first, last, first_of(0, terms.first_variable_bound, first),
            first_of(0, terms.first_variable_bound, last), first_of(terms.first_variable_bound, terms.size(), first),
            first_of(terms.first_variable_bound, terms.size(), last), share(a.rows, k), share(a.rows, k + 1)});
    }
}

void StandardForm::add_slacks(const Reduced& reduced, Vector& lower, Vector& upper) {
    right.assign(reduced.row_lower.size(), 0.0);
    for (std::int32_t i = 0; i < a.rows; ++i) {
        if (reduced.row_lower[i] == reduced.row_upper[i]) {
            right[i] = reduced.row_lower[i];
            continue;
        }
        a.push(i, -1.0);
        a.close_column();
        cost.push_back(0.0);
        lower.push_back(reduced.row_lower[i]);
        upper.push_back(reduced.row_upper[i]);
    }
}

void StandardForm::find_scales() {
    row_scale_.assign(static_cast<std::size_t>(a.rows), 1.0);
    column_scale_.assign(static_cast<std::size_t>(a.columns), 1.0);
    Vector row_largest(row_scale_.size()), column_largest(column_scale_.size());
    const auto shrink = [](Vector& scale, const Vector& largest) {
        for (std::size_t k = 0; k < scale.size(); ++k)
            if (largest[k] > 0.0) scale[k] /= std::sqrt(largest[k]);
    };
    for (int pass = 0; pass < scaling_passes; ++pass) {
        std::fill(row_largest.begin(), row_largest.end(), 0.0);
        std::fill(column_largest.begin(), column_largest.end(), 0.0);
        for (std::int32_t j = 0; j < a.columns; ++j)
            for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e) {
                const double size = std::abs(a.value[e]) * row_scale_[a.index[e]] * column_scale_[j];
                row_largest[a.index[e]] = std::max(row_largest[a.index[e]], size);
                column_largest[j] = std::max(column_largest[j], size);
            }
        shrink(row_scale_, row_largest);
        shrink(column_scale_, column_largest);
    }
    for (Vector* scale : {&row_scale_, &column_scale_})
        std::transform(scale->begin(), scale->end(), scale->begin(), power_of_two_near);
}

void StandardForm::apply_scales() {
    for (std::int32_t j = 0; j < a.columns; ++j) {
        for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e)
            a.value[e] *= row_scale_[a.index[e]] * column_scale_[j];
        cost[j] *= column_scale_[j];
    }
    for (std::int32_t i = 0; i < a.rows; ++i) right[i] *= row_scale_[i];
    for (std::int32_t t = 0; t < terms.size(); ++t) {
        const double own = column_scale_[terms.column[t]];
        terms.gamma[t] /= own;
        if (!terms.is_variable_bound(t)) continue;
        BarrierTerms::Share& share = terms.shares[static_cast<std::size_t>(t - terms.first_variable_bound)];
        share.beta *= column_scale_[share.capacity] / own;
    }
}

// Capacities are passed over: their costs, of years, are of another size than those of hours.
void StandardForm::choose_units() {
    std::vector<char> is_capacity(cost.size(), 0);
    for (const BarrierTerms::Share& share : terms.shares) is_capacity[share.capacity] = 1;
    double largest_right = 1e-3 * typical_size, largest_cost = 1e-6 * typical_size;
    for (const double b : right) largest_right = std::max(largest_right, std::abs(b));
    for (std::size_t j = 0; j < cost.size(); ++j)
        if (!is_capacity[j]) largest_cost = std::max(largest_cost, std::abs(cost[j]));
    right_unit = power_of_two_near(largest_right / typical_size);
    cost_unit = power_of_two_near(largest_cost / typical_size);
    for (double& b : right) b /= right_unit;
    for (double& g : terms.gamma) g /= right_unit;
    for (double& c : cost) c /= cost_unit;
}

ReducedAnswer StandardForm::unscaled(const Vector& x, const Vector& y, const Vector& z) const {
    ReducedAnswer answer;
    answer.values.resize(static_cast<std::size_t>(structural_));
    for (std::int32_t j = 0; j < structural_; ++j) answer.values[j] = x[j] * column_scale_[j] * right_unit;
    answer.duals.resize(y.size());
    for (std::size_t i = 0; i < y.size(); ++i) answer.duals[i] = y[i] * row_scale_[i] * cost_unit;
    answer.multipliers.reserve(terms.shares.size());
    for (std::int32_t t = terms.first_variable_bound; t < terms.size(); ++t)
        answer.multipliers.push_back(z[t] * cost_unit / column_scale_[terms.column[t]]);
    return answer;
}

}  // namespace ecumene::solver::barrier
