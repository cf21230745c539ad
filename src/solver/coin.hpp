// What the CLP and CBC engines share: COIN-OR's way of taking a problem and of talking.
//
//     ClpSimplex model;
//     const auto lines = line_listener(watch);
//     model.passInMessageHandler(lines.get());
//     load(problem, model);
#pragma once

#include <functional>
#include <memory>

#include "lp/problem.hpp"
#include "solver/backend.hpp"

class ClpSimplex;
class CoinMessageHandler;
class OsiClpSolverInterface;

namespace ecumene::solver {

// Takes every line CLP or CBC would print and passes it on as progress; `at_each` is called with each.
std::shared_ptr<CoinMessageHandler> line_listener(Watch& watch, std::function<void()> at_each = {});

// Errors: ErrorKind::limit beyond 2^31 entries, which COIN-OR's packages for Debian cannot count.
void load(const lp::Problem& problem, ClpSimplex& model);
void load(const lp::Problem& problem, OsiClpSolverInterface& model);

}  // namespace ecumene::solver
