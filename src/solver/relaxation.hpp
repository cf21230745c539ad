// When no plan exists: the least that would have to give way.
//
// Rows that may give way (policies) get elastic columns priced at 1 / scale, so that "least" means least as a share of what
// is usual for that rule; all else stays hard. A scale of 0 stands for max(1, |limit|): say it where a limit may be zero.
// The answer names each row that gives way, by how much, in its unit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lp/problem.hpp"
#include "solver/elastic.hpp"
#include "solver/solve.hpp"

namespace ecumene::solver {

struct GivesWay {
    std::int32_t row{};
    std::string name;
    double amount{};  // > 0: the upper limit must rise by this; < 0: the lower limit must fall
    std::string unit;
};

struct Relaxation {
    Termination termination;  // infeasible: not even with every policy relaxed
    std::vector<GivesWay> rows;
};

Relaxation least_relaxation(const lp::Problem& problem, const std::vector<SoftRow>& soft_rows, const Options& options,
    Progress& progress = silent());

}  // namespace ecumene::solver
