// The problems every solver has to get right, each with the answer found by hand, by construction or in print.
//
//     for (const Known& known : catalogue()) { solve(known.problem, ...); }
//
// Small enough to read: a column is a cost and two bounds, a row is two limits around its coefficients.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lp/problem.hpp"
#include "solver/solution.hpp"

namespace ecumene::solver::test {

enum class Kind { real, whole };

struct Column {
    double cost{};
    double lower{0.0};
    double upper{lp::infinity};
    Kind kind{Kind::real};
};

struct Row {
    double lower{};
    std::vector<double> coefficients;  // one per column; zeros are left out of the problem
    double upper{};
};

lp::Problem problem_of(const std::vector<Column>& columns, const std::vector<Row>& rows, double constant = 0.0);

struct Known {
    std::string name;
    lp::Problem problem;
    Reason reason{Reason::optimal};
    double objective{};
};

const std::vector<Known>& catalogue();

// A linear problem built backwards from an optimal pair, so that its optimum is known: complementary values and duals are
// drawn first, costs and limits follow from them. All kinds of rows and bounds appear.
Known constructed(std::uint32_t seed, int rows, int columns);

// Dispatch of thermal, wind and storage over some hours in some regions on a ring: demand may go unserved at a price.
lp::Problem dispatch(int regions, int hours);

}  // namespace ecumene::solver::test
