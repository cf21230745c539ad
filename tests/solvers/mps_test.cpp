// Written problems, read back by CLP's own reader, are the same problems.
#include <gtest/gtest.h>

#include <ClpSimplex.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "core/error.hpp"
#include "problems.hpp"
#include "solver/mps.hpp"
#include "solver/solve.hpp"

namespace ecumene::solver::test {
namespace {

std::filesystem::path in_temp(const std::string& name) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "ecumene_mps_test";
    std::filesystem::create_directories(folder);
    return folder / name;
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream stream(path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// -1e30 and beyond is how CLP says infinite.
double as_read(double bound) {
    return std::abs(bound) > 1e29 ? std::copysign(lp::infinity, bound) : bound;
}

void expect_same_columns(const lp::Problem& problem, const ClpSimplex& read) {
    ASSERT_EQ(read.numberColumns(), problem.columns());
    for (std::int32_t j = 0; j < problem.columns(); ++j) {
        const auto k = static_cast<std::size_t>(j);
        EXPECT_EQ(read.columnLower()[j] == 0.0 ? 0.0 : as_read(read.columnLower()[j]), problem.lower[k])
            << "column " << j;
        EXPECT_EQ(as_read(read.columnUpper()[j]), problem.upper[k]) << "column " << j;
        EXPECT_DOUBLE_EQ(read.objective()[j], problem.cost[k]) << "column " << j;  // its reader rounds the last bit
        EXPECT_EQ(read.isInteger(j), !problem.is_integer.empty() && problem.is_integer[k] != 0) << "column " << j;
    }
}

double objective_by_reader(const std::filesystem::path& path, const lp::Problem& problem) {
    ClpSimplex read;
    read.setLogLevel(0);
    EXPECT_EQ(read.readMps(path.c_str()), 0) << path;
    expect_same_columns(problem, read);
    read.dual();
    EXPECT_EQ(read.status(), 0);
    return read.objectiveValue();
}

TEST(Mps, SurvivesTheReaderOfAnotherProgram) {
    for (const Known& known : catalogue()) {
        if (known.reason != Reason::optimal || known.problem.has_integers() || known.problem.columns() == 0) continue;
        SCOPED_TRACE(known.name);
        const auto path = in_temp(known.name + ".mps");
        write_mps(known.problem, path);
        EXPECT_NEAR(
            objective_by_reader(path, known.problem), known.objective, 1e-6 * (1.0 + std::abs(known.objective)));
    }
}

TEST(Mps, SurvivesForConstructedProblems) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Known known = constructed(seed, 12, 15);
        SCOPED_TRACE(known.name);
        const auto path = in_temp(known.name + ".mps");
        write_mps(known.problem, path);
        EXPECT_NEAR(
            objective_by_reader(path, known.problem), known.objective, 1e-6 * (1.0 + std::abs(known.objective)));
    }
}

TEST(Mps, KeepsIntegersAndTheirBounds) {
    for (const Known& known : catalogue()) {
        if (!known.problem.has_integers() || known.name == "NoWholeNumberWithinBounds") continue;
        SCOPED_TRACE(known.name);
        const auto path = in_temp(known.name + ".mps");
        write_mps(known.problem, path);
        ClpSimplex read;
        read.setLogLevel(0);
        ASSERT_EQ(read.readMps(path.c_str()), 0);
        expect_same_columns(known.problem, read);
    }
}

TEST(Mps, ReadsAsItIsMeant) {
    lp::Problem problem = problem_of(
        {{0.1, 1, 1}, {-2, -lp::infinity, 4}, {0, -1, lp::infinity, Kind::whole}, {0, -lp::infinity, lp::infinity}},
        {{1, {1, 2, 0, 0}, 3}, {-lp::infinity, {0, 0, 1, 0}, lp::infinity}, {-1e9, {0, 1, 0, 0}, 0.5}}, 12.5);
    problem.column_blocks = {{"output", "MW", 0, {4}, {{"a", "b", "say \"c\"", "d"}}}};
    const auto path = in_temp("meant.mps");
    write_mps(problem, path);
    EXPECT_EQ(text_of(path),
        "NAME ecumene FREE\n"
        "ROWS\n N objective\n G r0\n N r1\n L r2\n"
        "COLUMNS\n"
        " c0 objective 0.1\n c0 r0 1\n"
        " c1 objective -2\n c1 r0 2\n c1 r2 1\n"
        " m0 'MARKER' 'INTORG'\n c2 r1 1\n m1 'MARKER' 'INTEND'\n"
        " c3 objective 0\n"
        "RHS\n RHS objective -12.5\n RHS r0 1\n RHS r2 0.5\n"
        "RANGES\n RNG r0 2\n RNG r2 1000000000.5\n"
        "BOUNDS\n FX BND c0 1\n MI BND c1\n UP BND c1 4\n LO BND c2 -1\n PL BND c2\n FR BND c3\n"
        "ENDATA\n");
    EXPECT_EQ(text_of(names_path(path)),
        "short,name,unit\n"
        "c0,\"output[a]\",\"MW\"\nc1,\"output[b]\",\"MW\"\nc2,\"output[say "
        "\"\"c\"\"]\",\"MW\"\nc3,\"output[d]\",\"MW\"\n"
        "r0,\"r0\",\"\"\nr1,\"r1\",\"\"\nr2,\"r2\",\"\"\n");
}

TEST(Mps, LeavesNoPartialFileBehind) {
    const auto path = in_temp("whole.mps");
    write_mps(problem_of({{1}}, {{1, {1}, 2}}), path);
    EXPECT_FALSE(std::filesystem::exists(path.string() + ".partial"));
    try {
        write_mps(problem_of({{1}}, {{1, {1}, 2}}), in_temp("no/such/folder/x.mps"));
        ADD_FAILURE() << "wrote into a folder that is not there";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::io);
    }
}

TEST(SolutionFile, SaysEveryNumberInFull) {
    Solution solution;
    solution.termination.reason = Reason::optimal;
    solution.objective = 1.0 / 3.0;
    solution.bound = solution.objective;
    solution.values = {0.1, 1e-300};
    solution.duals = {-2.5};
    const auto path = in_temp("x.solution");
    write_solution(path, solution);
    EXPECT_EQ(text_of(path),
        "termination optimal\nobjective 0.3333333333333333\nbound 0.3333333333333333\n"
        "column c0 0.1\ncolumn c1 1e-300\nrow r0 -2.5\n");
}

}  // namespace
}  // namespace ecumene::solver::test
