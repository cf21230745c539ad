// A dense parameter over typed sets with a unit: Table<MW, Region, Hour> demand(regions, hours).
//
//     demand.set(r, h, Quantity<MW>{120.0});
//     Quantity<MW> d = demand(r, h);
//
// Reading and writing are O(1); an index outside its set is a fault of the program (assert).
#pragma once

#include <vector>

#include "core/index.hpp"
#include "core/units.hpp"

namespace ecumene {

template <Dim D, class... I>
class Table {
public:
    Table() = default;
    explicit Table(Set<I>... sets) : layout_(sets...), values_(static_cast<std::size_t>(layout_.count())) {}

    Quantity<D> operator()(I... i) const { return {values_[place(i...)]}; }
    void set(I... i, Quantity<D> q) { values_[place(i...)] = q.value; }
    void add(I... i, Quantity<D> q) { values_[place(i...)] += q.value; }
    const std::vector<double>& values() const { return values_; }

private:
    std::size_t place(I... i) const { return static_cast<std::size_t>(layout_.at(i...)); }

    Layout<I...> layout_;
    std::vector<double> values_;
};

}  // namespace ecumene
