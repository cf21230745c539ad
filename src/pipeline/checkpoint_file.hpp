// The state of an unfinished solve as a file, so that a killed plan goes on in the middle of it.
//
//     CheckpointFile checkpoint("runs/3f2a91c04b7d.partial/solve.checkpoint");
//     options.solver.checkpoints = &checkpoint;
//     ... make_plan ...
//     checkpoint.resumed_at();                        // the iteration from which it went on, 0: from the beginning
//
// One file, written beside and renamed, as often as costs a twentieth of the time and not more than every 20 seconds
// (ECUMENE_CHECKPOINT_SECONDS, for tests). A file that is cut off, changed or of another problem is as good as absent.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "solver/checkpoint.hpp"

namespace ecumene::pipeline {

std::string checkpoint_bytes(const solver::Checkpoint& checkpoint);
std::optional<solver::Checkpoint> parse_checkpoint(std::string_view bytes);

class CheckpointFile final : public solver::Checkpoints {
public:
    explicit CheckpointFile(std::filesystem::path file);

    bool is_due() override;
    void keep(const solver::Checkpoint& checkpoint) override;
    std::optional<solver::Checkpoint> find(std::uint64_t problem) override;

    int resumed_at() const { return resumed_at_; }

private:
    using Clock = std::chrono::steady_clock;

    std::filesystem::path file_;
    std::chrono::duration<double> pause_;
    Clock::time_point last_;
    int resumed_at_{};
};

}  // namespace ecumene::pipeline
