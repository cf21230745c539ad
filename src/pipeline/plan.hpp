// `ecumene plan`: a package and a scenario become a run folder with a plan, its proof and its report.
//
//     PlanRequest request{.package = "korea", .scenario = "self-reliance"};
//     request.overrides = {"time.days=8"};
//     Answer answer = plan(request, session);      // answer.screen is the closing screen
//
// The same inputs are answered from their run folder at once. A plan that was killed goes on with the solves it had
// finished. Infeasible, a limit and cancelling are answers, not errors; only the last two leave no run folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct PlanRequest {
    std::string package{};
    std::string scenario{};                 // empty: the package's default
    std::string regions{};                  // as people write them; empty: all
    std::vector<std::string> overrides{};   // "key=value", applied last
    std::filesystem::path write_problem{};  // .mps; empty: none
    std::string solver{"auto"};             // auto, barrier, highs, clp
    double tolerance{1e-6};
    double time_limit_seconds{};  // 0: none
    bool is_fresh{};              // plan again although the run is there
};

Answer plan(const PlanRequest& request, const Session& session);

}  // namespace ecumene::pipeline
