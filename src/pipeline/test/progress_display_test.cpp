#include "pipeline/progress_display.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace ecumene::pipeline {
namespace {

const std::atomic<bool> never{false};

TEST(ProgressDisplay, RewritesOneLineOnATerminalAndWipesIt) {
    std::ostringstream out;
    {
        ProgressDisplay display({.is_terminal = true, .width = 80}, out, never);
        display.stage({"Solving", "풀이"}, 240.0);
        display.say({"HiGHS is not here: CLP serves instead", ""});
        display.stage({"Writing", "쓰기"}, 0.0);
        display.finish();
    }
    const auto text = out.str();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1) << "only what is worth keeping ends a line";
    EXPECT_NE(text.find("Solving"), std::string::npos);
    EXPECT_NE(text.find("of about 4 min 0 s"), std::string::npos);
    EXPECT_EQ(text.substr(text.size() - 4), "\r\033[K") << "the terminal is left clean";
}

TEST(ProgressDisplay, FitsTheTerminalInBothLanguages) {
    for (const auto language : {Language::en, Language::ko}) {
        std::ostringstream out;
        {
            ProgressDisplay display({.is_terminal = true, .language = language, .width = 60}, out, never);
            display.stage({"A stage with a very long name indeed", "이름이 아주 긴 단계를 지나는 중입니다"}, 100.0);
        }
        const auto text = out.str();
        const auto end = text.find("\033[K");
        EXPECT_LT(cells(text.substr(1, end - 1)), 60);
    }
}

TEST(ProgressDisplay, WritesNoLineForAMomentElsewhere) {
    std::ostringstream out;
    {
        ProgressDisplay display({.is_terminal = false}, out, never);
        display.stage({"Reading", "읽기"}, 0.0);
        for (int i = 0; i < 1000; ++i) display.update(i / 1000.0, "row");
    }
    EXPECT_EQ(out.str(), "");
}

TEST(ProgressDisplay, TellsWhenItIsCancelled) {
    std::atomic<bool> flag{false};
    std::ostringstream out;
    const ProgressDisplay display({}, out, flag);
    EXPECT_FALSE(display.is_cancelled());
    flag = true;
    EXPECT_TRUE(display.is_cancelled());
}

}  // namespace
}  // namespace ecumene::pipeline
