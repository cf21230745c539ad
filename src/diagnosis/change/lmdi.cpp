#include "diagnosis/change/lmdi.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"

namespace ecumene::diagnosis {
namespace {

// How far the product of the factors may be from the value: what rounding of a dozen factors can do, and no more.
constexpr double rounding_of_product = 1e-9;

struct Ends {
    double first{}, last{};
};

Ends factor_of(const LmdiCell& cell, std::size_t factor) {
    return {cell.first_factors[factor], cell.last_factors[factor]};
}

bool is_product(double value, const std::vector<double>& factors) {
    double product = 1.0;
    for (const double factor : factors) product *= factor;
    return std::abs(product - value) <= rounding_of_product * std::max(std::abs(value), std::abs(product));
}

bool is_any(const LmdiCell& cell, bool (*test)(double)) {
    return test(cell.first) || test(cell.last) ||
           std::any_of(cell.first_factors.begin(), cell.first_factors.end(), test) ||
           std::any_of(cell.last_factors.begin(), cell.last_factors.end(), test);
}

Bilingual refusal_of(const LmdiCell& cell) {
    if (is_any(cell, [](double x) { return !std::isfinite(x); }))
        return {"a figure that belongs to it is not known", "필요한 값이 없음"};
    if (is_any(cell, [](double x) { return x < 0.0; }))
        return {"a figure is below zero (a net sink): the logarithm of its change has no meaning; use gross emissions",
            "음(-)의 값(순흡수)이 있어 로그 변화율을 정의할 수 없음: 총배출량을 쓸 것"};
    if (!is_product(cell.first, cell.first_factors) || !is_product(cell.last, cell.last_factors))
        return {"the factors do not multiply to the value: there are emissions where a factor is zero",
            "요인의 곱이 값과 다름: 요인이 0인데 배출이 있음"};
    return {};
}

// The limit of L(V_T, V_0) ln(x_T / x_0) as the zero at one end is approached (Ang and Liu 2007): the whole change belongs
// to the factors that are zero there, in equal parts, since all of them come from the same vanishing number.
void add_limits(const LmdiCell& cell, std::vector<double>& effects) {
    const bool starts_at_zero = !(cell.first > 0.0);
    const auto& at_zero = starts_at_zero ? cell.first_factors : cell.last_factors;
    const auto zeros = std::count(at_zero.begin(), at_zero.end(), 0.0);
    const double share = (cell.last - cell.first) / static_cast<double>(zeros);
    for (std::size_t j = 0; j < effects.size(); ++j)
        if (!(at_zero[j] > 0.0)) effects[j] += share;
}

// (D16)
void add_effects(const LmdiCell& cell, std::vector<double>& effects) {
    if (!(cell.first > 0.0) && !(cell.last > 0.0)) return;  // nothing moved, whatever the factors did
    if (!(cell.first > 0.0) || !(cell.last > 0.0)) return add_limits(cell, effects);
    const double weight = logarithmic_mean(cell.last, cell.first);
    for (std::size_t j = 0; j < effects.size(); ++j) {
        const Ends factor = factor_of(cell, j);
        effects[j] += weight * std::log(factor.last / factor.first);
    }
}

}  // namespace

double logarithmic_mean(double a, double b) {
    if (!(a > 0.0) || !(b > 0.0)) return 0.0;
    if (a == b) return a;
    const double rise = (a - b) / b;
    return (a - b) / (std::abs(rise) < 0.5 ? std::log1p(rise) : std::log(a / b));  // exact where near, and where far
}

Decomposition decompose(std::span<const LmdiCell> cells, std::size_t factors) {
    Decomposition result;
    for (const auto& cell : cells) {
        if (cell.first_factors.size() != factors || cell.last_factors.size() != factors)
            throw Error(ErrorKind::internal, compose("a cell of a decomposition needs {} factors", {factors}));
        result.first += cell.first;
        result.last += cell.last;
        if (!result.is_refused()) result.refusal = refusal_of(cell);
    }
    if (result.is_refused()) return result;
    result.effects.assign(factors, 0.0);
    for (const auto& cell : cells) {
        auto own = std::vector<double>(factors, 0.0);
        add_effects(cell, own);
        for (std::size_t j = 0; j < factors; ++j) result.effects[j] += own[j];
        result.by_cell.push_back(std::move(own));
    }
    return result;
}

}  // namespace ecumene::diagnosis
