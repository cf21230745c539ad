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

#include <algorithm>

#include "core/parallel.hpp"
#include "solver/barrier/presolve.hpp"
#include "solver/barrier/sparse.hpp"

namespace ecumene::solver::barrier {

// One entry per term. Plain bounds first, then variable bounds, both by column.
struct BarrierTerms {
    struct Share {
        double beta{};
        std::int32_t capacity{}, number{};  // its column, and its place in StandardForm::capacities
    };
    std::vector<std::int32_t> column;
    std::vector<std::int8_t> alpha;  // 1 or -1
    Vector gamma;
    std::vector<Share> shares;  // per variable bound
    std::int32_t first_variable_bound{};

    std::int32_t size() const { return static_cast<std::int32_t>(column.size()); }
    bool is_variable_bound(std::int32_t t) const { return t >= first_variable_bound; }
    const Share& share(std::int32_t variable) const {
        return shares[static_cast<std::size_t>(variable - first_variable_bound)];
    }
    // alpha x[column] + beta x[capacity]
    double slope(std::int32_t t, const Vector& x) const {
        const double own = alpha[t] * x[column[t]];
        return is_variable_bound(t) ? own + share(t).beta * x[share(t).capacity] : own;
    }
    void reserve(std::size_t count) {
        column.reserve(count);
        alpha.reserve(count);
        gamma.reserve(count);
    }
    void push(std::int32_t of, double sign, double constant) {
        column.push_back(of);
        alpha.push_back(sign > 0.0 ? 1 : -1);
        gamma.push_back(constant);
    }
};

// A run of columns with all their terms, and a run of rows: what one thread works on. How many there are depends on the
// problem alone, so that sums are the same with any number of threads.
struct Slice {
    std::int32_t first_column{}, last_column{};
    std::int32_t first_plain{}, last_plain{};
    std::int32_t first_variable_bound{}, last_variable_bound{};
    std::int32_t first_row{}, last_row{};
};

class StandardForm {
public:
    explicit StandardForm(Reduced reduced);

    SparseMatrix a, by_rows;
    Vector cost, right;
    BarrierTerms terms;
    std::vector<std::int32_t> capacities;  // the columns that limit others
    std::vector<Slice> slices;
    double cost_unit{1.0}, right_unit{1.0};  // what a scaled cost and a scaled value of 1 mean

    ReducedAnswer unscaled(const Vector& x, const Vector& y, const Vector& z) const;

private:
    void add_slacks(const Reduced& reduced, Vector& lower, Vector& upper);
    void list_terms(const Reduced& reduced, const Vector& lower, const Vector& upper);
    void find_scales();
    void apply_scales();
    void choose_units();
    void number_capacities();
    void cut_into_slices();

    Vector row_scale_, column_scale_;
    std::int32_t structural_{};  // columns that are not slacks
};

// work(slice, its number) for every slice, at the same time where there is more than one thread.
template <class Work>
void for_each_slice(const StandardForm& form, int threads, Work work) {
    for_each_part(static_cast<int>(form.slices.size()), threads,
        [&](int which) { work(form.slices[static_cast<std::size_t>(which)], which); });
}

// What the slices add to capacities, which belong to no slice: kept apart until all are done, then added in their order.
class CapacitySums {
public:
    explicit CapacitySums(const StandardForm& form)
        : capacities_(form.capacities), sums_(form.slices.size(), Vector(form.capacities.size())) {}

    Vector& cleared(int slice) {
        Vector& sums = sums_[static_cast<std::size_t>(slice)];
        std::fill(sums.begin(), sums.end(), 0.0);
        return sums;
    }
    // out[place_of(capacity's column)] += its sum
    template <class PlaceOf>
    void add_to(Vector& out, PlaceOf place_of) const {
        for (std::size_t k = 0; k < capacities_.size(); ++k)
            for (const Vector& sums : sums_) out[static_cast<std::size_t>(place_of(capacities_[k]))] += sums[k];
    }

private:
    const std::vector<std::int32_t>& capacities_;
    std::vector<Vector> sums_;
};

}  // namespace ecumene::solver::barrier
