// HTML and SVG as text: escaping, elements, and words in two languages side by side.
//
//     element("p", {{"class", "note"}}, words({"cap", "상한"}));
//     // <p class="note"><span class="en" lang="en">cap</span><span class="ko" lang="ko">상한</span></p>
//
// Attribute values and words are escaped here; the inner text of an element is taken as markup.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/text.hpp"

namespace ecumene::output {

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

// & < > " ' become entities; control characters other than line breaks and tabs are dropped.
std::string escape(std::string_view text);

std::string element(std::string_view name, Attributes attributes, std::string_view inner);
// An element without content, such as <rect .../>; for HTML only void elements.
std::string empty_element(std::string_view name, Attributes attributes);

// Both languages, one of them hidden by the style sheet; a single text where they are the same.
std::string words(const Bilingual& text);
// The same inside an SVG <text>.
std::string svg_words(const Bilingual& text);
// One line holding both languages, for places a style sheet cannot reach (hover titles).
std::string both(const Bilingual& text);

// Percent-encoded for a data: address.
std::string percent_encoded(std::string_view text);

}  // namespace ecumene::output
