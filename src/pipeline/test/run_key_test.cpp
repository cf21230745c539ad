#include "pipeline/run_key.hpp"

#include <gtest/gtest.h>

namespace ecumene::pipeline {
namespace {

RunInputs some_inputs() {
    return {.version = "0.1.0",
        .package_name = "toy",
        .package_digest = "ab12",
        .scenario = "base",
        .scenario_text = "years=2030",
        .regions = {"A", "B"},
        .backend = "clp 1.17.6",
        .method = "automatic",
        .tolerance = 1e-6,
        .threads = 2};
}

TEST(RunKey, IsTheSameForTheSameInputs) {
    EXPECT_EQ(run_key(some_inputs()).hex, run_key(some_inputs()).hex);
    EXPECT_EQ(run_key(some_inputs()).hex.size(), 64U);
    EXPECT_EQ(run_key(some_inputs()).name().size(), 12U);
}

// The folder names of users must not change silently: whoever changes what is hashed raises the version.
TEST(RunKey, StaysWhatItWas) {
    EXPECT_EQ(run_key(some_inputs()).name(), "128888892ee9");
}

TEST(RunKey, ChangesWithEverythingThatMayChangeAResult) {
    const auto base = run_key(some_inputs()).hex;
    const auto differs = [&](auto change) {
        auto inputs = some_inputs();
        change(inputs);
        return run_key(inputs).hex != base;
    };
    EXPECT_TRUE(differs([](RunInputs& i) { i.version = "0.2.0"; }));
    EXPECT_TRUE(differs([](RunInputs& i) { i.package_digest = "ab13"; }));
    EXPECT_TRUE(differs([](RunInputs& i) { i.scenario_text = "years=2040"; }));
    EXPECT_TRUE(differs([](RunInputs& i) { i.regions = {"A"}; }));
    EXPECT_TRUE(differs([](RunInputs& i) { i.regions = {}; }));
    EXPECT_TRUE(differs([](RunInputs& i) { i.backend = "highs 1.10.0"; }));
    EXPECT_TRUE(differs([](RunInputs& i) { i.tolerance = 1e-4; }));
}

TEST(RunKey, DoesNotDependOnNames) {
    auto inputs = some_inputs();
    inputs.package_name = "another folder name";
    EXPECT_EQ(run_key(inputs).hex, run_key(some_inputs()).hex);
}

}  // namespace
}  // namespace ecumene::pipeline
