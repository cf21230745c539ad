// A problem and its answer as text files that other programs read, so that anyone can check the one with the other.
//
//     write_mps(problem, "plan.mps");           // and plan.names.csv: short name, readable name, unit
//     write_solution("plan.solution", solution);
//     $ tools/verify_certificate.py plan.mps plan.solution --resolve
//
// Free MPS; columns are c0, c1, ..., rows r0, r1, ..., the objective row is `objective` and its constant stands negated in
// the right-hand side, as usual. Numbers read back to the same double. Files are written beside and then renamed.
// Errors: ErrorKind::io.
#pragma once

#include <filesystem>

#include "lp/problem.hpp"
#include "solver/solution.hpp"

namespace ecumene::solver {

void write_mps(const lp::Problem& problem, const std::filesystem::path& path);

// plan.mps -> plan.names.csv
std::filesystem::path names_path(const std::filesystem::path& mps_path);

// "termination optimal", "objective v", "bound v", then "column c0 value" and "row r0 dual" per line.
void write_solution(const std::filesystem::path& path, const Solution& solution);

}  // namespace ecumene::solver
