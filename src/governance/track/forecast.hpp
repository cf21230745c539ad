// A straight trend through past years, and how far a coming year may lie from it.
//
//     const Forecast f = forecast({{2021, 102.0}, {2022, 99.5}, {2023, 98.0}, {2024, 95.1}}, 2030);
//     f.value, f.low, f.high                       // 95 % prediction interval
//
// (G13) Ordinary least squares; interval y + - t(0.975, n - 2) s sqrt(1 + 1/n + (x - mean)^2 / Sxx). It assumes that what moved
// emissions so far goes on and that years err independently: it says where the trend leads, not what will be.
#pragma once

#include <utility>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"

namespace ecumene::governance {

struct Forecast {
    int year{};
    double value{blank}, low{blank}, high{blank};
    double slope{blank};  // per year
    std::size_t points{};
    bool is_known() const { return !is_blank(value); }
};

// Blank with fewer than four points.
Forecast forecast(const std::vector<std::pair<int, double>>& history, int year);

// Two-sided 95 % quantile of Student's t.
double student_95(std::size_t degrees_of_freedom);

Bilingual forecast_method();

}  // namespace ecumene::governance
