// The program's version; part of every run's key, so raise it when results may change.
#pragma once

#include <string_view>

namespace ecumene {

inline constexpr std::string_view version = "0.1.2";

}  // namespace ecumene
