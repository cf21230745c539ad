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

bool is_any(const std::string& word, std::initializer_list<std::string_view> names) {
    return std::any_of(
        names.begin(), names.end(), [&](std::string_view name) { return !name.empty() && plain(name) == word; });
}

void add_members(const dataset::Dataset& data, const dataset::Group& group, std::set<std::string>& chosen) {
    for (const auto& region : data.regions()) {
        const auto at = region.groups.find(group.grouping);
        if (at != region.groups.end() && at->second == group.code) chosen.insert(region.code);
    }
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

void add_word(const dataset::Dataset& data, const std::string& word, std::set<std::string>& chosen) {
    const auto wanted = plain(word);
    const auto before = chosen.size();
    bool is_known = false;
    for (const auto& region : data.regions()) {
        if (!is_any(wanted, {region.code, region.name.en, region.name.ko})) continue;
        chosen.insert(region.code);
        is_known = true;
    }
    if (is_known) return;
    for (const auto& group : data.groups()) {
        if (!is_any(wanted, {group.code, group.name.en, group.name.ko, group.grouping + ":" + group.code})) continue;
        add_members(data, group, chosen);
        is_known = true;
    }
    if (is_known && chosen.size() == before)
        throw WrongUse(compose("the group '{}' has no regions", {word}), "choose another group, or name its regions");
    if (is_known) return;
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
