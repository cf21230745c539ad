// Where equations are written down and turned into a Problem.
//
//     lp::Model model;
//     auto generation = model.variables<MW>("generation", {.lower = 0}, sites, hours);
//     auto balance    = model.constraints<MW>("balance", regions, hours);
//     model.subject_to(balance(r, h), sum(sites_of[r], ...) + unserved(r, h) == demand(r, h));
//     model.minimise(cost * generation(s, h));
//     lp::Problem problem = std::move(model).finish();
//
// Blocks are value handles (first position and layout); the model owns everything. A row may be written by several
// sectors (`add_to`); coefficients that meet in one place are added up; a row nobody bounded is free. The objective is
// money. Cost: 16 bytes per coefficient while writing, 12 more while finishing; deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/index.hpp"
#include "core/units.hpp"
#include "lp/expression.hpp"
#include "lp/problem.hpp"

namespace ecumene::lp {

template <Dim D, class... I>
struct Variables {
    std::int32_t first{};
    Layout<I...> layout;
    Variable<D> operator()(I... i) const { return {first + static_cast<std::int32_t>(layout.at(i...))}; }
};

template <Dim D>
struct Row {
    std::int32_t row{};
};

template <Dim D, class... I>
struct Constraints {
    std::int32_t first{};
    Layout<I...> layout;
    Row<D> operator()(I... i) const { return {first + static_cast<std::int32_t>(layout.at(i...))}; }
};

struct Bounds {
    double lower{0.0};
    double upper{infinity};
};

class Model {
public:
    template <Dim D, class... I>
    Variables<D, I...> variables(const std::string& name, Bounds bounds, Set<I>... sets) {
        const Layout<I...> layout(sets...);
        return {add_columns(name, D, bounds, sizes_of(layout), false), layout};
    }
    template <Dim D, class... I>
    Variables<D, I...> integers(const std::string& name, Bounds bounds, Set<I>... sets) {
        const Layout<I...> layout(sets...);
        return {add_columns(name, D, bounds, sizes_of(layout), true), layout};
    }
    template <Dim D, class... I>
    Constraints<D, I...> constraints(const std::string& name, Set<I>... sets) {
        const Layout<I...> layout(sets...);
        return {add_rows(name, D, sizes_of(layout)), layout};
    }

    template <Dim D>
    void bound(Variable<D> v, Quantity<D> lower, Quantity<D> upper) {
        lower_[static_cast<std::size_t>(v.column)] = lower.value;
        upper_[static_cast<std::size_t>(v.column)] = upper.value;
    }
    template <Dim D, Linear E>
    void subject_to(Row<D> row, const Relation<E>& relation) {
        static_assert(D == E::dim, "the equation's unit is not the row's unit");
        write(row.row, relation.lhs);
        row_lower_[static_cast<std::size_t>(row.row)] = relation.lower;
        row_upper_[static_cast<std::size_t>(row.row)] = relation.upper;
    }
    // One sector's share of a balance that others share in.
    template <Dim D, Linear E>
    void add_to(Row<D> row, const E& e) {
        static_assert(D == E::dim, "the contribution's unit is not the row's unit");
        write(row.row, e);
    }
    template <Dim D>
    void set_bounds(Row<D> row, Quantity<D> lower, Quantity<D> upper) {
        row_lower_[static_cast<std::size_t>(row.row)] = lower.value;
        row_upper_[static_cast<std::size_t>(row.row)] = upper.value;
    }
    template <Linear E>
    void minimise(const E& e) {
        static_assert(E::dim == MKRW, "the objective is money");
        e.emit([&](std::int32_t column, double value) { cost_[static_cast<std::size_t>(column)] += value; }, 1.0);
    }
    void add_constant(Quantity<MKRW> q) { constant_ += q.value; }

    // Labels for the sets of the block added last, in the order of its sets.
    void label_columns(std::vector<std::vector<std::string>> labels) {
        column_blocks_.back().labels = std::move(labels);
    }
    void label_rows(std::vector<std::vector<std::string>> labels) { row_blocks_.back().labels = std::move(labels); }
    void reserve(std::size_t coefficients);

    // Consumes the model. Throws ErrorKind::limit if rows or columns pass 2^31.
    Problem finish() &&;

private:
    template <class... I>
    static std::vector<std::int64_t> sizes_of(const Layout<I...>& layout) {
        return {layout.sizes().begin(), layout.sizes().end()};
    }
    template <Linear E>
    void write(std::int32_t row, const E& e) {
        e.emit(
            [&](std::int32_t column, double value) {
                entry_row_.push_back(row);
                entry_column_.push_back(column);
                entry_value_.push_back(value);
            },
            1.0);
    }
    std::int32_t add_columns(std::string name, Dim dim, Bounds bounds, std::vector<std::int64_t> sizes, bool integer);
    std::int32_t add_rows(std::string name, Dim dim, std::vector<std::int64_t> sizes);

    std::vector<std::int32_t> entry_row_, entry_column_;
    std::vector<double> entry_value_;
    std::vector<double> cost_, lower_, upper_, row_lower_, row_upper_;
    std::vector<char> is_integer_;
    std::vector<Block> column_blocks_, row_blocks_;
    double constant_{};
};

}  // namespace ecumene::lp
