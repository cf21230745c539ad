#include "pipeline/stage_files.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "files/atomic.hpp"
#include "files/text_file.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

solver::Solution some_solution() {
    solver::Solution s;
    s.termination = {solver::Reason::optimal, solver::Limit::none, "Optimal"};
    s.values = {1.0, 0.1, -3.5e-17, std::numeric_limits<double>::infinity()};
    s.duals = {2.0};
    s.objective = 54961.6;
    s.bound = 54961.59;
    s.backend = "clp 1.17.6 barrier";
    s.iterations = 1234567890123;
    s.seconds = 1.5;
    return s;
}

class StageFilesTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("stages-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path folder_;
};

TEST_F(StageFilesTest, GivesBackEveryBit) {
    StageFiles stages(folder_);
    stages.keep("2035", some_solution());
    const auto found = stages.find("2035");
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->values, some_solution().values);
    EXPECT_EQ(found->duals, some_solution().duals);
    EXPECT_EQ(found->objective, some_solution().objective);
    EXPECT_EQ(found->backend, some_solution().backend);
    EXPECT_EQ(found->iterations, some_solution().iterations);
    EXPECT_EQ(found->termination.detail, "Optimal");
    EXPECT_EQ(stages.found(), 1);
    EXPECT_TRUE(stages.complaint().empty());
}

TEST_F(StageFilesTest, KnowsNothingOfAStageThatWasNotKept) {
    StageFiles stages(folder_);
    EXPECT_FALSE(stages.find("2035").has_value());
    stages.keep("2035", some_solution());
    EXPECT_FALSE(stages.find("2040").has_value());
}

TEST_F(StageFilesTest, IgnoresAFileThatWasCutOff) {
    StageFiles stages(folder_);
    stages.keep("all", some_solution());
    const auto file = folder_ / "all.bin";
    for (const auto size : {fs::file_size(file) - 1, fs::file_size(file) / 2, std::uintmax_t{3}, std::uintmax_t{0}}) {
        fs::resize_file(file, size);
        EXPECT_FALSE(stages.find("all").has_value()) << size;
    }
}

TEST_F(StageFilesTest, IgnoresAFileThatWasChangedAnywhere) {
    const auto bytes = stage_bytes("all", some_solution());
    ASSERT_TRUE(parse_stage("all", bytes).has_value());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto broken = bytes;
        broken[i] = static_cast<char>(broken[i] ^ 0x20);
        EXPECT_FALSE(parse_stage("all", broken).has_value()) << i;
    }
}

TEST_F(StageFilesTest, IgnoresTheStageOfAnotherKey) {
    EXPECT_FALSE(parse_stage("2040", stage_bytes("2035", some_solution())).has_value());
}

TEST_F(StageFilesTest, KeepsAKeyInsideItsFolder) {
    StageFiles stages(folder_);
    stages.keep("../2035", some_solution());
    EXPECT_TRUE(fs::exists(folder_ / "___2035.bin"));
    EXPECT_TRUE(stages.find("../2035").has_value());
}

TEST_F(StageFilesTest, AStageThatCannotBeWrittenIsTold) {
    files::write_file(folder_, "a file stands where the folder should be");
    StageFiles stages(folder_);
    EXPECT_NO_THROW(stages.keep("all", some_solution()));
    EXPECT_FALSE(stages.complaint().empty());
}

}  // namespace
}  // namespace ecumene::pipeline
