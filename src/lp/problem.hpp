// A linear or mixed-integer programme as plain arrays: all a solver ever sees.
//
//     minimise  cost'x + constant   subject to   row_lower <= A x <= row_upper,   lower <= x <= upper
//
// A is held by columns: entries start[j] .. start[j+1]-1 of `index` (row) and `value`, rows ascending within a column, no
// duplicates. Counts of entries are 64-bit, of rows and columns 32-bit. Infinite bounds are +-lp::infinity.
// Names are made on demand from blocks: "generation[11:gas_cc,2030,h12]".
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ecumene::lp {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

// A run of columns or rows that belong to one named block, in row-major order of its index sets.
struct Block {
    std::string name;
    std::string unit;
    std::int32_t first{};
    std::vector<std::int64_t> sizes;
    std::vector<std::vector<std::string>> labels;  // per set; an empty list is numbered from 0
};

struct Problem {
    std::vector<double> cost, lower, upper;
    std::vector<double> row_lower, row_upper;
    std::vector<std::int64_t> start;
    std::vector<std::int32_t> index;
    std::vector<double> value;
    std::vector<char> is_integer;  // empty: no integer column
    double constant{};
    std::vector<Block> column_blocks, row_blocks;

    std::int32_t columns() const { return static_cast<std::int32_t>(cost.size()); }
    std::int32_t rows() const { return static_cast<std::int32_t>(row_lower.size()); }
    std::int64_t entries() const { return static_cast<std::int64_t>(value.size()); }
    bool has_integers() const;

    std::string column_name(std::int32_t column) const;
    std::string row_name(std::int32_t row) const;
    const std::string& column_unit(std::int32_t column) const;
    const std::string& row_unit(std::int32_t row) const;
};

}  // namespace ecumene::lp
