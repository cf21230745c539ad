// Small phrases both languages need everywhere: counts and times.
//
//     counted(1, "year", "개 연도").en == "1 year";   counted(6, "year", "개 연도").ko == "6개 연도"
//     spoken_time(250).ko == "4분 10초"
#pragma once

#include <cstddef>
#include <string>

#include "core/text.hpp"

namespace ecumene::pipeline {

Bilingual counted(std::size_t count, const std::string& english, const std::string& korean);
// A number that is as good as zero, by its power of ten: "3e-09".
std::string power_of_ten(double value);
// Of seconds; English as duration() of core/text.hpp writes it.
Bilingual spoken_time(double seconds);

}  // namespace ecumene::pipeline
