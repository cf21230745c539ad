#include "core/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace ecumene {
namespace {

TEST(Parallel, EveryPartRunsOnceWhateverTheThreads) {
    for (const int threads : {0, 1, 2, 5}) {
        std::vector<int> runs(1000, 0);
        for_each_part(1000, threads, [&](int part) { ++runs[static_cast<std::size_t>(part)]; });
        EXPECT_EQ(runs, std::vector<int>(1000, 1)) << threads << " threads";
    }
}

TEST(Parallel, NoPartsIsNoWork) {
    for_each_part(0, 4, [](int) { FAIL(); });
}

TEST(Parallel, WhatAPartThrowsReachesTheCallerAndEndsTheRest) {
    for (const int threads : {1, 3}) {
        std::atomic<int> runs{0};
        const auto fail_early = [&](int part) {
            ++runs;
            if (part == 0) throw std::runtime_error("part 0");
        };
        EXPECT_THROW(for_each_part(1'000'000, threads, fail_early), std::runtime_error);
        EXPECT_LT(runs, 1'000'000);
    }
}

}  // namespace
}  // namespace ecumene
