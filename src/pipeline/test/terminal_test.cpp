#include "pipeline/terminal.hpp"

#include <gtest/gtest.h>

namespace ecumene::pipeline {
namespace {

TEST(Cells, KoreanLettersCountTwo) {
    EXPECT_EQ(cells("abc"), 3);
    EXPECT_EQ(cells("전남"), 4);
    EXPECT_EQ(cells("전남 12.3 GW"), 12);
    EXPECT_EQ(cells("（가）"), 6);  // full-width brackets
}

TEST(Cells, MarksOnLettersAndEscapeCodesCountNone) {
    EXPECT_EQ(cells("e\u0301"), 1);
    EXPECT_EQ(cells("\033[1m목표\033[0m"), 4);
    EXPECT_EQ(cells("\u1112\u1161\u11ab"), 2);  // decomposed 한
}

TEST(Cells, BrokenBytesCountOneEach) {
    EXPECT_EQ(cells("\xff\xfe"), 2);
    EXPECT_EQ(cells("\xec\xa0"), 2);  // 전 cut off
}

TEST(Pad, FillsToTheSameCellsInBothLanguages) {
    EXPECT_EQ(cells(pad("전남", 8)), 8);
    EXPECT_EQ(pad("Ulsan", 8), "Ulsan   ");
    EXPECT_EQ(pad("12", 5, Align::right), "   12");
    EXPECT_EQ(pad("longer than that", 4), "longer than that");
}

TEST(Cut, NeverSplitsAWideLetter) {
    EXPECT_EQ(cut("전라남도", 5), "전라…");
    EXPECT_EQ(cut("전라남도", 6), "전라…");
    EXPECT_EQ(cut("전라남도", 8), "전라남도");
    EXPECT_LE(cells(cut("충청남도 당진시", 7)), 7);
}

TEST(Wrap, BreaksAtSpacesWithinTheWidth) {
    const auto lines = wrap("모든 정책을 지키는 계획이 없습니다", 12);
    ASSERT_GT(lines.size(), 1U);
    for (const auto& line : lines) EXPECT_LE(cells(line), 12) << line;
    EXPECT_EQ(wrap("", 10), std::vector<std::string>{""});
}

TEST(Wrap, KeepsPerCentWithItsNumber) {
    EXPECT_EQ(wrap("a cut of 40.0 % by 2030", 14), (std::vector<std::string>{"a cut of", "40.0 % by 2030"}));
    EXPECT_EQ(wrap("a %", 10), std::vector<std::string>{"a %"});
}

TEST(Wrap, BreaksAWordThatIsLongerThanALine) {
    const auto lines = wrap("/a/very/long/path/without/spaces", 10);
    std::string joined;
    for (const auto& line : lines) {
        EXPECT_LE(cells(line), 10);
        joined += line;
    }
    EXPECT_EQ(joined, "/a/very/long/path/without/spaces");
}

TEST(Bar, ShowsAtLeastASliverOfWhatIsThere) {
    EXPECT_EQ(bar(1.0, 3), "███");
    EXPECT_EQ(bar(0.0, 3), "   ");
    EXPECT_EQ(bar(1e-9, 3), "▏  ");
    EXPECT_EQ(bar(0.5, 3), "█▌ ");
    EXPECT_EQ(cells(bar(7.0, 3)), 3);
}

TEST(Columns, StayStraightWithWideLetters) {
    Columns table({Align::left, Align::right});
    table.add({"전남", "9.1"});
    table.add({"Ulsan", "12.0"});
    const auto lines = table.lines(1);
    EXPECT_EQ(lines[0], " 전남    9.1");
    EXPECT_EQ(lines[1], " Ulsan  12.0");
}

TEST(Style, AddsNothingWithoutColours) {
    EXPECT_EQ(Style(Colour::off).strong("목표"), "목표");
    EXPECT_EQ(Style(Colour::on).strong("x"), "\033[1mx\033[0m");
}

}  // namespace
}  // namespace ecumene::pipeline
