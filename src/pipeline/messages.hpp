// What findings and errors say, in the language of the user. Modules below speak English; schema/messages.csv holds each sentence in
// both languages side by side, with {} for what is filled in.
//
//     said("the table is missing: Demand", Language::ko)        // "표가 없습니다: Demand"
//
// What was filled in is looked up too, so that "the package is missing" becomes Korean throughout. A sentence that no row
// knows, such as one of an outside library, stays as it is. Cost: a few microseconds a sentence; nothing for English.
// tools/check_messages.py holds the table against the sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/findings.hpp"
#include "core/text.hpp"

namespace ecumene::pipeline {

std::string said(const std::string& sentence, Language language);

// describe() in the language of the user.
std::string described(const Finding& finding, Language language);

// A pattern with {} for what is filled in, and how a sentence is held against it. For tests.
class MessagePattern {
public:
    explicit MessagePattern(std::string_view pattern);
    // What was filled in; false where the sentence is another one. Where several readings fit, the shortest fillings from the left.
    bool match(std::string_view sentence, std::vector<std::string>& filled) const;
    std::size_t letters() const;  // of the fixed words: the more, the surer

private:
    bool match_from(std::size_t piece, std::string_view rest, std::vector<std::string>& filled) const;
    std::vector<std::string> pieces_;  // fixed words before, between and after the places
};

}  // namespace ecumene::pipeline
