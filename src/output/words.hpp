// Every phrase of the report, in both languages, by a short key.
//
//     say("map.title")                                         // {"Regions at a glance", "한눈에 보는 지역"}
//     say("headline.met", {amount(cap, Measure::emissions)})   // {0} in each language takes that language's text
//
// Errors: ErrorKind::internal for a key that is not there. The phrases stand in phrases_*.cpp, by part of the report.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"
#include "output/quantity.hpp"

namespace ecumene::output {

struct Phrase {
    std::string_view key, en, ko;
};

Bilingual say(std::string_view key);
Bilingual say(std::string_view key, std::initializer_list<Bilingual> arguments);
// "Net emissions [Mt]": a column's title with the unit its figures stand in.
Bilingual with_unit(std::string_view key, Measure measure);
bool can_say(std::string_view key);

const std::vector<Phrase>& all_phrases();

// The Korean particle that fits the word's last letter: with_particle("서울", "이", "가") == "서울이".
std::string with_particle(const std::string& word, std::string_view after_consonant, std::string_view after_vowel);

// One table for each part of the report, gathered by all_phrases().
const std::vector<Phrase>& result_phrases();
const std::vector<Phrase>& detail_phrases();
const std::vector<Phrase>& method_phrases();
const std::vector<Phrase>& diagnosis_place_phrases();
const std::vector<Phrase>& diagnosis_change_phrases();

}  // namespace ecumene::output
