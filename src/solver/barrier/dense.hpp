// Dense kernels of the factorisation: own loops for tiny blocks, where a call to BLAS costs more than its work, and
// OpenBLAS for the rest.
//
//     eliminate(panel, ld, pivots, rows, guard, threads);      // panel: pivots columns of pivots + rows rows
//     subtract_square(panel + pivots, ld, {rows, rows, pivots}, {.sign = 1.0}, update, rows);
//
// Column-major, lower triangles only. Same machine, same bytes, with any number of threads: BLAS is told to use one, and
// large blocks are cut the same way for one and for many.
#pragma once

#include <cstdint>

namespace ecumene::solver::barrier {

// What a pivot that vanished is replaced by: a pivot below `floor[k]` becomes `instead[k]`.
struct PivotGuard {
    const double* floor;
    const double* instead;
    std::int64_t replaced{};
};

void use_one_thread_in_blas();

// L of the leading square (Cholesky), and the rows below times L^-T, in place.
void eliminate(double* panel, std::int32_t ld, std::int32_t pivots, std::int32_t rows, PivotGuard& guard, int threads);

struct SquareShape {
    std::int32_t rows, columns, pivots;  // columns <= rows
};

struct Subtraction {
    double sign{1.0};
    double keep{1.0};  // 0: what stands in `out` is overwritten
    int threads{1};
};

// The first `columns` columns of out = keep * out - sign * below below', lower trapezoid; `below` is rows x pivots.
void subtract_square(
    const double* below, std::int32_t ld, SquareShape shape, Subtraction how, double* out, std::int32_t out_ld);

// x = L^-1 x and x = L^-T x with the leading square of a panel.
void solve_lower(const double* panel, std::int32_t ld, std::int32_t pivots, double* x);
void solve_lower_transposed(const double* panel, std::int32_t ld, std::int32_t pivots, double* x);

// out[0..rows) -= below x, and x -= below' values: the two halves of a solve with one panel.
void subtract_product(
    const double* below, std::int32_t ld, std::int32_t rows, std::int32_t pivots, const double* x, double* out);
void subtract_transposed_product(
    const double* below, std::int32_t ld, std::int32_t rows, std::int32_t pivots, const double* values, double* x);

}  // namespace ecumene::solver::barrier
