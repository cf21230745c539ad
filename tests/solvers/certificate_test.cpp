// The certificate: what it lets pass, what it does not, and whom it names.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "problems.hpp"
#include "solver/certificate.hpp"

namespace ecumene::solver::test {
namespace {

// min 2x + 3y, x + y >= 10 (demand, MWh), x <= 6 (coal, MW): x = 6, y = 4, 24. The dual of demand is 3, so x has the
// reduced cost -1 at its upper bound: 30 - 6 = 24.
lp::Problem two_plants() {
    lp::Problem problem = problem_of({{2, 0, 6}, {3}}, {{10, {1, 1}, lp::infinity}});
    problem.column_blocks = {{"generation", "MW", 0, {2}, {{"coal", "gas"}}}};
    problem.row_blocks = {{"demand", "MWh", 0, {}, {}}};
    return problem;
}

Solution right_answer() {
    Solution solution;
    solution.termination.reason = Reason::optimal;
    solution.values = {6, 4};
    solution.duals = {3};
    solution.objective = solution.bound = 24;
    return solution;
}

TEST(Certificate, PassesARightAnswer) {
    const Certificate certificate = certify(two_plants(), right_answer());
    EXPECT_TRUE(certificate.holds(1e-15));
    EXPECT_TRUE(certificate.has_duals);
    EXPECT_EQ(certificate.objective, 24.0);
    EXPECT_EQ(certificate.dual_objective, 24.0);
    EXPECT_TRUE(certificate.worst_primal.name.empty());
    EXPECT_TRUE(certificate.worst_dual.name.empty());
}

TEST(Certificate, NamesTheRowThatIsMissed) {
    Solution solution = right_answer();
    solution.values = {6, 3.9};
    const Certificate certificate = certify(two_plants(), solution);
    EXPECT_FALSE(certificate.holds(1e-4));
    EXPECT_NEAR(certificate.primal, 0.1 / (1 + 10), 1e-12);
    EXPECT_EQ(certificate.worst_primal.name, "demand");
    EXPECT_EQ(certificate.worst_primal.unit, "MWh");
    EXPECT_NEAR(certificate.worst_primal.amount, 0.1, 1e-12);
}

TEST(Certificate, NamesTheColumnBeyondItsBound) {
    Solution solution = right_answer();
    solution.values = {6.5, 3.5};
    const Certificate certificate = certify(two_plants(), solution);
    EXPECT_FALSE(certificate.holds(1e-4));
    EXPECT_NEAR(certificate.primal, 0.5 / (1 + 6.5), 1e-12);
    EXPECT_EQ(certificate.worst_primal.name, "generation[coal]");
    EXPECT_EQ(certificate.worst_primal.unit, "MW");
}

TEST(Certificate, NamesAReducedCostThatPointsAtAnInfiniteBound) {
    Solution solution = right_answer();
    solution.duals = {3.5};  // gas then earns 0.5 per MW without end
    const Certificate certificate = certify(two_plants(), solution);
    EXPECT_FALSE(certificate.holds(1e-4));
    EXPECT_NEAR(certificate.dual, 0.5 / (1 + 3.5), 1e-12);
    EXPECT_EQ(certificate.worst_dual.name, "generation[gas]");
    EXPECT_EQ(certificate.worst_dual.unit, "objective per MW");
    EXPECT_NEAR(certificate.worst_dual.amount, 0.5, 1e-12);
}

TEST(Certificate, NamesADualOfTheWrongSign) {
    Solution solution = right_answer();
    solution.duals = {-1};  // more demand cannot cost less
    const Certificate certificate = certify(two_plants(), solution);
    EXPECT_FALSE(certificate.holds(1e-4));
    EXPECT_EQ(certificate.worst_dual.name, "demand");
    EXPECT_NEAR(certificate.dual, 0.5, 1e-12);
}

TEST(Certificate, SeesAGapBetweenTwoFeasibleSides) {
    Solution solution = right_answer();
    solution.values = {5, 5};  // feasible, dearer by 1
    const Certificate certificate = certify(two_plants(), solution);
    EXPECT_EQ(certificate.primal, 0.0);
    EXPECT_EQ(certificate.dual, 0.0);
    EXPECT_NEAR(certificate.gap, 1.0 / 26.0, 1e-12);
    EXPECT_FALSE(certificate.holds(1e-4));
}

TEST(Certificate, LeavesTheConstantOutOfTheScaleOfTheGap) {
    lp::Problem problem = two_plants();
    problem.constant = 1e9;
    Solution solution = right_answer();
    solution.values = {5, 5};
    EXPECT_NEAR(certify(problem, solution).gap, 1.0 / 26.0, 1e-6);
    EXPECT_EQ(certify(problem, solution).objective, 1e9 + 25.0);
}

TEST(Certificate, ProvesNothingWithoutValues) {
    Solution solution = right_answer();
    solution.values.clear();
    const Certificate certificate = certify(two_plants(), solution);
    EXPECT_TRUE(std::isinf(certificate.primal) && std::isinf(certificate.dual) && std::isinf(certificate.gap));
    EXPECT_FALSE(certificate.holds(1.0));
}

TEST(Certificate, ProvesNothingWithoutDuals) {
    Solution solution = right_answer();
    solution.duals.clear();
    const Certificate certificate = certify(two_plants(), solution);
    EXPECT_EQ(certificate.primal, 0.0);
    EXPECT_FALSE(certificate.has_duals);
    EXPECT_FALSE(certificate.holds(1.0));
}

TEST(Certificate, IsNotFooledByNumbersThatAreNone) {
    Solution solution = right_answer();
    solution.values[1] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(certify(two_plants(), solution).holds(1.0));
    solution = right_answer();
    solution.duals[0] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(certify(two_plants(), solution).holds(1.0));
}

TEST(Certificate, MeasuresAViolationAgainstTheLargestTermOfItsRow) {
    // 1e6 x - 1e6 y = 0 missed by 1: one part in a million of what meets there.
    const lp::Problem problem = problem_of({{0, 0, 10}, {0, 0, 10}}, {{0, {1e6, -1e6}, 0}});
    Solution solution = right_answer();
    solution.values = {1.0, 1.0 + 1e-6};
    solution.duals = {0};
    EXPECT_NEAR(certify(problem, solution).primal, 1.0 / (1.0 + 1e6), 1e-9);
    EXPECT_NEAR(certify(problem, solution).worst_primal.amount, 1.0, 1e-6);
}

TEST(Certificate, OfIntegersAsksForWholeNumbersAndTheBound) {
    const lp::Problem problem = problem_of({{-1, 0, 4, Kind::whole}}, {{-lp::infinity, {2}, 5}});
    Solution solution;
    solution.termination.reason = Reason::optimal;
    solution.values = {2};
    solution.bound = -2;
    EXPECT_TRUE(certify(problem, solution).holds(1e-12));
    EXPECT_FALSE(certify(problem, solution).has_duals);
    solution.bound = -2.3;
    EXPECT_NEAR(certify(problem, solution).gap, 0.3 / 3.0, 1e-12);
    solution.values = {2.25};
    solution.bound = -2.25;
    EXPECT_NEAR(certify(problem, solution).integrality, 0.25, 1e-12);
    EXPECT_FALSE(certify(problem, solution).holds(1e-4));
}

}  // namespace
}  // namespace ecumene::solver::test
