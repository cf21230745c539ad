#include "output/words.hpp"

#include <map>

#include "core/error.hpp"

namespace ecumene::output {

namespace {

const Phrase* find(std::string_view key) {
    static const std::map<std::string_view, const Phrase*> by_key = [] {
        std::map<std::string_view, const Phrase*> out;
        for (const auto& phrase : all_phrases()) out.emplace(phrase.key, &phrase);
        return out;
    }();
    const auto at = by_key.find(key);
    return at == by_key.end() ? nullptr : at->second;
}

const Phrase& known(std::string_view key) {
    const auto* phrase = find(key);
    if (phrase == nullptr) throw Error(ErrorKind::internal, compose("the report has no phrase '{}'", {key}));
    return *phrase;
}

// {0}, {1} ... replaced by that language's text; the arguments may hold braces.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
            const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
            if (index < arguments.size()) {
                out += arguments[index];
                i += 2;
                continue;
            }
        }
        out += pattern[i];
    }
    return out;
}

}  // namespace

const std::vector<Phrase>& all_phrases() {
    static const std::vector<Phrase> all = [] {
        std::vector<Phrase> out;
        for (const auto* part : {&result_phrases(), &detail_phrases(), &method_phrases(), &diagnosis_place_phrases(),
                 &diagnosis_change_phrases()})
            out.insert(out.end(), part->begin(), part->end());
        return out;
    }();
    return all;
}

Bilingual say(std::string_view key) {
    const auto& phrase = known(key);
    return {std::string(phrase.en), std::string(phrase.ko)};
}

Bilingual say(std::string_view key, std::initializer_list<Bilingual> arguments) {
    const auto& phrase = known(key);
    std::vector<std::string> en, ko;
    for (const auto& argument : arguments) {
        en.push_back(argument.en);
        ko.push_back(argument.ko);
    }
    return {filled(phrase.en, en), filled(phrase.ko, ko)};
}

Bilingual with_unit(std::string_view key, Measure measure) {
    const auto name = say(key), unit = unit_of(measure);
    return {name.en + " [" + unit.en + "]", name.ko + " [" + unit.ko + "]"};
}

bool can_say(std::string_view key) {
    return find(key) != nullptr;
}

std::string with_particle(const std::string& word, std::string_view after_consonant, std::string_view after_vowel) {
    bool has_final = false;
    if (word.size() >= 3 && static_cast<unsigned char>(word[word.size() - 3]) >= 0xE0) {
        const auto bits = [&](std::size_t from_end) {
            return static_cast<unsigned>(static_cast<unsigned char>(word[word.size() - from_end]));
        };
        const unsigned letter = (bits(3) & 0x0FU) << 12U | (bits(2) & 0x3FU) << 6U | (bits(1) & 0x3FU);
        if (letter >= 0xAC00U && letter <= 0xD7A3U) has_final = (letter - 0xAC00U) % 28U != 0;
    }
    return word + std::string(has_final ? after_consonant : after_vowel);
}

}  // namespace ecumene::output
