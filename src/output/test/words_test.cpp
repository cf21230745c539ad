#include "output/words.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/error.hpp"
#include "core/frame.hpp"
#include "output/quantity.hpp"

namespace ecumene::output {
namespace {

std::set<char> places(std::string_view text) {
    std::set<char> found;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        if (text[i] == '{' && text[i + 2] == '}') found.insert(text[i + 1]);
    return found;
}

TEST(Words, EveryPhraseIsThereInBothLanguages) {
    std::set<std::string_view> keys;
    for (const auto& phrase : all_phrases()) {
        EXPECT_FALSE(phrase.en.empty()) << phrase.key;
        EXPECT_FALSE(phrase.ko.empty()) << phrase.key;
        EXPECT_TRUE(keys.insert(phrase.key).second) << phrase.key << " stands twice";
    }
}

TEST(Words, TranslationsFillNoPlaceTheOriginalLacks) {
    for (const auto& phrase : all_phrases())
        for (const char place : places(phrase.ko))
            EXPECT_TRUE(places(phrase.en).count(place) > 0 || phrase.key.starts_with("policy.")) << phrase.key;
}

TEST(Words, FillsEachLanguageWithItsOwnText) {
    const auto text = say("headline.from", {same("2025"), {"40 %", "40%"}});
    EXPECT_EQ(text.en, "40 % in 2025");
    EXPECT_EQ(text.ko, "2025년 40%");
}

TEST(Words, AnUnknownPhraseIsAFaultOfTheProgram) {
    EXPECT_THROW(say("no.such.phrase"), Error);
}

TEST(Words, ParticlesFollowTheLastLetter) {
    EXPECT_EQ(with_particle("서울", "이", "가"), "서울이");
    EXPECT_EQ(with_particle("제주", "이", "가"), "제주가");
}

TEST(Quantity, UsesTheUnitPeopleUse) {
    EXPECT_EQ(amount(12340, Measure::power).en, "12.3\u00a0GW");
    EXPECT_EQ(amount(152e3, Measure::per_head).en, "152\u00a0thousand won");
    EXPECT_EQ(amount(152e3, Measure::per_head).ko, "15.2만 원");
    EXPECT_EQ(amount(76.3e6, Measure::money).ko, "76.3조 원");
    EXPECT_EQ(amount(0.995, Measure::share).en, "99.5%");
}

TEST(Quantity, ABlankIsADashAndZeroHasNoDecimals) {
    EXPECT_EQ(amount(blank, Measure::power).en, "–");
    EXPECT_EQ(amount(0, Measure::power).en, "0\u00a0GW");
    EXPECT_EQ(plain_number(blank, Measure::power, 1).ko, "–");
}

TEST(Quantity, SignsAreTrueMinuses) {
    EXPECT_EQ(signed_amount(-0.021, Measure::share).en, "−2.1%");
    EXPECT_EQ(signed_amount(0.092, Measure::share).en, "+9.2%");
}

}  // namespace
}  // namespace ecumene::output
