#include "solver/row_repair.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "solver/certificate.hpp"

namespace ecumene::solver {
namespace {

// capacity - built - (what stood) = 0 beside a row of a hundred million; columns: capacity, built, mass.
lp::Problem small_beside_large() {
    lp::Problem p;
    p.cost = {1.0, 1.0, 1.0};
    p.lower = {0.0, 0.0, 0.0};
    p.upper = {1e9, 1e9, 1e9};
    p.row_lower = {0.0, 1e8, -lp::infinity};
    p.row_upper = {0.0, lp::infinity, 5.0};
    p.start = {0, 2, 3, 4};
    p.index = {0, 2, 0, 1};
    p.value = {1.0, 1.0, -1.0, 1.0};
    return p;
}

double primal_of(const lp::Problem& problem, const std::vector<double>& values) {
    Solution s;
    s.values = values;
    return certify(problem, s).primal;
}

TEST(RowRepair, MovesTheColumnThatDisturbsNobody) {
    const auto problem = small_beside_large();
    std::vector<double> values{4.0, 3.99, 1e8};
    ASSERT_GT(primal_of(problem, values), 1e-3);
    repair_rows(problem, values, 1e-6);
    EXPECT_LE(primal_of(problem, values), 1e-6);
    EXPECT_DOUBLE_EQ(values[0], 4.0);
    EXPECT_DOUBLE_EQ(values[1], 4.0);
    EXPECT_DOUBLE_EQ(values[2], 1e8);
}

TEST(RowRepair, GoesToTheNextColumnAtABound) {
    auto problem = small_beside_large();
    problem.upper[1] = 3.995;
    std::vector<double> values{4.0, 3.99, 1e8};
    repair_rows(problem, values, 1e-6);
    EXPECT_LE(primal_of(problem, values), 1e-6);
    EXPECT_NEAR(values[0], 3.995, 1e-12);
    EXPECT_NEAR(values[1], 3.995, 1e-12);
}

TEST(RowRepair, FindsNoWayWhereThereIsNone) {
    auto problem = small_beside_large();
    problem.lower[1] = problem.upper[1] = 5.1;  // built cannot move, and capacity may not pass 5
    std::vector<double> values{5.0, 5.1, 1e8};
    repair_rows(problem, values, 1e-6);
    EXPECT_GT(primal_of(problem, values), 1e-3);
    EXPECT_DOUBLE_EQ(values[1], 5.1);
}

// x - 0.5 k <= 0 with k fixed at 0, x + y = 10, y + z = 20: x hands its 0.01 to y, y to z.
TEST(RowRepair, HandsOnWhatNoColumnCanTakeUnnoticed) {
    lp::Problem p;
    p.cost = {1.0, 1.0, 1.0, 1.0};
    p.lower = {0.0, 0.0, 0.0, 0.0};
    p.upper = {100.0, 0.0, 100.0, 100.0};
    p.row_lower = {-lp::infinity, 10.0, 20.0};
    p.row_upper = {0.0, 10.0, 20.0};
    p.start = {0, 2, 3, 5, 6};
    p.index = {0, 1, 0, 1, 2, 2};
    p.value = {1.0, 1.0, -0.5, 1.0, 1.0, 1.0};
    std::vector<double> values{0.01, 0.0, 9.99, 10.01};
    ASSERT_GT(primal_of(p, values), 1e-3);
    repair_rows(p, values, 1e-6);
    EXPECT_LE(primal_of(p, values), 1e-6);
    EXPECT_NEAR(values[2], 10.0, 1e-9);
    EXPECT_NEAR(values[3], 10.0, 1e-9);
}

TEST(RowRepair, LeavesWhatHoldsAlone) {
    const auto problem = small_beside_large();
    std::vector<double> values{4.0, 4.0 + 1e-7, 1e8};
    const auto before = values;
    repair_rows(problem, values, 1e-6);
    EXPECT_EQ(values, before);
}

}  // namespace
}  // namespace ecumene::solver
