#include "solver/barrier/sparse.hpp"

namespace ecumene::solver::barrier {

SparseMatrix transposed(const SparseMatrix& a) {
    SparseMatrix t;
    t.rows = a.columns;
    t.columns = a.rows;
    t.start.assign(static_cast<std::size_t>(a.rows) + 1, 0);
    for (const std::int32_t row : a.index) ++t.start[row + 1];
    for (std::int32_t row = 0; row < a.rows; ++row) t.start[row + 1] += t.start[row];
    t.index.resize(a.index.size());
    t.value.resize(a.value.size());
    std::vector<std::int64_t> next(t.start.begin(), t.start.end() - 1);
    for (std::int32_t j = 0; j < a.columns; ++j)
        for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e) {
            const std::int64_t at = next[a.index[e]]++;
            t.index[at] = j;
            t.value[at] = a.value[e];
        }
    return t;
}

void multiply(const SparseMatrix& columns, const Vector& y, Vector& out) {
    out.resize(static_cast<std::size_t>(columns.columns));
    for (std::int32_t j = 0; j < columns.columns; ++j) out[j] = column_dot(columns, j, y);
}

}  // namespace ecumene::solver::barrier
