// What has to give way when there is no solution.
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "core/error.hpp"
#include "problems.hpp"
#include "solver/relaxation.hpp"
#include "ways.hpp"

namespace ecumene::solver::test {
namespace {

constexpr double inf = lp::infinity;

Relaxation relaxed(const lp::Problem& problem, const std::vector<std::int32_t>& rows, const Options& options) {
    return least_relaxation(problem, {rows.begin(), rows.end()}, options);
}

class LeastRelaxation : public testing::TestWithParam<Way> {};

// Demand of 10 is met by coal (1 t/MWh) or by wind, of which there are 4; emissions may be 2: they have to rise to 6.
lp::Problem cap_and_demand() {
    lp::Problem problem = problem_of({{1}, {5, 0, 4}}, {{10, {1, 1}, inf}, {-inf, {1, 0}, 2}});
    problem.row_blocks = {{"demand", "MWh", 0, {}, {}}, {"carbon_cap", "tCO2eq", 1, {}, {}}};
    return problem;
}

TEST_P(LeastRelaxation, RaisesAnUpperLimit) {
    const Relaxation relaxation = relaxed(cap_and_demand(), {1}, GetParam().options());
    ASSERT_EQ(relaxation.termination.reason, Reason::optimal);
    ASSERT_EQ(relaxation.rows.size(), 1U);
    EXPECT_EQ(relaxation.rows[0].row, 1);
    EXPECT_EQ(relaxation.rows[0].name, "carbon_cap");
    EXPECT_EQ(relaxation.rows[0].unit, "tCO2eq");
    EXPECT_NEAR(relaxation.rows[0].amount, 4.0, 1e-4);
}

TEST_P(LeastRelaxation, LowersALowerLimit) {
    const Relaxation relaxation = relaxed(cap_and_demand(), {0}, GetParam().options());
    ASSERT_EQ(relaxation.rows.size(), 1U);
    EXPECT_EQ(relaxation.rows[0].name, "demand");
    EXPECT_NEAR(relaxation.rows[0].amount, -4.0, 1e-4);
}

// A unit of either closes the same distance, but of the 10 it is a smaller share: 4/10 against 4/2.
TEST_P(LeastRelaxation, PrefersTheRowWhoseShareIsSmaller) {
    const Relaxation relaxation = relaxed(cap_and_demand(), {0, 1}, GetParam().options());
    ASSERT_EQ(relaxation.rows.size(), 1U);
    EXPECT_EQ(relaxation.rows[0].name, "demand");
}

TEST_P(LeastRelaxation, IsEmptyWhenNothingHasToGiveWay) {
    const lp::Problem problem = problem_of({{1}}, {{1, {1}, 2}});
    const Relaxation relaxation = relaxed(problem, {0}, GetParam().options());
    EXPECT_EQ(relaxation.termination.reason, Reason::optimal);
    EXPECT_TRUE(relaxation.rows.empty());
}

TEST_P(LeastRelaxation, SaysInfeasibleWhenTheRestContradictsItself) {
    const lp::Problem problem = problem_of({{1, 0, 1}}, {{5, {1}, inf}, {-inf, {1}, 0.5}});
    EXPECT_EQ(relaxed(problem, {1}, GetParam().options()).termination.reason, Reason::infeasible);
}

TEST_P(LeastRelaxation, RelaxesAnEqualityEitherWay) {
    const lp::Problem problem = problem_of({{1, 0, 3}}, {{5, {1}, 5}});
    const Relaxation relaxation = relaxed(problem, {0, 0}, GetParam().options());
    ASSERT_EQ(relaxation.rows.size(), 1U);
    EXPECT_NEAR(relaxation.rows[0].amount, -2.0, 1e-4);
}

INSTANTIATE_TEST_SUITE_P(Solvers, LeastRelaxation, testing::ValuesIn(ways()), testing::PrintToStringParamName());

TEST(LeastRelaxationOfNothing, RefusesARowThatIsNotThere) {
    EXPECT_THROW(relaxed(cap_and_demand(), {2}, {}), Error);
}

}  // namespace
}  // namespace ecumene::solver::test
