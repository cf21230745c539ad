#include "solver/barrier/dense.hpp"

#include <cblas.h>

#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"

namespace ecumene::solver::barrier {
namespace {

constexpr std::int32_t tiny_rows = 40;  // measured: up to here the own loops beat a call to BLAS
constexpr std::int32_t block = 64;
constexpr std::int32_t strip_width = 192, worth_threads = 500;

// The loops below are compiled twice, for any processor and for those with AVX2; the processor chooses once.
[[gnu::always_inline]] inline void add_multiple_body(
    double* __restrict out, const double* __restrict in, double factor, std::int32_t count) {
    for (std::int32_t i = 0; i < count; ++i) out[i] += factor * in[i];
}

[[gnu::always_inline]] inline void add_four_body(
    double* __restrict out, const double* __restrict in, std::int64_t ld, const double* factor, std::int32_t count) {
    const double *a = in, *b = in + ld, *c = in + 2 * ld, *d = in + 3 * ld;
    const double fa = factor[0], fb = factor[1], fc = factor[2], fd = factor[3];
    for (std::int32_t i = 0; i < count; ++i) out[i] += fa * a[i] + fb * b[i] + fc * c[i] + fd * d[i];
}

// Four numbers side by side, wherever they begin.
using Lanes [[gnu::vector_size(32), gnu::aligned(8), gnu::may_alias]] = double;

[[gnu::always_inline]] inline const Lanes& lanes_at(const double* p) {
    return *reinterpret_cast<const Lanes*>(p);
}
[[gnu::always_inline]] inline double sum_of(const Lanes& v) {
    return (v[0] + v[1]) + (v[2] + v[3]);
}

[[gnu::always_inline]] inline double dot_body(
    const double* __restrict a, const double* __restrict b, std::int32_t count) {
    Lanes even{}, odd{};
    std::int32_t i = 0;
    for (; i + 8 <= count; i += 8) {
        even += lanes_at(a + i) * lanes_at(b + i);
        odd += lanes_at(a + i + 4) * lanes_at(b + i + 4);
    }
    double sum = sum_of(even + odd);
    for (; i < count; ++i) sum += a[i] * b[i];
    return sum;
}

[[gnu::always_inline]] inline void dot_four_body(
    const double* __restrict in, std::int64_t ld, const double* __restrict b, std::int32_t count, double* out) {
    const double* const column[4] = {in, in + ld, in + 2 * ld, in + 3 * ld};
    Lanes sum[4] = {};
    std::int32_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const Lanes factor = lanes_at(b + i);
        for (int of = 0; of < 4; ++of) sum[of] += lanes_at(column[of] + i) * factor;
    }
    for (int of = 0; of < 4; ++of) {
        out[of] = sum_of(sum[of]);
        for (std::int32_t rest = i; rest < count; ++rest) out[of] += column[of][rest] * b[rest];
    }
}

struct Loops {
    void (*add_multiple)(double*, const double*, double, std::int32_t);
    void (*add_four)(double*, const double*, std::int64_t, const double*, std::int32_t);
    double (*dot)(const double*, const double*, std::int32_t);
    void (*dot_four)(const double*, std::int64_t, const double*, std::int32_t, double*);
};

void add_multiple_any(double* out, const double* in, double factor, std::int32_t count) {
    add_multiple_body(out, in, factor, count);
}
void add_four_any(double* out, const double* in, std::int64_t ld, const double* factor, std::int32_t count) {
    add_four_body(out, in, ld, factor, count);
}
double dot_any(const double* a, const double* b, std::int32_t count) {
    return dot_body(a, b, count);
}
void dot_four_any(const double* a, std::int64_t ld, const double* b, std::int32_t count, double* out) {
    dot_four_body(a, ld, b, count, out);
}
constexpr Loops any_loops{add_multiple_any, add_four_any, dot_any, dot_four_any};

#if defined(__x86_64__)
[[gnu::target("avx2,fma"), gnu::optimize("O3")]] void add_multiple_avx2(
    double* out, const double* in, double factor, std::int32_t count) {
    add_multiple_body(out, in, factor, count);
}
[[gnu::target("avx2,fma"), gnu::optimize("O3")]] void add_four_avx2(
    double* out, const double* in, std::int64_t ld, const double* factor, std::int32_t count) {
    add_four_body(out, in, ld, factor, count);
}
[[gnu::target("avx2,fma"), gnu::optimize("O3")]] double dot_avx2(const double* a, const double* b, std::int32_t count) {
    return dot_body(a, b, count);
}
[[gnu::target("avx2,fma"), gnu::optimize("O3")]] void dot_four_avx2(
    const double* a, std::int64_t ld, const double* b, std::int32_t count, double* out) {
    dot_four_body(a, ld, b, count, out);
}
constexpr Loops avx2_loops{add_multiple_avx2, add_four_avx2, dot_avx2, dot_four_avx2};

const Loops& chosen_loops() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? avx2_loops : any_loops;
}
#else
const Loops& chosen_loops() {
    return any_loops;
}
#endif

const Loops& loops() {
    static const Loops& chosen = chosen_loops();
    return chosen;
}

double* column(double* matrix, std::int64_t ld, std::int32_t j) {
    return matrix + ld * j;
}
const double* column(const double* matrix, std::int64_t ld, std::int32_t j) {
    return matrix + ld * j;
}

// Right-looking over `pivots` columns of `height` rows.
void eliminate_tiny(double* panel, std::int32_t ld, std::int32_t pivots, std::int32_t height, const double* floor,
    const double* instead, std::int64_t& replaced) {
    const Loops& loop = loops();
    for (std::int32_t k = 0; k < pivots; ++k) {
        double* own = column(panel, ld, k);
        if (!(own[k] > floor[k])) {
            own[k] = instead[k];
            ++replaced;
        }
        own[k] = std::sqrt(own[k]);
        const double inverse = 1.0 / own[k];
        for (std::int32_t i = k + 1; i < height; ++i) own[i] *= inverse;
        for (std::int32_t j = k + 1; j < pivots; ++j)
            if (own[j] != 0.0) loop.add_multiple(column(panel, ld, j) + j, own + j, -own[j], height - j);
    }
}

void subtract_tiny_square(
    const double* below, std::int32_t ld, SquareShape shape, Subtraction how, double* out, std::int32_t out_ld) {
    const auto [rows, columns, pivots] = shape;
    const Loops& loop = loops();
    for (std::int32_t j = 0; j < columns; ++j) {
        double* own = column(out, out_ld, j) + j;
        if (how.keep == 0.0) std::fill(own, own + rows - j, 0.0);
        std::int32_t k = 0;
        for (; k + 4 <= pivots; k += 4) {
            double factor[4];
            for (int lane = 0; lane < 4; ++lane) factor[lane] = -how.sign * column(below, ld, k + lane)[j];
            loop.add_four(own, column(below, ld, k) + j, ld, factor, rows - j);
        }
        for (; k < pivots; ++k) {
            const double* in = column(below, ld, k) + j;
            loop.add_multiple(own, in, -how.sign * in[0], rows - j);
        }
    }
}

// Strips of a fixed width, so that the cut, and with it every rounding, is the same with any number of threads.
template <class Work>
void in_strips(std::int32_t width, int threads, Work work) {
    const std::int32_t strips = (width + strip_width - 1) / strip_width;
    for_each_part(strips, width < worth_threads ? 1 : threads, [&](int strip) {
        const std::int32_t first = strip * strip_width;
        work(first, std::min(strip_width, width - first));
    });
}

}  // namespace

void use_one_thread_in_blas() {
    openblas_set_num_threads(1);
}

void eliminate(double* panel, std::int32_t ld, std::int32_t pivots, std::int32_t rows, PivotGuard& guard, int threads) {
    const std::int32_t height = pivots + rows;
    if (pivots <= 8 || height <= tiny_rows) {
        eliminate_tiny(panel, ld, pivots, height, guard.floor, guard.instead, guard.replaced);
        return;
    }
    for (std::int32_t first = 0; first < pivots; first += block) {
        const std::int32_t count = std::min(block, pivots - first), below = height - first - count,
                           right = pivots - first - count;
        double* corner = column(panel, ld, first) + first;
        eliminate_tiny(corner, ld, count, count, guard.floor + first, guard.instead + first, guard.replaced);
        if (below == 0) continue;
        double* under = corner + count;
        in_strips(below, threads, [&](std::int32_t strip, std::int32_t size) {
            cblas_dtrsm(CblasColMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, size, count, 1.0, corner, ld,
                under + strip, ld);
        });
        subtract_square(under, ld, {right + rows, right, count}, {.threads = threads},
            column(panel, ld, first + count) + first + count, ld);
    }
}

void subtract_square(
    const double* below, std::int32_t ld, SquareShape shape, Subtraction how, double* out, std::int32_t out_ld) {
    const std::int32_t rows = shape.rows, columns = shape.columns, pivots = shape.pivots;
    if (columns == 0) return;
    if (rows <= tiny_rows || pivots == 0) return subtract_tiny_square(below, ld, shape, how, out, out_ld);
    in_strips(columns, how.threads, [&](std::int32_t first, std::int32_t count) {
        const double* own = below + first;
        double* to = column(out, out_ld, first) + first;
        cblas_dsyrk(CblasColMajor, CblasLower, CblasNoTrans, count, pivots, -how.sign, own, ld, how.keep, to, out_ld);
        const std::int32_t rest = rows - first - count;
        if (rest > 0)
            cblas_dgemm(CblasColMajor, CblasNoTrans, CblasTrans, rest, count, pivots, -how.sign, own + count, ld, own,
                ld, how.keep, to + count, out_ld);
    });
}

void solve_lower(const double* panel, std::int32_t ld, std::int32_t pivots, double* x) {
    const Loops& loop = loops();
    for (std::int32_t k = 0; k < pivots; ++k) {
        const double* own = column(panel, ld, k);
        x[k] /= own[k];
        loop.add_multiple(x + k + 1, own + k + 1, -x[k], pivots - k - 1);
    }
}

void solve_lower_transposed(const double* panel, std::int32_t ld, std::int32_t pivots, double* x) {
    const Loops& loop = loops();
    for (std::int32_t k = pivots; k-- > 0;) {
        const double* own = column(panel, ld, k);
        x[k] = (x[k] - loop.dot(own + k + 1, x + k + 1, pivots - k - 1)) / own[k];
    }
}

void subtract_product(
    const double* below, std::int32_t ld, std::int32_t rows, std::int32_t pivots, const double* x, double* out) {
    const Loops& loop = loops();
    std::int32_t k = 0;
    for (; k + 4 <= pivots; k += 4) {
        const double factor[4] = {-x[k], -x[k + 1], -x[k + 2], -x[k + 3]};
        loop.add_four(out, column(below, ld, k), ld, factor, rows);
    }
    for (; k < pivots; ++k) loop.add_multiple(out, column(below, ld, k), -x[k], rows);
}

void subtract_transposed_product(
    const double* below, std::int32_t ld, std::int32_t rows, std::int32_t pivots, const double* values, double* x) {
    const Loops& loop = loops();
    std::int32_t k = 0;
    for (; k + 4 <= pivots; k += 4) {
        double sum[4];
        loop.dot_four(column(below, ld, k), ld, values, rows, sum);
        for (int lane = 0; lane < 4; ++lane) x[k + lane] -= sum[lane];
    }
    for (; k < pivots; ++k) x[k] -= loop.dot(column(below, ld, k), values, rows);
}

}  // namespace ecumene::solver::barrier
