#include "files/atomic.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "core/error.hpp"
#include "files/test/scratch_folder.hpp"

namespace ecumene::files {
namespace {

namespace fs = std::filesystem;

// What a process of its own ended with: limits and kills must not hit the test program.
int in_child(const std::function<int()>& work) {
    const auto child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

TEST(WriteFile, ReplacesWholeFilesAndLeavesNothingBeside) {
    const ScratchFolder scratch;
    write_file(scratch.path() / "a.json", "old");
    write_file(scratch.path() / "a.json", "new");
    EXPECT_EQ(scratch.bytes_of("a.json"), "new");
    EXPECT_EQ(scratch.entries(), 1U);
}

TEST(WriteFile, SaysThatTheFolderIsMissing) {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "no" / "a.json";
    try {
        write_file(path, "x");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "cannot write " + path.string() + ": the folder is not there");
        EXPECT_EQ(error.kind(), ErrorKind::io);
    }
}

TEST(WriteFile, AFullDiskIsNamedAndTheOldFileStays) {
    const ScratchFolder scratch;
    write_file(scratch.path() / "a.bin", "old");
    const auto status = in_child([&] {
        ignore_file_size_signal();
        const rlimit limit{.rlim_cur = 1000, .rlim_max = 1000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            write_file(scratch.path() / "a.bin", std::string(5000, 'x'));
        } catch (const Error& error) {
            const bool is_named = error.message() == "cannot write " + (scratch.path() / "a.bin").string() +
                                                         ": the file is larger than the file size limit";
            return is_named && error.kind() == ErrorKind::environment ? 0 : 2;
        }
        return 1;
    });
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    EXPECT_EQ(scratch.bytes_of("a.bin"), "old");
    EXPECT_EQ(scratch.entries(), 1U);
}

TEST(WriteFile, ReasonsAreInWords) {
    EXPECT_EQ(reason_in_words(ENOSPC), "the disk is full");
    EXPECT_EQ(reason_in_words(EACCES), "permission is missing");
}

TEST(StagedFolder, AppearsWholeOnCommit) {
    const ScratchFolder scratch;
    StagedFolder run(scratch.path() / "runs" / "x");
    write_file(run.path() / "a.csv", "1");
    EXPECT_FALSE(fs::exists(scratch.path() / "runs" / "x"));
    run.commit();
    EXPECT_EQ(scratch.bytes_of("runs/x/a.csv"), "1");
    EXPECT_FALSE(fs::exists(run.path()));
}

TEST(StagedFolder, ReplacesAnEarlierOne) {
    const ScratchFolder scratch;
    scratch.put("x/old.csv", "0");
    StagedFolder run(scratch.path() / "x", "x.building");
    EXPECT_EQ(run.path().filename(), "x.building");
    write_file(run.path() / "new.csv", "1");
    run.commit();
    EXPECT_FALSE(fs::exists(scratch.path() / "x" / "old.csv"));
    EXPECT_EQ(scratch.bytes_of("x/new.csv"), "1");
    EXPECT_EQ(scratch.entries(), 1U);
}

TEST(StagedFolder, VanishesWhenNotCommitted) {
    const ScratchFolder scratch;
    {
        const StagedFolder run(scratch.path() / "x");
        write_file(run.path() / "a.csv", "1");
    }
    EXPECT_EQ(scratch.entries(), 0U);
}

TEST(StagedFolder, KilledBetweenWriteAndRenameLeavesARecognisableRest) {
    const ScratchFolder scratch;
    const auto status = in_child([&] {
        StagedFolder run(scratch.path() / "x");
        write_file(run.path() / "a.csv", "1");
        std::raise(SIGKILL);
        return 0;
    });
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_FALSE(fs::exists(scratch.path() / "x"));
    const auto rests = left_overs(scratch.path());
    ASSERT_EQ(rests.size(), 1U);
    EXPECT_EQ(rests.front().filename().string().rfind("x.partial-", 0), 0U);
}

TEST(StagedFolder, OneStillBeingBuiltIsNoLeftOver) {
    const ScratchFolder scratch;
    const StagedFolder run(scratch.path() / "x");
    EXPECT_TRUE(left_overs(scratch.path()).empty());
}

TEST(StagedFile, IsRenamedOnCommitOnly) {
    const ScratchFolder scratch;
    {
        const StagedFile never(scratch.path() / "a.nc");
        write_file(never.path(), "half");
    }
    EXPECT_EQ(scratch.entries(), 0U);
    StagedFile file(scratch.path() / "a.nc");
    write_file(file.path(), "whole");
    file.commit();
    EXPECT_EQ(scratch.bytes_of("a.nc"), "whole");
}

TEST(Inside, AcceptsWhatStaysAndRefusesWhatLeaves) {
    const ScratchFolder scratch;
    scratch.put("tables/a.csv", "");
    EXPECT_TRUE(inside(scratch.path(), "tables/a.csv"));
    EXPECT_TRUE(inside(scratch.path(), "tables/not-yet.csv"));
    EXPECT_FALSE(inside(scratch.path(), "../a.csv"));
    EXPECT_FALSE(inside(scratch.path(), "tables/../../a.csv"));
    EXPECT_FALSE(inside(scratch.path(), "/etc/passwd"));
    EXPECT_FALSE(inside(scratch.path(), ""));
    EXPECT_FALSE(inside(scratch.path(), std::string("a\0b", 3)));
    EXPECT_FALSE(inside(scratch.path(), std::string(5000, 'a')));
}

TEST(Inside, RefusesASymbolicLinkThatLeadsOut) {
    const ScratchFolder scratch, elsewhere;
    elsewhere.put("secret.csv", "x");
    fs::create_symlink(elsewhere.path(), scratch.path() / "series");
    fs::create_symlink(elsewhere.path() / "secret.csv", scratch.path() / "a.csv");
    scratch.put("real.csv", "y");
    fs::create_symlink("real.csv", scratch.path() / "b.csv");
    EXPECT_FALSE(inside(scratch.path(), "series/secret.csv"));
    EXPECT_FALSE(inside(scratch.path(), "a.csv"));
    EXPECT_TRUE(inside(scratch.path(), "b.csv"));
}

TEST(Inside, KnowsAFolderFromOneWhoseNameBeginsAlike) {
    const ScratchFolder scratch;
    fs::create_directories(scratch.path() / "pack");
    scratch.put("package/a.csv", "");
    fs::create_symlink(scratch.path() / "package" / "a.csv", scratch.path() / "pack" / "a.csv");
    EXPECT_FALSE(inside(scratch.path() / "pack", "a.csv"));
}

}  // namespace
}  // namespace ecumene::files
