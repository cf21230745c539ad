// Presolve and postsolve: what goes out comes back, primal and dual.
#include <gtest/gtest.h>

#include <cmath>

#include "lp/problem.hpp"
#include "solver/barrier/presolve.hpp"

namespace ecumene::solver::barrier {
namespace {

// Rows as {lower, coefficients, upper}; zeros are left out.
struct Row {
    double lower;
    std::vector<double> coefficients;
    double upper;
};

lp::Problem problem_of(const Vector& cost, const Vector& lower, const Vector& upper, const std::vector<Row>& rows) {
    lp::Problem p;
    p.cost = cost;
    p.lower = lower;
    p.upper = upper;
    p.start.push_back(0);
    for (const Row& row : rows) {
        p.row_lower.push_back(row.lower);
        p.row_upper.push_back(row.upper);
    }
    for (std::size_t j = 0; j < cost.size(); ++j) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].coefficients[j] != 0.0) {
                p.index.push_back(static_cast<std::int32_t>(i));
                p.value.push_back(rows[i].coefficients[j]);
            }
        p.start.push_back(static_cast<std::int64_t>(p.index.size()));
    }
    return p;
}

TEST(BarrierPresolve, TurnsARowOfOneEntryIntoABoundAndGivesItTheDual) {
    // min 3x, -2x <= -8: x = 4, and one unit more on the right costs -1.5.
    const lp::Problem p = problem_of({3.0}, {0.0}, {lp::infinity}, {{-lp::infinity, {-2.0}, -8.0}});
    const Presolve presolve(p);
    ASSERT_EQ(presolve.suspicion(), Suspicion::none);
    EXPECT_EQ(presolve.reduced().a.columns, 0);
    Vector values, duals;
    presolve.restore({}, values, duals);
    EXPECT_EQ(values, (Vector{4.0}));
    EXPECT_EQ(duals, (Vector{-1.5}));
}

TEST(BarrierPresolve, FollowsAChainOfFixedColumnsAndGivesDualsBackInReverse) {
    // x = 2; x + y = 5 fixes y = 3; y + z >= 4 leaves z >= 1. By hand: dz = 10, dy = 1 - 10 = -9, dx = 1 + 9 = 10.
    const lp::Problem p = problem_of({1.0, 1.0, 10.0}, {0.0, 0.0, 0.0}, {lp::infinity, lp::infinity, lp::infinity},
        {{2.0, {1.0, 0.0, 0.0}, 2.0}, {5.0, {1.0, 1.0, 0.0}, 5.0}, {4.0, {0.0, 1.0, 1.0}, lp::infinity}});
    const Presolve presolve(p);
    Vector values, duals;
    presolve.restore({}, values, duals);
    EXPECT_EQ(values, (Vector{2.0, 3.0, 1.0}));
    EXPECT_EQ(duals, (Vector{10.0, -9.0, 10.0}));
}

// built + built' <= 0 leaves neither any room; with them goes kept <= built. By hand: the first row must hold back what the
// costs of -1 and -3 pull, the harder of the two; the second row needs nothing.
TEST(BarrierPresolve, FixesWhatARowWithoutInsideLeavesNoChoice) {
    const lp::Problem p = problem_of({-1.0, -3.0, 2.0, 1.0}, Vector(4, 0.0), Vector(4, lp::infinity),
        {{-lp::infinity, {1.0, 1.0, 0.0, 0.0}, 0.0}, {-lp::infinity, {-1.0, 0.0, 1.0, 0.0}, 0.0},
            {5.0, {0.0, 0.0, 1.0, 1.0}, 5.0}});
    const Presolve presolve(p);
    ASSERT_EQ(presolve.suspicion(), Suspicion::none);
    EXPECT_EQ(presolve.reduced().a.columns, 0);
    Vector values, duals;
    presolve.restore({}, values, duals);
    EXPECT_EQ(values, (Vector{0.0, 0.0, 0.0, 5.0}));
    EXPECT_EQ(duals, (Vector{-3.0, 0.0, 1.0}));
}

// The same from below, with a column of either sign at either bound: 4 - 0 is the most the row can be.
TEST(BarrierPresolve, FixesColumnsAtTheBoundsOfARowThatNeedsAll) {
    const lp::Problem p = problem_of({2.0, -1.0, 0.0}, Vector(3, 0.0), {4.0, 4.0, lp::infinity},
        {{4.0, {1.0, -1.0, 0.0}, lp::infinity}, {-lp::infinity, {1.0, 1.0, 1.0}, 9.0}});
    const Presolve presolve(p);
    ASSERT_EQ(presolve.suspicion(), Suspicion::none);
    Vector values, duals;
    presolve.restore({Vector(presolve.reduced().cost.size(), 0.0), Vector(presolve.reduced().row_lower.size(), 0.0),
                         Vector(presolve.reduced().variable_bounds.size(), 0.0)},
        values, duals);
    EXPECT_EQ(values[0], 4.0);
    EXPECT_EQ(values[1], 0.0);
    EXPECT_EQ(duals[0], 2.0);
}

TEST(BarrierPresolve, LeavesOutARowThatBoundsKeepAnyway) {
    const lp::Problem p = problem_of(
        {1.0, 1.0}, {0.0, 0.0}, {1.0, 1.0}, {{-lp::infinity, {1.0, 1.0}, 2.0}, {1.0, {1.0, 1.0}, lp::infinity}});
    EXPECT_EQ(Presolve(p).reduced().a.rows, 1);
}

TEST(BarrierPresolve, SuspectsARowThatNothingCanKeep) {
    const lp::Problem p = problem_of({0.0, 0.0}, {0.0, 0.0}, {1.0, 1.0}, {{3.0, {1.0, 1.0}, lp::infinity}});
    EXPECT_EQ(Presolve(p).suspicion(), Suspicion::infeasible);
}

TEST(BarrierPresolve, SuspectsLimitsThatCross) {
    const lp::Problem p = problem_of({0.0}, {0.0}, {1.0}, {{2.0, {1.0}, lp::infinity}});
    EXPECT_EQ(Presolve(p).suspicion(), Suspicion::infeasible);
}

TEST(BarrierPresolve, SuspectsAColumnThatRunsAway) {
    const lp::Problem p = problem_of({-1.0}, {0.0}, {lp::infinity}, {{-lp::infinity, {0.0}, 1.0}});
    EXPECT_EQ(Presolve(p).suspicion(), Suspicion::unbounded);
}

// p is free and given by -e + p = -2, which also stands in e + 3 p >= 1: 4 e >= 7 is left, at a cost of 1 + 2 for e.
// By hand: e = 7/4, p = -1/4; the second row's dual is 3/4, the first's 2 - 3 x 3/4 = -1/4.
TEST(BarrierPresolve, ReplacesAFreeColumnByItsEquality) {
    const lp::Problem p = problem_of({1.0, 2.0}, {0.0, -lp::infinity}, {lp::infinity, lp::infinity},
        {{-2.0, {-1.0, 1.0}, -2.0}, {1.0, {1.0, 3.0}, lp::infinity}});
    const FreeColumns free(p);
    ASSERT_TRUE(free.are_any());
    const lp::Problem rest = free.rest();
    EXPECT_EQ(rest.cost, (Vector{3.0, 0.0}));
    EXPECT_EQ(rest.index, (std::vector<std::int32_t>{1}));
    EXPECT_EQ(rest.value, (Vector{4.0}));
    EXPECT_EQ(rest.row_lower, (Vector{-lp::infinity, 7.0}));
    const Presolve presolve(p);
    Vector values, duals;
    presolve.restore({}, values, duals);
    EXPECT_EQ(values, (Vector{1.75, -0.25}));
    EXPECT_EQ(duals, (Vector{-0.25, 0.75}));
}

// The second free column stands in the equality that has gone with the first: it stays, for another row would have to take it.
TEST(BarrierPresolve, TakesNoTwoFreeColumnsByOneAnother) {
    const lp::Problem p = problem_of({0.0, 0.0, 1.0}, {-lp::infinity, -lp::infinity, 0.0}, Vector(3, lp::infinity),
        {{1.0, {1.0, 1.0, 0.0}, 1.0}, {2.0, {0.0, 1.0, 1.0}, 2.0}, {0.0, {1.0, 0.0, 1.0}, lp::infinity}});
    const lp::Problem rest = FreeColumns(p).rest();
    EXPECT_EQ(rest.start, (std::vector<std::int64_t>{0, 0, 2, 4}));
}

// An entry written as zero is no pivot.
TEST(BarrierPresolve, KeepsAFreeColumnWhoseEqualityHoldsItByZeroOnly) {
    lp::Problem p = problem_of({1.0}, {-lp::infinity}, {lp::infinity}, {{0.0, {1.0}, 0.0}, {3.0, {1.0}, lp::infinity}});
    p.value.front() = 0.0;
    EXPECT_FALSE(FreeColumns(p).are_any());
}

// Hours x_h of one capacity K, 2 x_h <= 3 K + 4 and, in the other direction, x_h >= 0.5 K.
TEST(BarrierPresolve, TakesRowsOfHourAndCapacityAsVariableBounds) {
    constexpr int hours = 8;
    const auto width = static_cast<std::size_t>(hours) + 1;
    std::vector<Row> rows;
    for (std::size_t h = 0; h < static_cast<std::size_t>(hours); ++h) {
        Row limit{-lp::infinity, Vector(width, 0.0), 4.0}, least{0.0, Vector(width, 0.0), lp::infinity};
        limit.coefficients[h] = 2.0;
        limit.coefficients.back() = -3.0;
        least.coefficients[h] = 1.0;
        least.coefficients.back() = -0.5;
        rows.push_back(limit);
        rows.push_back(least);
    }
    Row demand{10.0, Vector(width, 1.0), 10.0};
    demand.coefficients.back() = 0.0;
    rows.push_back(demand);
    const lp::Problem p = problem_of(Vector(width, 1.0), Vector(width, 0.0), Vector(width, lp::infinity), rows);
    const Presolve presolve(p);
    const Reduced& reduced = presolve.reduced();
    EXPECT_EQ(reduced.a.rows, 1);
    ASSERT_EQ(reduced.variable_bounds.size(), 2U * hours);
    const VariableBound &upper = reduced.variable_bounds[0], &lower = reduced.variable_bounds[1];
    EXPECT_EQ(upper.capacity, hours);
    EXPECT_DOUBLE_EQ(upper.alpha, -1.0);
    EXPECT_DOUBLE_EQ(upper.beta, 1.5);
    EXPECT_DOUBLE_EQ(upper.gamma, 2.0);
    EXPECT_DOUBLE_EQ(lower.alpha, 1.0);
    EXPECT_DOUBLE_EQ(lower.beta, -0.5);
    EXPECT_DOUBLE_EQ(lower.gamma, 0.0);

    // The Lagrangian of row and variable bound must agree: y (a x + b K) = -multiplier (alpha x + beta K).
    ReducedAnswer answer{Vector(width, 0.0), {0.0}, Vector(reduced.variable_bounds.size(), 0.0)};
    answer.multipliers[0] = 6.0;
    answer.multipliers[1] = 5.0;
    Vector values, duals;
    presolve.restore(answer, values, duals);
    EXPECT_DOUBLE_EQ(duals[0], -3.0);
    EXPECT_DOUBLE_EQ(duals[1], 5.0);
}

}  // namespace
}  // namespace ecumene::solver::barrier
