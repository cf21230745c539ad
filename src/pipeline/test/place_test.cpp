#include "pipeline/place.hpp"

#include <gtest/gtest.h>

#include "files/atomic.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

// A working folder and a data folder with a bundled korea and toy.
class PlaceTest : public testing::Test {
protected:
    void SetUp() override {
        root_ = fs::path(testing::TempDir()) /
                ("place-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(root_);
        add_package(root_ / "data" / "korea");
        add_package(root_ / "data" / "toy");
        fs::create_directories(root_ / "work");
        places_ = {.working_folder = root_ / "work", .data_folder = root_ / "data"};
    }
    void TearDown() override { fs::remove_all(root_); }

    static void add_package(const fs::path& folder) {
        fs::create_directories(folder);
        files::write_file(folder / "ecumene.toml", "format = 1\n");
    }

    fs::path root_;
    Places places_;
};

TEST_F(PlaceTest, ABundledPackageIsFoundByNameAndRunsStayHere) {
    const auto package = find_package("korea", places_);
    EXPECT_EQ(package.folder, root_ / "data" / "korea");
    EXPECT_EQ(package.runs, root_ / "work" / "runs");
    EXPECT_TRUE(package.is_bundled);
}

TEST_F(PlaceTest, AFolderHereGoesBeforeTheBundledOne) {
    add_package(root_ / "work" / "korea");
    const auto package = find_package("korea", places_);
    EXPECT_EQ(package.folder, root_ / "work" / "korea");
    EXPECT_EQ(package.runs, root_ / "work" / "korea" / "runs");
    EXPECT_FALSE(package.is_bundled);
}

TEST_F(PlaceTest, RunsNeverGoIntoTheBundledDataEvenByPath) {
    const auto package = find_package((root_ / "data" / "toy").string(), places_);
    EXPECT_TRUE(package.is_bundled);
    EXPECT_EQ(package.runs, root_ / "work" / "runs");
}

TEST_F(PlaceTest, AMisspeltNameIsMet) {
    try {
        find_package("kore", places_);
        FAIL();
    } catch (const WrongUse& e) {
        EXPECT_EQ(e.message(),
            "there is no package 'kore': looked for a folder ./kore with ecumene.toml in it; the bundled packages "
            "are korea, toy");
        EXPECT_EQ(e.remedy(), "did you mean 'korea'?");
    }
}

TEST_F(PlaceTest, AFolderThatIsNoPackageIsNamed) {
    fs::create_directories(root_ / "work" / "photos");
    try {
        find_package("photos", places_);
        FAIL();
    } catch (const WrongUse& e) {
        EXPECT_EQ(e.message(), "the folder 'photos' is not a data package: it has no ecumene.toml");
    }
}

TEST_F(PlaceTest, ARunIsFoundByTheBeginningOfItsName) {
    const auto runs = root_ / "work" / "runs";
    for (const char* name : {"3f2a91c04b7d", "3f00aaaaaaaa"}) {
        fs::create_directories(runs / name);
        files::write_file(runs / name / "manifest.json", "{}");
    }
    EXPECT_EQ(find_run("3f2a", runs), runs / "3f2a91c04b7d");
    EXPECT_EQ(find_run((runs / "3f00aaaaaaaa").string(), runs), runs / "3f00aaaaaaaa");
    EXPECT_THROW(find_run("3f", runs), WrongUse) << "two begin like that";
    EXPECT_THROW(find_run("", runs), WrongUse);
}

}  // namespace
}  // namespace ecumene::pipeline
