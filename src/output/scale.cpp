#include "output/scale.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"

namespace ecumene::output {

namespace {

double round_step(double rough) {
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (rough <= factor * power * (1 + 1e-9)) return factor * power;
    return 10.0 * power;
}

int decimals_of(double step) {
    for (int decimals = 0; decimals < 6; ++decimals) {
        const double shifted = step * std::pow(10.0, decimals);
        if (std::abs(shifted - std::round(shifted)) < 1e-6 * std::max(1.0, shifted)) return decimals;
    }
    return 6;
}

}  // namespace

Axis nice_axis(double low, double high, int count) {
    low = std::isfinite(low) ? std::min(low, 0.0) : 0.0;
    high = std::isfinite(high) ? std::max(high, 0.0) : 0.0;
    if (high - low <= 0) high = low + 1;
    const double step = round_step((high - low) / count);
    Axis axis;
    axis.decimals = decimals_of(step);
    const bool is_shallow = low < 0 && -low < 0.75 * step;  // a little below zero does not earn a whole step
    const auto first = is_shallow ? 0L : static_cast<long>(std::floor(low / step + 1e-9));
    const auto last = static_cast<long>(std::ceil(high / step - 1e-9));
    for (long i = first; i <= last; ++i) axis.ticks.push_back(static_cast<double>(i) * step);
    const bool is_spare =
        axis.ticks.size() > 2 && axis.ticks.back() > 1.25 * high;  // nor does a little above the last tick
    if (is_spare) axis.ticks.pop_back();
    axis.low = is_shallow ? 1.15 * low : axis.ticks.front();
    axis.high = is_spare ? std::max(high, axis.ticks.back()) : axis.ticks.back();
    return axis;
}

std::vector<double> round_classes(double greatest, int count) {
    if (!(greatest > 0)) greatest = 1;
    const double step = round_step(greatest / count);
    std::vector<double> ends;
    for (int i = 1; i <= count; ++i) ends.push_back(step * i);
    return ends;
}

std::size_t class_of(double value, const std::vector<double>& ends) {
    for (std::size_t i = 0; i + 1 < ends.size(); ++i)
        if (value <= ends[i]) return i;
    return ends.empty() ? 0 : ends.size() - 1;
}

int decimals_for(double greatest) {
    const double size = std::abs(greatest);
    if (size >= 100) return 0;
    return size >= 10 ? 1 : 2;
}

std::string px(double value) {
    const double rounded = std::round(value * 10.0) / 10.0;
    return shortest(rounded == 0 ? 0.0 : rounded);
}

}  // namespace ecumene::output
