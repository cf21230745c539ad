#include "pipeline/region_choice.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using Codes = std::vector<std::string>;

const dataset::Dataset& toy() {
    static const auto data = dataset::load("data/toy");
    return data;
}

TEST(RegionChoice, TakesCodesAndNamesInBothLanguages) {
    EXPECT_EQ(chosen_regions(toy(), "A"), Codes{"A"});
    EXPECT_EQ(chosen_regions(toy(), "town, hills"), (Codes{"B", "C"}));
    EXPECT_EQ(chosen_regions(toy(), toy().regions()[0].name.ko), Codes{"A"});
}

TEST(RegionChoice, GivesThePackagesOrderAndEachOnce) {
    EXPECT_EQ(chosen_regions(toy(), "C,A,C"), (Codes{"A", "C"}));
}

TEST(RegionChoice, TakesGroupsOfAnyGrouping) {
    ASSERT_FALSE(toy().groups().empty());
    const auto& group = toy().groups().front();
    Codes members;
    for (const auto& region : toy().regions())
        if (region.groups.at(group.grouping) == group.code) members.push_back(region.code);
    EXPECT_EQ(chosen_regions(toy(), group.code), members);
    EXPECT_EQ(chosen_regions(toy(), group.grouping + ":" + group.code), members);
    EXPECT_EQ(chosen_regions(toy(), group.name.ko), members);
}

TEST(RegionChoice, TakesTheShortNamesKoreansUse) {
    const auto korea = dataset::load("data/korea");
    EXPECT_EQ(chosen_regions(korea, "전남"), Codes{"36"});
    EXPECT_EQ(chosen_regions(korea, "서울,경북,강원"), (Codes{"11", "32", "37"}));
    EXPECT_THROW(chosen_regions(korea, "경상"), WrongUse) << "north or south?";
}

TEST(RegionChoice, TakesEitherHalfOfANameWithBrackets) {
    const auto korea = dataset::load("data/korea");
    for (const char* word : {"동남권", "부울경", "동남권(부울경)", "Southeast", "Bu-Ul-Gyeong"})
        EXPECT_EQ(chosen_regions(korea, word), (Codes{"21", "26", "38"})) << word;
    for (const char* word : {"중부권", "충청권"})
        EXPECT_EQ(chosen_regions(korea, word), (Codes{"25", "29", "33", "34"})) << word;
}

TEST(RegionChoice, SaysThatAGroupIsEmpty) {
    const auto part = toy().only({"B"});
    const auto is_empty = [&](const dataset::Group& group) {
        return part.regions().front().groups.at(group.grouping) != group.code;
    };
    const auto empty = std::find_if(part.groups().begin(), part.groups().end(), is_empty);
    ASSERT_NE(empty, part.groups().end());
    try {
        chosen_regions(part, empty->code);
        FAIL();
    } catch (const WrongUse& e) {
        EXPECT_EQ(e.message(), "the group '" + empty->code + "' has no regions");
    }
}

TEST(RegionChoice, AGroupMayRepeatWhatIsChosenAlready) {
    const auto& group = toy().groups().back();
    EXPECT_EQ(chosen_regions(toy(), "A,B,C," + group.code), (Codes{"A", "B", "C"}));
}

TEST(RegionChoice, AsksWhetherSomethingElseWasMeant) {
    try {
        chosen_regions(toy(), "Harbuor");
        FAIL();
    } catch (const WrongUse& e) {
        EXPECT_EQ(e.message(), "there is no region or group 'Harbuor' in toy");
        EXPECT_EQ(e.remedy(), "did you mean 'Harbour'?");
    }
    EXPECT_THROW(chosen_regions(toy(), " , "), WrongUse);
}

}  // namespace
}  // namespace ecumene::pipeline
