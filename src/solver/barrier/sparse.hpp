// A sparse matrix by columns and the few products an interior point takes of it.
//
//     SparseMatrix a = ...;                       // start, index (row), value
//     SparseMatrix by_rows = transposed(a);
//     multiply(by_rows, x, r);                    // r = A x, summed row by row: the same order every time
//
// No bounds are checked; rows within a column ascend.
#pragma once

#include <cstdint>
#include <vector>

namespace ecumene::solver::barrier {

using Vector = std::vector<double>;

struct SparseMatrix {
    std::int32_t rows{};
    std::int32_t columns{};
    std::vector<std::int64_t> start{0};
    std::vector<std::int32_t> index;
    Vector value;

    std::int64_t count(std::int32_t column) const { return start[column + 1] - start[column]; }
    void push(std::int32_t row, double coefficient) {
        index.push_back(row);
        value.push_back(coefficient);
    }
    void close_column() {
        start.push_back(static_cast<std::int64_t>(index.size()));
        ++columns;
    }
};

SparseMatrix transposed(const SparseMatrix& a);

// a_j'y
inline double column_dot(const SparseMatrix& a, std::int32_t column, const Vector& y) {
    double sum = 0.0;
    for (std::int64_t e = a.start[column]; e < a.start[column + 1]; ++e) sum += a.value[e] * y[a.index[e]];
    return sum;
}

// out_j = a_j'y for every column j; with the transposed matrix this is A x.
void multiply(const SparseMatrix& columns, const Vector& y, Vector& out);

}  // namespace ecumene::solver::barrier
