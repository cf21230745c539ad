#include "pipeline/checkpoint_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "files/atomic.hpp"
#include "files/text_file.hpp"

namespace ecumene::pipeline {
namespace {

solver::Checkpoint example() {
    solver::Checkpoint c;
    c.problem = 0x1234567890abcdefU;
    c.iteration = 37;
    c.last_gain = 35;
    c.best_merit = 1e-17;
    c.regularisation = 1e-13;
    c.last_step = 0.1 + 0.2;
    c.step_before = 1.0 / 3.0;
    c.x = {1.0, -0.0, 5e-324};
    c.y = {2.0};
    c.s = {3.0, 4.0};
    c.z = {};
    return c;
}

TEST(CheckpointFile, GivesBackEveryBit) {
    const auto bytes = checkpoint_bytes(example());
    const auto back = parse_checkpoint(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(checkpoint_bytes(*back), bytes);
    EXPECT_EQ(back->iteration, 37);
    EXPECT_EQ(back->x, example().x);
    EXPECT_EQ(back->step_before, 1.0 / 3.0);
}

TEST(CheckpointFile, TakesNothingThatIsCutOffOrChanged) {
    const auto bytes = checkpoint_bytes(example());
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(parse_checkpoint(bytes.substr(0, length)));
    for (std::size_t at = 0; at < bytes.size(); at += 5) {
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(parse_checkpoint(changed)) << at;
    }
}

TEST(CheckpointFile, IsTakenUpByItsOwnProblemOnly) {
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "checkpoints" / "solve.checkpoint";
    std::filesystem::remove_all(file.parent_path());
    CheckpointFile kept(file);
    EXPECT_FALSE(kept.find(example().problem));
    kept.keep(example());
    EXPECT_FALSE(kept.find(7));
    EXPECT_EQ(kept.resumed_at(), 0);
    EXPECT_TRUE(kept.find(example().problem));
    EXPECT_EQ(kept.resumed_at(), 37);
    files::write_file(file, "no checkpoint");
    EXPECT_FALSE(kept.find(example().problem));
}

}  // namespace
}  // namespace ecumene::pipeline
