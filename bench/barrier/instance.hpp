// One problem of the bench: a plan of regional_plan.hpp named "17x168x1" (regions, hours, years), or an MPS file.
//
//     const Instance instance = instance_named("17x168x1");
//     const lp::Problem problem = problem_of(instance, 7);
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "barrier/regional_plan.hpp"
#include "lp/problem.hpp"

namespace ecumene::bench {

struct Instance {
    std::string name;
    std::optional<RegionalSize> size;  // none: the file
    std::filesystem::path file;
};

// Errors: ErrorKind::input for what is neither a size nor the name of an .mps file.
Instance instance_named(const std::string& word);

// The seed is a file's no matter.
lp::Problem problem_of(const Instance& instance, unsigned seed);

// With HiGHS's reader (mps_highs.cpp), which drops rows without limits, so that both solvers are spared them; without HiGHS
// (mps_absent.cpp) ErrorKind::solver. Integer columns are relaxed.
lp::Problem read_mps(const std::filesystem::path& path);

}  // namespace ecumene::bench
