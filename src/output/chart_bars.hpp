// Horizontal bars in plain HTML: they bend to any width while their text keeps its size.
//
//     bars({{region_name, {{"g0", {"Solar 3.2 GW", "..."}, 0.4}}, same("7.9")}}, ...)
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"

namespace ecumene::output {

struct BarPart {
    std::string css_class;
    Bilingual title;
    double share{};   // of the full width, 0 .. 1
    Bilingual label;  // printed inside where it fits; may be empty
};

struct BarRow {
    Bilingual name;
    std::vector<BarPart> parts;
    Bilingual value;  // at the right
    Bilingual note;   // small, under the name; may be empty
};

std::string bars(const std::vector<BarRow>& rows, std::string_view css_class = {});

// Two marks on one track: from the hollow one to the full one.
struct SpanRow {
    Bilingual name;
    double from{}, to{}, zero{};  // places 0 .. 1 on the track
    Bilingual from_title, to_title, value;
    std::string css_class;
};
std::string spans(const std::vector<SpanRow>& rows);

}  // namespace ecumene::output
