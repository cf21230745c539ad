#include "diagnosis/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

namespace ecumene::diagnosis {
namespace {

std::ptrdiff_t distance_from_reported(std::string_view status) {
    constexpr std::array<std::string_view, 6> order = {"", "reported", "derived", "estimated", "modelled", "assumed"};
    return std::find(order.begin(), order.end(), status) - order.begin();
}

Bilingual why_no_growth(const Figure& first, const Figure& last) {
    for (const Figure* figure : {&first, &last})
        if (is_blank(figure->value))
            return {compose("there is no figure for {}", {figure->year}), compose("{}년 값이 없음", {figure->year})};
    if (first.year >= last.year) return {"there is only one year", "한 해의 값뿐임"};
    return {"a mean growth rate has no meaning where a figure is zero or negative",
        "값이 0 이하이면 연평균 증가율을 정의할 수 없음"};
}

}  // namespace

const std::string& weaker(const std::string& a, const std::string& b) {
    return distance_from_reported(b) > distance_from_reported(a) ? b : a;
}

Figure figure_in(const YearlySeries& series, int year) {
    const auto found = series.find(year);
    return found == series.end() ? Figure{.year = year, .value = blank, .status = {}} : found->second;
}

Figure over(const Figure& a, const Figure& b) {
    Figure result{.year = a.year, .value = blank, .status = {}};
    if (is_blank(a.value) || is_blank(b.value) || !(b.value > 0.0)) return result;
    result.value = a.value / b.value;
    result.status = weaker(a.status, b.status);
    return result;
}

YearlySeries over(const YearlySeries& a, const YearlySeries& b) {
    YearlySeries result;
    for (const auto& [year, figure] : a) {
        const Figure quotient = over(figure, figure_in(b, year));
        if (!is_blank(quotient.value)) result[year] = quotient;
    }
    return result;
}

Growth growth_between(const Figure& first, const Figure& last) {
    Growth growth{.first_year = first.year, .last_year = last.year, .value = blank, .status = {}, .reason = {}};
    if (!(first.value > 0.0) || !(last.value > 0.0) || first.year >= last.year) {
        growth.reason = why_no_growth(first, last);
        return growth;
    }
    growth.value = std::pow(last.value / first.value, 1.0 / (last.year - first.year)) - 1.0;
    growth.status = weaker(first.status, last.status);
    return growth;
}

YearlySeries interpolated(const YearlySeries& series) {
    YearlySeries result = series;
    for (auto next = series.begin(); next != series.end(); ++next) {
        if (next == series.begin()) continue;
        const auto& [to, last] = *next;
        const auto& [from, first] = *std::prev(next);
        for (int year = from + 1; year < to; ++year) {
            const double share = static_cast<double>(year - from) / (to - from);
            result[year] = {.year = year,
                .value = first.value + share * (last.value - first.value),
                .status = weaker("derived", weaker(first.status, last.status))};
        }
    }
    return result;
}

YearlySeries within(const YearlySeries& series, int first_year, int last_year) {
    return first_year > last_year ? YearlySeries{}
                                  : YearlySeries(series.lower_bound(first_year), series.upper_bound(last_year));
}

}  // namespace ecumene::diagnosis
