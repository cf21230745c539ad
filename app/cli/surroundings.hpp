// The terminal and locale the program runs in.
//
//     const Terminal out = terminal_of(STDOUT_FILENO);      // is it one, how wide, does it want colours
//     Language language = language_of_the_user();           // ECUMENE_LANG, then the locale
#pragma once

#include "core/text.hpp"
#include "pipeline/terminal.hpp"

namespace ecumene::cli {

struct Terminal {
    bool is_terminal{};
    int width{80};
    pipeline::Colour colour{pipeline::Colour::off};
};

Terminal terminal_of(int descriptor);
Language language_of_the_user();

}  // namespace ecumene::cli
