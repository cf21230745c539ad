#include "surroundings.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace ecumene::cli {
namespace {

constexpr int narrowest = 40, widest = 100;

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view(value);
}

}  // namespace

Terminal terminal_of(int descriptor) {
    Terminal terminal;
    terminal.is_terminal = ::isatty(descriptor) == 1;
    if (!terminal.is_terminal) return terminal;
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        terminal.width = std::clamp<int>(size.ws_col, narrowest, widest);
    const bool wants_colour = variable("NO_COLOR").empty() && variable("TERM") != "dumb";
    terminal.colour = wants_colour ? pipeline::Colour::on : pipeline::Colour::off;
    return terminal;
}

Language language_of_the_user() {
    for (const char* name : {"ECUMENE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto value = variable(name); !value.empty())
            return value.substr(0, 2) == "ko" ? Language::ko : Language::en;
    return Language::en;
}

}  // namespace ecumene::cli
