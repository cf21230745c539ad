// One HTML file that needs nothing else: head, contents, parts and foot, in both languages, light, dark and print.
//
//     Document page{.kicker = package_title, .title = {"Diagnosis", "진단"}, .parts = {{"map", say("nav.map"), markup}}};
//     write_file("report.html", html_document(page, Language::ko));
//
// The language is the one shown first; a button turns to the other. Parts without markup are left out. Same input, same bytes.
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"

namespace ecumene::output {

struct DocumentPart {
    std::string id;  // of its <section>
    Bilingual name;  // in the contents
    std::string html;
};

struct Document {
    Bilingual kicker{}, title{}, about{};
    std::string badges{};  // markup
    std::vector<DocumentPart> parts{};
    std::vector<Bilingual> footer{};
    std::string css{};   // after the common style sheet
    std::string data{};  // <script type="application/json"> elements that the script reads
    std::string version{};
};

std::string html_document(const Document& page, Language language);

// What reported, derived, estimated, modelled and assumed mean, for the end of a report.
std::string meanings_of_statuses();

}  // namespace ecumene::output
