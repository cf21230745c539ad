#include "pipeline/run_lock.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>
#include <string>

#include "core/error.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

fs::path lock_path(const std::string& name) {
    auto path = fs::path(testing::TempDir()) / ("lock-" + name + ".lock");
    fs::remove(path);
    return path;
}

std::string refusal(const fs::path& path) {
    try {
        const RunLock lock(path);
        return {};
    } catch (const Error& e) {
        EXPECT_EQ(e.kind(), ErrorKind::environment);
        return e.message();
    }
}

TEST(RunLock, HoldsOthersOffAndNamesTheHolder) {
    const auto path = lock_path("held");
    const RunLock lock(path);
    EXPECT_NE(refusal(path).find("process " + std::to_string(::getpid())), std::string::npos);
}

TEST(RunLock, IsRemovedWhenItsWorkIsDone) {
    const auto path = lock_path("done");
    { const RunLock lock(path); }
    EXPECT_FALSE(fs::exists(path));
    EXPECT_EQ(refusal(path), "");
}

TEST(RunLock, TakesOverWhatADeadProcessLeft) {
    const auto path = lock_path("dead");
    const pid_t child = ::fork();
    if (child == 0) {
        const RunLock lock(path);
        ::raise(SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    ASSERT_TRUE(fs::exists(path)) << "a killed process cannot tidy up";
    const RunLock lock(path);
    EXPECT_EQ(files::read_bytes(path), std::to_string(::getpid()) + "\n");
}

TEST(RunLock, TakesOverAFileThatHoldsNoNumber) {
    const auto path = lock_path("garbage");
    files::write_file(path, "not a number");
    EXPECT_EQ(refusal(path), "");
}

TEST(RunLock, SaysWhereItCannotWrite) {
    EXPECT_NE(refusal("/nowhere/at/all.lock").find("/nowhere/at/all.lock"), std::string::npos);
}

}  // namespace
}  // namespace ecumene::pipeline
