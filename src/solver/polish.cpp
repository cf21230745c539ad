#include "solver/polish.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace ecumene::solver {
namespace {

constexpr double tiny = 1e-6;  // a violation beyond this share of the bound is shown, not hidden

bool is_near(double a, double b) {
    return std::abs(a - b) <= tiny * (1.0 + std::abs(b));
}

double cleaned(double value, double lower, double upper, bool is_integer) {
    if (is_integer && is_near(value, std::round(value))) value = std::round(value);
    const double inside = std::clamp(value, lower, upper);
    return is_near(value, inside) ? inside : value;
}

std::vector<double> cleaned_values(const lp::Problem& problem, const std::vector<double>& values) {
    std::vector<double> out(values.size());
    for (std::size_t j = 0; j < values.size(); ++j) {
        const bool is_integer = !problem.is_integer.empty() && problem.is_integer[j];
        out[j] = cleaned(values[j], problem.lower[j], problem.upper[j], is_integer);
    }
    return out;
}

}  // namespace

Certificate polish(const lp::Problem& problem, Solution& solution, double tolerance) {
    const Certificate before = certify(problem, solution);
    if (solution.values.size() != problem.cost.size()) return before;
    std::vector<double> raw = std::exchange(solution.values, cleaned_values(problem, solution.values));
    if (raw == solution.values) return before;
    const Certificate after = certify(problem, solution);
    // The gap is left out: rounding may move an integer answer's objective by more than its last digits, and that is the truth.
    const auto is_sound = [&](const Certificate& c) { return c.primal <= tolerance && c.integrality <= tolerance; };
    if (is_sound(after) || !is_sound(before)) return after;
    solution.values = std::move(raw);
    return before;
}

}  // namespace ecumene::solver
