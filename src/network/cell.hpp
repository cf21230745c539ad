// Numbers as PyPSA's files write them: blank and "nan" are unknown, "inf" is a limit that is none, flags are words.
//
//     double value = 0.0;
//     parse_cell("-inf", value);      parse_cell("True", value);     // 1
#pragma once

#include <string>
#include <string_view>

namespace ecumene::network {

// False if the text is none of these; then `value` is left alone.
bool parse_cell(std::string_view text, double& value);
// "3.5", "inf", blank for unknown.
std::string cell_text(double value);

}  // namespace ecumene::network
