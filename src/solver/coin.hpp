// What the CLP and CBC engines share: COIN-OR's way of taking a problem, of talking and of being stopped. Only .cpp files
// of this module include it.
//
//     ClpSimplex model;
//     LineListener lines(watch);
//     model.passInMessageHandler(&lines);
//     load(problem, model);
#pragma once

#include <ClpSimplex.hpp>
#include <CoinMessageHandler.hpp>
#include <OsiClpSolverInterface.hpp>

#include "lp/problem.hpp"
#include "solver/backend.hpp"

namespace ecumene::solver {

// Takes every line CLP or CBC would print and passes it on as progress.
class LineListener : public CoinMessageHandler {
public:
    explicit LineListener(Watch& watch) : watch_(&watch) { setLogLevel(1); }
    int print() override;
    CoinMessageHandler* clone() const override { return new LineListener(*this); }

private:
    Watch* watch_;
};

// Errors: ErrorKind::limit beyond 2^31 entries, which COIN-OR's packages for Debian cannot count.
void load(const lp::Problem& problem, ClpSimplex& model);
void load(const lp::Problem& problem, OsiClpSolverInterface& model);

}  // namespace ecumene::solver
