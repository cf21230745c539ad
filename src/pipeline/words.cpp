#include "pipeline/words.hpp"

#include <cmath>

namespace ecumene::pipeline {
namespace {

std::string korean_time(double seconds) {
    if (seconds < 10.0) return compose("{:.1f}초", {seconds});
    const auto whole = static_cast<long>(std::lround(seconds));
    if (whole < 60) return compose("{}초", {whole});
    if (whole < 3600) return compose("{}분 {}초", {whole / 60, whole % 60});
    return compose("{}시간 {}분", {whole / 3600, whole % 3600 / 60});
}

}  // namespace

Bilingual counted(std::size_t count, const std::string& english, const std::string& korean) {
    return {std::to_string(count) + " " + english + (count == 1 ? "" : "s"), std::to_string(count) + korean};
}

std::string power_of_ten(double value) {
    return value == 0.0 ? "0" : compose("{:.0e}", {value});
}

Bilingual spoken_time(double seconds) {
    return {duration(seconds), korean_time(seconds)};
}

}  // namespace ecumene::pipeline
