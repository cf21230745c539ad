#include "governance/track/forecast.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ecumene::governance {
namespace {

constexpr std::size_t fewest_years = 4, parameters = 2;

}  // namespace

double student_95(std::size_t degrees_of_freedom) {
    // Upper 2.5 % points, as in every table of the t distribution (Fisher and Yates 1963, table III).
    constexpr std::array<double, 30> table{12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201,
        2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052,
        2.048, 2.045, 2.042};
    constexpr double normal = 1.960;
    if (degrees_of_freedom == 0) return blank;
    return degrees_of_freedom <= table.size() ? table[degrees_of_freedom - 1] : normal;
}

Forecast forecast(const std::vector<std::pair<int, double>>& history, int year) {
    Forecast found{.year = year, .points = history.size()};
    if (history.size() < fewest_years) return found;
    const auto n = static_cast<double>(history.size());
    double mean_x = 0.0, mean_y = 0.0;
    for (const auto& [x, y] : history) {
        mean_x += x / n;
        mean_y += y / n;
    }
    double sxx = 0.0, sxy = 0.0;
    for (const auto& [x, y] : history) {
        sxx += (x - mean_x) * (x - mean_x);
        sxy += (x - mean_x) * (y - mean_y);
    }
    if (sxx <= 0.0) return found;
    found.slope = sxy / sxx;
    found.value = mean_y + found.slope * (year - mean_x);
    double squares = 0.0;
    for (const auto& [x, y] : history) {
        const double miss = y - (mean_y + found.slope * (x - mean_x));
        squares += miss * miss;
    }
    const double spread = std::sqrt(squares / (n - static_cast<double>(parameters)));
    const double reach = student_95(history.size() - parameters) * spread *
                         std::sqrt(1.0 + 1.0 / n + (year - mean_x) * (year - mean_x) / sxx);
    found.low = found.value - reach;
    found.high = found.value + reach;
    return found;
}

Bilingual forecast_method() {
    return {"straight trend by least squares over the years of inventory shown, with its 95 % prediction interval",
        "표시된 실적 연도의 최소제곱 직선 추세와 95 % 예측구간"};
}

}  // namespace ecumene::governance
