#include "core/progress.hpp"

#include <gtest/gtest.h>

namespace ecumene {
namespace {

TEST(Progress, SilenceTakesEverythingAndIsNeverCancelled) {
    silent().stage({"solving", "풀이"}, 1.0);
    silent().update(0.5, "half");
    silent().say({"HiGHS is not here", "HiGHS 없음"});
    EXPECT_FALSE(silent().is_cancelled());
}

}  // namespace
}  // namespace ecumene
