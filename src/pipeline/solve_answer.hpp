// What `ecumene solve` says of a network it has worked on: a screen for people, a result for programs, and where there is
// no proven optimum, why and what to do.
//
//     Answer answer = answer_of(solved, request, session);
#pragma once

#include <vector>

#include "core/findings.hpp"
#include "lp/problem.hpp"
#include "network/network.hpp"
#include "pipeline/answer.hpp"
#include "pipeline/solve.hpp"
#include "solver/certificate.hpp"
#include "solver/relaxation.hpp"
#include "solver/solution.hpp"

namespace ecumene::pipeline {

struct Solved {
    network::Network network;  // with its results, where there are some
    lp::Problem problem;
    solver::Solution solution;
    solver::Certificate certificate;
    double constant{};
    double tolerance{};  // asked of the certificate
    Findings findings;
    std::vector<solver::GivesWay> conflicts{};

    // What holds only loosely is not called optimal.
    bool is_proved() const {
        return solution.termination.reason == solver::Reason::optimal && certificate.holds(tolerance);
    }
};

Answer answer_of(const Solved& solved, const SolveRequest& request, const Session& session);

}  // namespace ecumene::pipeline
