// How many go from every unit to every other: people to work, trips, moves, tonnes. And where the figures come from.
//
//     FlowTable flows(units.size(), {.kind = "commuting", .unit = "person", .status = "reported", .source = "census 2020"});
//     flows.set(i, j, 320.0);
//     flows(i, j);     flows.out(i);      // R_i: what starts in i, inner flows included
//
// Dense, row-major (origin first), 8 bytes a pair: meant for up to 3,500 units. SparseFlows holds the same by rows and columns
// for larger tables and for the methods that walk along flows. Values are finite and not below zero.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "structure/units.hpp"

namespace ecumene::structure {

inline constexpr std::size_t dense_limit = 3500;

// What a table of flows is. `status` as in data packages: a modelled table never passes as an observed one.
struct FlowOrigin {
    std::string kind{};    // commuting, trips, migration, freight
    std::string unit{};    // person, trip/d, t/a
    int year{};            // 0: not stated
    std::string status{};  // reported, derived, estimated, modelled, assumed
    std::string source{};
    bool has_inner{true};  // whether flows within a unit were counted; if not, the diagonal is zero and means nothing
};

class FlowTable {
public:
    FlowTable() = default;
    explicit FlowTable(std::size_t units, FlowOrigin origin = {});

    double operator()(Unit from, Unit to) const { return values_[from.at() * units_ + to.at()]; }
    // Throws Error input for a value that is not finite or is below zero.
    void set(Unit from, Unit to, double value);
    void add(Unit from, Unit to, double value) { set(from, to, (*this)(from, to) + value); }

    std::size_t units() const { return units_; }
    const FlowOrigin& origin() const { return origin_; }
    FlowOrigin& origin() { return origin_; }
    const std::vector<double>& values() const { return values_; }
    // The row and column sums, inner flows included; and the sum of all.
    double out(Unit from) const;
    double in(Unit to) const;
    double total() const;

private:
    std::size_t units_{};
    std::vector<double> values_;
    FlowOrigin origin_;
};

struct Flow {
    Unit from{}, to{};
    double value{};
};

// Flows other than zero by row and by column. Walking a unit's row or column costs its length.
class SparseFlows {
public:
    struct Entry {
        Unit unit{};
        double value{};
    };
    class Row {
    public:
        Row(const Entry* first, const Entry* last) : first_(first), last_(last) {}
        const Entry* begin() const { return first_; }
        const Entry* end() const { return last_; }
        std::size_t size() const { return static_cast<std::size_t>(last_ - first_); }

    private:
        const Entry *first_, *last_;
    };

    SparseFlows() = default;
    // Several flows of one pair are added up. Throws Error input for a value that is not finite or is below zero.
    SparseFlows(std::size_t units, std::vector<Flow> flows);
    explicit SparseFlows(const FlowTable& dense);
    // Part of a larger table: `out` and `in` also count what runs to and from units that are not here.
    SparseFlows(std::size_t units, std::vector<Flow> flows, std::vector<double> out, std::vector<double> in);

    std::size_t units() const { return units_; }
    std::size_t entries() const { return to_.size(); }
    Row from(Unit unit) const { return {to_.data() + row_[unit.at()], to_.data() + row_[unit.at() + 1]}; }
    Row to(Unit unit) const { return {from_.data() + column_[unit.at()], from_.data() + column_[unit.at() + 1]}; }
    double out(Unit unit) const { return out_[unit.at()]; }
    double in(Unit unit) const { return in_[unit.at()]; }
    double inner(Unit unit) const { return inner_[unit.at()]; }
    double total() const { return total_; }

private:
    std::size_t units_{};
    std::vector<std::size_t> row_, column_;
    std::vector<Entry> to_, from_;
    std::vector<double> out_, in_, inner_;
    double total_{};
};

}  // namespace ecumene::structure
