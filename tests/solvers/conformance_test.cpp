// What every backend has to get right, by every method it has.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <tuple>

#include "core/error.hpp"
#include "problems.hpp"
#include "solver/certificate.hpp"
#include "solver/solve.hpp"
#include "ways.hpp"

namespace ecumene::solver::test {

std::ostream& operator<<(std::ostream& out, Reason reason) {
    static const char* const words[] = {
        "optimal", "infeasible", "unbounded", "infeasible_or_unbounded", "limit", "cancelled", "failed"};
    return out << words[static_cast<int>(reason)];
}

namespace {

void expect_answer(const Known& known, const Solution& solution, double tolerance) {
    ASSERT_EQ(solution.termination.reason, known.reason) << solution.backend << ": " << solution.termination.detail;
    EXPECT_FALSE(solution.backend.empty());
    if (known.reason != Reason::optimal) {
        EXPECT_FALSE(solution.has_values());
        return;
    }
    EXPECT_NEAR(solution.objective, known.objective, tolerance * (1.0 + std::abs(known.objective))) << solution.backend;
    EXPECT_EQ(solution.has_duals(), !known.problem.has_integers() && known.problem.rows() > 0);
    const Certificate certificate = certify(known.problem, solution);
    EXPECT_TRUE(certificate.holds(1e-6)) << solution.backend << ": primal " << certificate.primal << " dual "
                                         << certificate.dual << " gap " << certificate.gap << " integrality "
                                         << certificate.integrality;
}

// ---- the catalogue ----

using CatalogueCase = std::tuple<Way, std::size_t>;

class Catalogue : public testing::TestWithParam<CatalogueCase> {};

TEST_P(Catalogue, IsAnsweredAsByHand) {
    const auto& [way, number] = GetParam();
    const Known& known = catalogue()[number];
    if (known.problem.has_integers() && !way.solves_integers) {
        EXPECT_THROW(solve(known.problem, way.options()), Error);
        return;
    }
    Options options = way.options();
    options.relative_gap = 0.0;
    expect_answer(known, solve(known.problem, options), 1e-6);
}

std::string catalogue_name(const testing::TestParamInfo<CatalogueCase>& info) {
    return std::get<0>(info.param).name + "_" + catalogue()[std::get<1>(info.param)].name;
}

INSTANTIATE_TEST_SUITE_P(Solvers, Catalogue,
    testing::Combine(testing::ValuesIn(ways()), testing::Range(std::size_t{0}, catalogue().size())), catalogue_name);

// ---- by way ----

class Solver : public testing::TestWithParam<Way> {};

TEST_P(Solver, FindsTheOptimumOfConstructedProblems) {
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        const int rows = 3 + static_cast<int>(seed % 17), columns = 4 + static_cast<int>(seed * 7 % 29);
        const Known known = constructed(seed, rows, columns);
        SCOPED_TRACE(known.name);
        expect_answer(known, solve(known.problem, GetParam().options()), 1e-6);
    }
}

TEST_P(Solver, AgreesWithTheFirstOneOnDispatch) {
    const lp::Problem problem = dispatch(3, 96);
    const Solution reference = solve(problem, ways().front().options());
    const Solution solution = solve(problem, GetParam().options());
    expect_answer({"Dispatch", problem, Reason::optimal, reference.objective}, solution, 1e-6);
}

TEST_P(Solver, KeepsItsMouthShut) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    solve(dispatch(2, 48), GetParam().options());
    for (const Known& known : catalogue())
        if (!known.problem.has_integers() || GetParam().solves_integers) solve(known.problem, GetParam().options());
    std::fflush(nullptr);
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST_P(Solver, TellsHowFarItIs) {
    Listener listener;
    solve(dispatch(3, 96), GetParam().options(), listener);
    EXPECT_FALSE(listener.details().empty());
}

TEST_P(Solver, StopsWhenCancelled) {
    Listener listener(Listener::Mood::impatient);
    const Solution solution = solve(dispatch(3, 96), GetParam().options(), listener);
    EXPECT_EQ(solution.termination.reason, Reason::cancelled) << solution.termination.detail;
}

TEST_P(Solver, StopsAtTheTimeLimit) {
    Options options = GetParam().options();
    options.time_limit_seconds = 1e-4;
    const Solution solution = solve(dispatch(3, 96), options);
    EXPECT_EQ(solution.termination.reason, Reason::limit) << solution.termination.detail;
    EXPECT_EQ(solution.termination.limit, Limit::time);
    EXPECT_LT(solution.seconds, 30.0);
}

TEST_P(Solver, GivesTheSameBytesTwice) {
    const lp::Problem problem = dispatch(2, 48);
    const Solution one = solve(problem, GetParam().options()), two = solve(problem, GetParam().options());
    EXPECT_EQ(one.values, two.values);
    EXPECT_EQ(one.duals, two.duals);
}

// Moves every limit of the rows by a little, both ways: the objective follows as the dual says. The problem is built
// backwards from a non-degenerate vertex: 3x + 2y <= 18 and x + 3y >= 13 meet in (4, 3), z >= 2 is a range's lower limit.
TEST_P(Solver, GivesDualsAsChangeOfObjectivePerRightHandSide) {
    const auto problem_at = [](double a, double b, double c) {
        return problem_of({{-1}, {1}, {4}},
            {{-lp::infinity, {3, 2, 0}, 18 + a}, {13 + b, {1, 3, 0}, lp::infinity}, {2 + c, {0, 0, 1}, 9}});
    };
    const Solution base = solve(problem_at(0, 0, 0), GetParam().options());
    ASSERT_EQ(base.duals.size(), 3U);
    const double step = 0.01;
    const double up[3] = {solve(problem_at(step, 0, 0), GetParam().options()).objective,
        solve(problem_at(0, step, 0), GetParam().options()).objective,
        solve(problem_at(0, 0, step), GetParam().options()).objective};
    const double down[3] = {solve(problem_at(-step, 0, 0), GetParam().options()).objective,
        solve(problem_at(0, -step, 0), GetParam().options()).objective,
        solve(problem_at(0, 0, -step), GetParam().options()).objective};
    // By hand: at (4, 3) the gradient (-1, 1) is -4/7 (3, 2) + 5/7 (1, 3); z costs 4.
    const double expected[3] = {-4.0 / 7.0, 5.0 / 7.0, 4.0};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(base.duals[i], (up[i] - down[i]) / (2 * step), 1e-3) << "row " << i;
        EXPECT_NEAR(base.duals[i], expected[i], 1e-4) << "row " << i;
    }
}

TEST_P(Solver, CountsIterationsAndSeconds) {
    const Solution solution = solve(dispatch(3, 96), GetParam().options());
    EXPECT_GT(solution.iterations, 0);
    EXPECT_GT(solution.seconds, 0.0);
    EXPECT_EQ(solution.bound, solution.objective);
}

INSTANTIATE_TEST_SUITE_P(Solvers, Solver, testing::ValuesIn(ways()), testing::PrintToStringParamName());

// ---- integers ----

class IntegerSolver : public testing::TestWithParam<Way> {};

// 30 objects into 40 % of their weight, strongly correlated: hard to close to the last unit, easy to bound.
lp::Problem knapsack(int objects) {
    std::vector<Column> columns;
    Row weight{-lp::infinity, {}, 0};
    for (int j = 0; j < objects; ++j) {
        const double w = 101 + (j * 7919) % 397;
        columns.push_back({-(w + 20), 0, 1, Kind::whole});
        weight.coefficients.push_back(w);
        weight.upper += 0.4 * w;
    }
    return problem_of(columns, {weight});
}

TEST_P(IntegerSolver, BoundsItsAnswerFromBelow) {
    Options options = GetParam().options();
    options.relative_gap = 0.01;
    const lp::Problem problem = knapsack(30);
    const Solution solution = solve(problem, options);
    ASSERT_EQ(solution.termination.reason, Reason::optimal) << solution.termination.detail;
    EXPECT_LE(solution.bound, solution.objective + 1e-9);
    EXPECT_LE(certify(problem, solution).gap, 0.0101);
    EXPECT_EQ(certify(problem, solution).integrality, 0.0);
    EXPECT_TRUE(solution.duals.empty());
}

TEST_P(IntegerSolver, StopsWhenCancelled) {
    Listener listener(Listener::Mood::impatient);
    const Solution solution = solve(knapsack(30), GetParam().options(), listener);
    EXPECT_EQ(solution.termination.reason, Reason::cancelled) << solution.termination.detail;
}

TEST_P(IntegerSolver, GivesTheSameBytesTwice) {
    EXPECT_EQ(solve(knapsack(20), GetParam().options()).values, solve(knapsack(20), GetParam().options()).values);
}

std::vector<Way> integer_ways() {
    std::vector<Way> list;
    for (const Way& way : ways())
        if (way.solves_integers && way.method == Method::simplex) list.push_back(way);
    return list;
}

INSTANTIATE_TEST_SUITE_P(Solvers, IntegerSolver, testing::ValuesIn(integer_ways()), testing::PrintToStringParamName());

// ---- asking ----

TEST(Solve, ChoosesABackendByItself) {
    const lp::Problem problem = problem_of({{2}, {1}}, {{3, {1, 1}, lp::infinity}});
    const Solution solution = solve(problem, {});
    EXPECT_EQ(solution.termination.reason, Reason::optimal);
    const bool has_highs = backends().front().is_available;
    EXPECT_EQ(solution.backend.substr(0, 3), has_highs ? "hig" : "clp");
}

TEST(Solve, RefusesABackendThatIsNotHere) {
    for (const BackendInfo& info : backends()) {
        if (info.is_available) continue;
        EXPECT_FALSE(info.reason.empty());
        try {
            solve(problem_of({{1}}, {{1, {1}, 2}}), {.backend = info.backend});
            ADD_FAILURE() << info.name << " answered";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::solver);
        }
    }
}

TEST(Solve, RefusesOptionsThatMakeNoSense) {
    EXPECT_EQ(Options{}.complaint(), "");
    EXPECT_NE(Options{.tolerance = 0.0}.complaint(), "");
    EXPECT_NE(Options{.time_limit_seconds = -1.0}.complaint(), "");
    EXPECT_NE(Options{.threads = 0}.complaint(), "");
    EXPECT_NE(Options{.relative_gap = 1.0}.complaint(), "");
    EXPECT_THROW(solve(problem_of({{1}}, {{1, {1}, 2}}), {.threads = 0}), Error);
}

TEST(Solve, RefusesNumbersThatAreNone) {
    lp::Problem problem = problem_of({{1}}, {{1, {1}, 2}});
    problem.value[0] = std::nan("");
    try {
        solve(problem, {});
        ADD_FAILURE() << "a coefficient that is no number was taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "the coefficient of x0 in r0 is not a finite number");
    }
}

TEST(Solve, NamesWhatCrosses) {
    EXPECT_EQ(solve(problem_of({{1, 2, 1}}, {{0, {1}, 5}}), {}).termination.detail, "the bounds of x0 cross");
    EXPECT_EQ(solve(problem_of({{1}}, {{2, {1}, 1}}), {}).termination.detail, "the limits of r0 cross");
}

}  // namespace
}  // namespace ecumene::solver::test
