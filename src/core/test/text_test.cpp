#include "core/text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace ecumene {
namespace {

TEST(Text, ComposesNumbersAndWords) {
    EXPECT_EQ(compose("{} of {} rows, {:.1f} %", {3, 12, 25.04}), "3 of 12 rows, 25.0 %");
    EXPECT_EQ(compose("{} {}", {"a", std::string("b")}), "a b");
    EXPECT_EQ(compose("{:+.1f}", {-1.25}), "-1.2");
}

TEST(Text, GroupsThousands) {
    EXPECT_EQ(grouped(1234567.8, 1), "1,234,567.8");
    EXPECT_EQ(grouped(123.0), "123");
    EXPECT_EQ(grouped(1000.0), "1,000");
    EXPECT_EQ(grouped(-1000.4), "-1,000");
    EXPECT_EQ(grouped(999999.999, 2), "1,000,000.00");
}

TEST(Text, ZeroHasNoSign) {
    EXPECT_EQ(grouped(-0.001, 1), "0.0");
    EXPECT_EQ(shortest(-0.0), "0");
}

TEST(Text, TheShortestTextReadsBackTheSame) {
    for (const double value : {0.1, 1.0 / 3.0, 1e22, -2.5e-300, 123456789.123}) {
        double back = 0.0;
        ASSERT_TRUE(parse_number(shortest(value), back)) << shortest(value);
        EXPECT_EQ(back, value);
    }
    EXPECT_EQ(shortest(0.1), "0.1");
}

TEST(Text, DurationsAsPeopleSayThem) {
    EXPECT_EQ(duration(3.21), "3.2 s");
    EXPECT_EQ(duration(59.4), "59 s");
    EXPECT_EQ(duration(59.6), "1 min 0 s");
    EXPECT_EQ(duration(250.0), "4 min 10 s");
    EXPECT_EQ(duration(3600.0 * 2 + 60 * 5), "2 h 5 min");
}

TEST(Text, SplitsTrimsAndJoins) {
    EXPECT_EQ(split("a; b ;c", ';'), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(split("", ';'), std::vector<std::string>{""});
    EXPECT_EQ(split("a;", ';'), (std::vector<std::string>{"a", ""}));
    EXPECT_EQ(trim(" \ta b\r\n"), "a b");
    EXPECT_EQ(trim("   "), "");
    const std::vector<std::string> parts = {"a", "b"};
    EXPECT_EQ(join(parts, ", "), "a, b");
    EXPECT_EQ(join({}, ", "), "");
}

TEST(ParseNumber, TakesWholeFiniteNumbersOnly) {
    double value = 7.0;
    EXPECT_TRUE(parse_number("-12.5e3", value));
    EXPECT_EQ(value, -12500.0);
    EXPECT_TRUE(parse_number("+4", value));
    EXPECT_EQ(value, 4.0);
    for (const char* text :
        {"", " 1", "1 ", "1,000", "nan", "inf", "-inf", "1e999", "12abc", "+-5", "++5", "+", "0x10", "1.2.3"})
        EXPECT_FALSE(parse_number(text, value)) << text;
}

TEST(ParseNumber, LeavesTheValueAloneWhenItRefuses) {
    double value = 7.0;
    EXPECT_FALSE(parse_number("12abc", value));
    EXPECT_FALSE(parse_number("inf", value));
    EXPECT_EQ(value, 7.0);
}

TEST(Nearest, FindsAMisspeltWordAndNothingFarOff) {
    const std::vector<std::string> words = {"Seoul", "Busan", "Sejong"};
    EXPECT_EQ(nearest("Seol", words), "Seoul");
    EXPECT_EQ(nearest("Bussan", words), "Busan");
    EXPECT_EQ(nearest("Tokyo", words), "");
    EXPECT_EQ(nearest("", words), "");
    EXPECT_EQ(nearest(std::string(100'000, 'x'), words), "");
    EXPECT_EQ(did_you_mean("Seol", words), "did you mean 'Seoul'?");
    EXPECT_EQ(did_you_mean("Tokyo", words), "");
}

TEST(Bilingual, SpeaksTheLanguageAskedFor) {
    const Bilingual words{"rest", "비수도권"};
    EXPECT_EQ(words.in(Language::en), "rest");
    EXPECT_EQ(words.in(Language::ko), "비수도권");
}

}  // namespace
}  // namespace ecumene
