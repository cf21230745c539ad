// A drawing as an SVG file of its own, in one language, with title, note and literal colours: for slides, papers and print.
//
//     write_file("pictures/lmdi-en.svg", picture_file(drawing.wide, title, note, Language::en));
//
// It needs no style sheet and no network, and stands on white.
#pragma once

#include <string>
#include <string_view>

#include "core/text.hpp"

namespace ecumene::output {

// `svg` is one element made by Svg::str().
std::string picture_file(std::string_view svg, const Bilingual& title, const Bilingual& note, Language language);

}  // namespace ecumene::output
