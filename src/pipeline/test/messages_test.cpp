// Findings and errors in Korean: whole sentences, with what was filled in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/answer.hpp"
#include "pipeline/messages.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using testing::HasSubstr;

TEST(Messages, AreSaidInKoreanWithWhatWasFilledIn) {
    EXPECT_EQ(said("the table is missing: Demand by region", Language::ko), "표가 없습니다: Demand by region");
    EXPECT_EQ(said("region 'Seol' is not in regions.csv", Language::ko), "'Seol' 지역이 regions.csv에 없습니다");
    EXPECT_EQ(said("did you mean 'Seoul'?", Language::ko), "'Seoul'입니까?");
    EXPECT_EQ(said("the last row has 3 of 7 cells: the file was cut off", Language::ko),
        "마지막 행이 7칸 가운데 3칸뿐입니다. 잘린 파일입니다");
}

TEST(Messages, StayEnglishForEnglishAndWhereNoRowKnowsThem) {
    EXPECT_EQ(said("the table is missing: Demand", Language::en), "the table is missing: Demand");
    EXPECT_EQ(said("NetCDF: HDF error", Language::ko), "NetCDF: HDF error");
    EXPECT_EQ(said("", Language::ko), "");
}

TEST(Messages, TheSurestRowIsTaken) {
    EXPECT_EQ(said("value is '12,5'; it must be one of a, b", Language::ko),
        "value의 '12,5'는 쓸 수 없습니다. 가능한 값: a, b");
    EXPECT_EQ(said("value is -3; it cannot be negative", Language::ko), "value이(가) -3입니다. 음수일 수 없습니다");
}

TEST(Messages, WhatIsFilledInIsKoreanToo) {
    EXPECT_EQ(said("the workbook is damaged: its list of parts cannot be read", Language::ko),
        "엑셀 파일이 손상되었습니다: 구성 목록을 읽을 수 없습니다");
    EXPECT_EQ(said("years must be a list, not a text", Language::ko), "years은(는) 글이 아니라 목록이어야 합니다");
}

TEST(Messages, AShortRowDoesNotTakePartOfASentenceThatIsNotKnown) {
    EXPECT_EQ(said("add tables/stock.csv", Language::ko), "tables/stock.csv을(를) 더하십시오");
    EXPECT_EQ(said("add what nobody wrote a row for", Language::ko), "add what nobody wrote a row for");
    EXPECT_EQ(said("the package is missing", Language::ko), "자료 묶음이 없습니다");
}

TEST(MessagePattern, TakesTheShortestFillingsThatFit) {
    std::vector<std::string> filled;
    EXPECT_TRUE(
        MessagePattern("'{}' has no {} in {}, but {}").match("'a' has no life in x.csv, but it may be built", filled));
    EXPECT_EQ(filled, (std::vector<std::string>{"a", "life", "x.csv", "it may be built"}));
    filled.clear();
    EXPECT_FALSE(MessagePattern("{} is blank").match("value is blank here", filled));
    EXPECT_TRUE(filled.empty());
}

TEST(WrongUseInKorean, IsToldWithItsRemedy) {
    Session session;
    session.language = Language::ko;
    const auto answer = answer_of(
        "plan", std::make_exception_ptr(WrongUse("there is no command 'paln'", "did you mean 'plan'?")), session);
    EXPECT_EQ(answer.exit, Exit::wrong_use);
    EXPECT_THAT(answer.screen, HasSubstr("'paln' 명령은 없습니다"));
    EXPECT_THAT(answer.screen, HasSubstr("'plan'입니까?"));
    EXPECT_THAT(json(answer, Language::ko), HasSubstr("'paln' 명령은 없습니다"));
    EXPECT_THAT(json(answer), HasSubstr("there is no command 'paln'"));
}

}  // namespace
}  // namespace ecumene::pipeline
