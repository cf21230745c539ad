// Where our interior point stands in the middle of a solve, so that a killed one goes on and gives the same bytes.
//
//     class Drawer : public Checkpoints { ... };      // keeps the last one, in a file for instance
//     solve(problem, {.checkpoints = &drawer}, progress);
//
// Only the solver looks inside. A checkpoint is taken up if it is of the very problem; any other is passed over.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lp/problem.hpp"

namespace ecumene::solver {

struct Checkpoint {
    std::uint64_t problem{};  // fingerprint()
    std::int32_t iteration{};
    std::int32_t last_gain{};  // iteration
    double best_merit{};
    double regularisation{};
    double last_step{1.0}, step_before{1.0};
    std::int32_t idle{};
    std::vector<double> x, y, s, z;  // scaled, as the method holds them
};

class Checkpoints {
public:
    virtual ~Checkpoints() = default;
    // Whether it is time for another: asked at every iteration.
    virtual bool is_due() = 0;
    // Must not throw: a checkpoint that cannot be kept only costs time after a kill.
    virtual void keep(const Checkpoint& checkpoint) = 0;
    virtual std::optional<Checkpoint> find(std::uint64_t problem) = 0;
};

// 64 bits that tell one problem, solved to one tolerance, from another; not for secrets.
std::uint64_t fingerprint(const lp::Problem& problem, double tolerance);

}  // namespace ecumene::solver
