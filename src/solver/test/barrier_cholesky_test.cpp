// Ordering, analysis and factorisation against dense arithmetic.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "solver/barrier/cholesky.hpp"
#include "solver/barrier/ordering.hpp"

namespace ecumene::solver::barrier {
namespace {

// A random sparse quasi-definite matrix: diagonal dominance by sign.
struct Example {
    std::vector<std::int32_t> row, column;
    Vector value;
    std::vector<char> is_negative;
    Graph graph;

    std::int32_t size() const { return static_cast<std::int32_t>(is_negative.size()); }
    Vector times(const Vector& x) const {
        Vector out(x.size(), 0.0);
        for (std::size_t k = 0; k < row.size(); ++k) {
            out[row[k]] += value[k] * x[column[k]];
            if (row[k] != column[k]) out[column[k]] += value[k] * x[row[k]];
        }
        return out;
    }
};

Example random_example(std::uint32_t seed, std::int32_t size, int neighbours, double negative_share) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::int32_t> any(0, size - 1);
    std::uniform_real_distribution<double> number(-1.0, 1.0), share(0.0, 1.0);
    std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
    for (std::int32_t i = 0; i < size; ++i)
        for (int k = 0; k < neighbours; ++k)
            if (const std::int32_t j = any(random); j != i) pairs.emplace_back(std::max(i, j), std::min(i, j));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    Example e;
    for (std::int32_t i = 0; i < size; ++i) e.is_negative.push_back(share(random) < negative_share ? 1 : 0);
    std::vector<std::vector<std::int32_t>> near(static_cast<std::size_t>(size));
    Vector weight(static_cast<std::size_t>(size), 1.0);
    for (const auto& [i, j] : pairs) {
        e.row.push_back(i);
        e.column.push_back(j);
        e.value.push_back(number(random));
        weight[i] += std::abs(e.value.back());
        weight[j] += std::abs(e.value.back());
        near[i].push_back(j);
        near[j].push_back(i);
    }
    for (std::int32_t i = 0; i < size; ++i) {
        e.row.push_back(i);
        e.column.push_back(i);
        e.value.push_back(e.is_negative[i] != 0 ? -weight[i] : weight[i]);
    }
    e.graph.start.push_back(0);
    for (const auto& list : near) {
        e.graph.neighbour.insert(e.graph.neighbour.end(), list.begin(), list.end());
        e.graph.start.push_back(static_cast<std::int64_t>(e.graph.neighbour.size()));
    }
    return e;
}

double worst_error(const Example& e, const std::vector<std::int32_t>& order) {
    SignedCholesky factor(analyse(e.graph, order, e.is_negative), 2);
    factor.set_pattern(e.row, e.column);
    factor.factorize(e.value);
    EXPECT_EQ(factor.replaced_pivots(), 0);
    Vector known(static_cast<std::size_t>(e.size()));
    for (std::size_t k = 0; k < known.size(); ++k) known[k] = 1.0 + static_cast<double>(k % 7);
    Vector x = e.times(known);
    factor.solve(x);
    double worst = 0.0;
    for (std::size_t k = 0; k < x.size(); ++k) worst = std::max(worst, std::abs(x[k] - known[k]));
    return worst;
}

TEST(BarrierOrdering, IsAPermutationWithTiersInOrder) {
    const Example e = random_example(3, 500, 3, 0.0);
    std::vector<char> tier(500, 0);
    for (std::size_t k = 0; k < tier.size(); k += 10) tier[k] = k % 20 == 0 ? 1 : 2;
    const std::vector<std::int32_t> order = elimination_order(e.graph, tier);
    for (std::size_t k = 1; k < order.size(); ++k) EXPECT_LE(tier[order[k - 1]], tier[order[k]]);
    std::vector<std::int32_t> sorted = order, all(500);
    std::sort(sorted.begin(), sorted.end());
    std::iota(all.begin(), all.end(), 0);
    EXPECT_EQ(sorted, all);
    EXPECT_EQ(order, elimination_order(e.graph, tier));
}

TEST(BarrierOrdering, SplitsAGridWithLittleFill) {
    // 30 x 30 grid: nested dissection stores about 33 entries a node, zeros of merged supernodes
    // included; its worst order fills half the square, 450.
    constexpr std::int32_t side = 30;
    Graph grid;
    grid.start.push_back(0);
    for (std::int32_t i = 0; i < side * side; ++i) {
        if (i % side > 0) grid.neighbour.push_back(i - 1);
        if (i % side < side - 1) grid.neighbour.push_back(i + 1);
        if (i >= side) grid.neighbour.push_back(i - side);
        if (i < side * (side - 1)) grid.neighbour.push_back(i + side);
        grid.start.push_back(static_cast<std::int64_t>(grid.neighbour.size()));
    }
    const std::vector<char> tier(static_cast<std::size_t>(side) * side, 0);
    const Symbolic plan = analyse(grid, elimination_order(grid, tier), tier);
    EXPECT_LT(plan.factor_entries(), 45 * side * side);
}

TEST(BarrierCholesky, SolvesPositiveDefiniteSystemsOfManySizes) {
    for (const std::int32_t size : {1, 2, 3, 10, 60, 200, 700}) {
        const Example e = random_example(static_cast<std::uint32_t>(size), size, 3, 0.0);
        EXPECT_LT(worst_error(e, elimination_order(e.graph, std::vector<char>(e.is_negative.size(), 0))), 1e-10)
            << size;
    }
}

TEST(BarrierCholesky, SolvesQuasiDefiniteSystemsInAnyOrder) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Example e = random_example(seed, 300, 4, 0.3);
        EXPECT_LT(worst_error(e, elimination_order(e.graph, e.is_negative)), 1e-10) << seed;
        std::vector<std::int32_t> backwards(e.is_negative.size());
        std::iota(backwards.rbegin(), backwards.rend(), 0);
        EXPECT_LT(worst_error(e, backwards), 1e-10) << seed;
    }
}

// Large enough to be divided into parts, with a top whose blocks are shared out as well.
TEST(BarrierCholesky, GivesTheSameBytesWithAnyNumberOfThreads) {
    const Example e = random_example(5, 4000, 2, 0.2);
    const auto order = elimination_order(e.graph, std::vector<char>(e.is_negative.size(), 0));
    const Symbolic plan = analyse(e.graph, order, e.is_negative);
    ASSERT_GT(plan.parts(), 1);
    const auto solved_with = [&](int threads) {
        SignedCholesky factor(plan, threads);
        factor.set_pattern(e.row, e.column);
        factor.factorize(e.value);
        Vector x(e.is_negative.size(), 1.0);
        factor.solve(x);
        return x;
    };
    const Vector one = solved_with(1);
    EXPECT_EQ(one, solved_with(2));
    EXPECT_EQ(one, solved_with(3));
    EXPECT_LT(worst_error(e, order), 1e-9);
}

TEST(BarrierCholesky, FillsPartsWithSubtreesThatTouchNothingOfEachOther) {
    const Example e = random_example(6, 4000, 2, 0.0);
    const Symbolic plan =
        analyse(e.graph, elimination_order(e.graph, std::vector<char>(e.is_negative.size(), 0)), e.is_negative);
    ASSERT_GT(plan.parts(), 1);
    const std::int32_t top = plan.begin_of(plan.parts());
    for (int part = 0; part < plan.parts(); ++part)
        for (std::int32_t s = plan.begin_of(part); s < plan.end_of(part); ++s)
            for (const std::int32_t row : plan.rows_of(s))
                EXPECT_TRUE(row < plan.first[plan.end_of(part)] || row >= plan.first[top]);
}

TEST(BarrierCholesky, ReplacesAPivotThatVanishes) {
    // [1 1; 1 1] is singular; a right-hand side in its range is still answered within rounding.
    Graph pair{{0, 1, 2}, {1, 0}};
    SignedCholesky factor(analyse(pair, {0, 1}, {0, 0}), 1);
    factor.set_pattern({0, 1, 1}, {0, 0, 1});
    factor.factorize({1.0, 1.0, 1.0});
    EXPECT_EQ(factor.replaced_pivots(), 1);
    Vector x{2.0, 2.0};
    factor.solve(x);
    EXPECT_NEAR(x[0] + x[1], 2.0, 1e-12);
}

}  // namespace
}  // namespace ecumene::solver::barrier
