// Where centres of each tier stand, who uses them and where homes and jobs grow: the answer to a CentreCase, with its proof.
//
//     CentrePlan plan = choose_centres(ask, {.solver = {.relative_gap = 1e-3}}, progress);
//     plan.centres[tier];  plan.serves[tier][unit];  plan.people[unit];  plan.objective - plan.bound;
//
// One mixed-integer programme (docs/model/centres.md) through solver::solve. Infeasible and a limit are outcomes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/progress.hpp"
#include "solver/solve.hpp"
#include "structure/centres/centre_case.hpp"

namespace ecumene::structure {

struct CentreOptions {
    solver::Options solver{};
};

struct CentrePlan {
    solver::Termination termination;
    std::string backend;
    std::vector<std::vector<std::size_t>> centres;                // [tier], ascending
    std::vector<std::vector<std::optional<std::size_t>>> serves;  // [tier][unit]: the centre most of its people use
    std::vector<double> people, jobs;                             // at the horizon, by unit
    std::vector<double> minutes;                                  // mean to the centres people need, by unit
    double worst_off_minutes{};   // mean of the worst-off share (S48), of today's people
    double objective{}, bound{};  // MKRW a year
    std::int64_t rows{}, columns{}, binaries{};

    bool has_answer() const { return !people.empty(); }
    // How much cheaper a better answer could at most be.
    double relative_gap() const;
};

// Throws ErrorKind::input where the case is not sound.
CentrePlan choose_centres(const CentreCase& ask, const CentreOptions& options = {}, Progress& progress = silent());

// The mean of the worst-off `share` of people, `minutes` and `people` by unit (S48).
double mean_of_worst_off(const std::vector<double>& minutes, const std::vector<double>& people, double share);

}  // namespace ecumene::structure
