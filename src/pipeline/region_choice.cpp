#include "pipeline/region_choice.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "core/text.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

std::string plain(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (c != ' ') result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

// The whole name, or of 동남권(부울경) either half.
bool is_name(const std::string& word, std::string_view name) {
    const auto whole = plain(name);
    if (word.empty()) return false;
    if (word == whole) return true;
    const auto open = whole.find('(');
    if (open == std::string::npos || whole.back() != ')') return false;
    return word == whole.substr(0, open) || word == whole.substr(open + 1, whole.size() - open - 2);
}

bool is_any(const std::string& word, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return is_name(word, name); });
}

bool is_group(const std::string& word, const dataset::Group& group) {
    return is_any(word, {group.code, group.name.en, group.name.ko, group.grouping + ":" + group.code});
}

std::vector<std::string> letters_of(std::string_view text) {
    std::vector<std::string> letters;
    for (const char c : text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (continues && !letters.empty())
            letters.back() += c;
        else
            letters.emplace_back(1, c);
    }
    return letters;
}

// Koreans shorten a name to its first and some later syllables: 전라남도 is 전남, 서울특별시 is 서울.
bool is_short_for(const std::string& word, const std::string& name) {
    const auto written = letters_of(word), whole = letters_of(name);
    const bool is_ascii = written.empty() || written.front().size() == 1;
    if (is_ascii || written.size() < 2 || whole.empty() || written.front() != whole.front()) return false;
    std::size_t next = 0;
    for (const auto& letter : whole)
        if (next < written.size() && letter == written[next]) ++next;
    return next == written.size();
}

std::vector<std::string> known_words(const dataset::Dataset& data) {
    std::vector<std::string> words;
    for (const auto& region : data.regions()) words.insert(words.end(), {region.code, region.name.en, region.name.ko});
    for (const auto& group : data.groups()) words.insert(words.end(), {group.code, group.name.en, group.name.ko});
    return words;
}

std::string what_there_is(const dataset::Dataset& data) {
    std::vector<std::string> regions, groups;
    for (const auto& region : data.regions()) regions.push_back(region.code + " " + region.name.in(Language::en));
    for (const auto& group : data.groups()) groups.push_back(group.code);
    std::string text = "regions: " + join(regions, ", ");
    if (!groups.empty()) text += "; groups: " + join(groups, ", ");
    return text;
}

std::vector<std::string> members_of(const dataset::Dataset& data, const dataset::Group& group) {
    std::vector<std::string> codes;
    for (const auto& region : data.regions()) {
        const auto at = region.groups.find(group.grouping);
        if (at != region.groups.end() && at->second == group.code) codes.push_back(region.code);
    }
    return codes;
}

// A region by its code or name, then a group, then a region by a short name that fits only one.
std::vector<std::string> codes_meant(const dataset::Dataset& data, const std::string& word) {
    const auto wanted = plain(word);
    std::vector<std::string> codes;
    for (const auto& region : data.regions())
        if (is_any(wanted, {region.code, region.name.en, region.name.ko})) codes.push_back(region.code);
    if (!codes.empty()) return codes;
    for (const auto& group : data.groups())
        if (is_group(wanted, group))
            for (auto& code : members_of(data, group)) codes.push_back(std::move(code));
    if (!codes.empty()) return codes;
    for (const auto& region : data.regions())
        if (is_short_for(wanted, region.name.ko)) codes.push_back(region.code);
    return codes.size() == 1 ? codes : std::vector<std::string>{};
}

void add_word(const dataset::Dataset& data, const std::string& word, std::set<std::string>& chosen) {
    const auto codes = codes_meant(data, word);
    chosen.insert(codes.begin(), codes.end());
    if (!codes.empty()) return;
    for (const auto& group : data.groups())
        if (is_group(plain(word), group))
            throw WrongUse(
                compose("the group '{}' has no regions", {word}), "choose another group, or name its regions");
    const auto meant = did_you_mean(word, known_words(data));
    throw WrongUse(compose("there is no region or group '{}' in {}", {word, data.settings().name}),
        meant.empty() ? what_there_is(data) : meant);
}

}  // namespace

std::vector<std::string> chosen_regions(const dataset::Dataset& data, const std::string& words) {
    std::set<std::string> chosen;
    for (const auto& word : split(words, ','))
        if (!word.empty()) add_word(data, word, chosen);
    if (chosen.empty()) throw WrongUse("no region was named", what_there_is(data));
    std::vector<std::string> codes;
    for (const auto& region : data.regions())
        if (chosen.count(region.code) > 0) codes.push_back(region.code);
    return codes;
}

Bilingual names_of(const dataset::Dataset& data, const std::vector<std::string>& codes, std::size_t most) {
    if (codes.size() > most) return {compose("{} regions", {codes.size()}), compose("{}개 지역", {codes.size()})};
    std::vector<std::string> en, ko;
    for (const auto& region : data.regions()) {
        if (std::find(codes.begin(), codes.end(), region.code) == codes.end()) continue;
        en.push_back(region.name.en);
        ko.push_back(region.name.ko);
    }
    return {join(en, ", "), join(ko, "·")};
}

}  // namespace ecumene::pipeline
