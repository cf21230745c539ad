#include "planning/technology_values.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ecumene::planning {

void YearCurve::add(double year, double value) {
    if (is_blank(year)) {
        constant_ = value;
        has_constant_ = true;
    } else {
        by_year_[year] = value;
    }
}

double YearCurve::first_year() const {
    return by_year_.empty() ? blank : by_year_.begin()->first;
}

double YearCurve::last_year() const {
    return by_year_.empty() ? blank : by_year_.rbegin()->first;
}

double YearCurve::given(double year) const {
    const auto found = by_year_.find(year);
    return found == by_year_.end() ? blank : found->second;
}

double YearCurve::highest() const {
    double most = has_constant_ ? constant_ : 0.0;
    for (const auto& [year, value] : by_year_) most = std::max(most, value);
    return most;
}

double YearCurve::at(int year) const {
    if (by_year_.empty()) return has_constant_ ? constant_ : blank;
    const auto after = by_year_.lower_bound(year);
    if (after == by_year_.end()) return by_year_.rbegin()->second;
    if (after->first == year || after == by_year_.begin()) return after->second;
    const auto before = std::prev(after);
    const double share = (year - before->first) / (after->first - before->first);
    return before->second + share * (after->second - before->second);
}

TechnologyValues::TechnologyValues(const dataset::Dataset& data, const dataset::Scenario& scenario)
    : scale_(scenario.scale) {
    const Frame& table = data.table("technology_values");
    for (std::size_t i = 0; i < table.rows(); ++i)
        curves_[{table.text(i, "technology"), table.text(i, "parameter")}].add(
            table.number(i, "year"), table.number(i, "value"));
}

std::optional<double> TechnologyValues::at(
    const std::string& technology, const std::string& parameter, int year) const {
    const auto found = curves_.find({technology, parameter});
    if (found == curves_.end()) return std::nullopt;
    const auto factor = scale_.find("technology." + technology + "." + parameter);
    return found->second.at(year) * (factor == scale_.end() ? 1.0 : factor->second);
}

double TechnologyValues::or_else(
    const std::string& technology, const std::string& parameter, int year, double otherwise) const {
    return at(technology, parameter, year).value_or(otherwise);
}

double scale_of(const dataset::Scenario& scenario, const std::string& key) {
    const auto found = scenario.scale.find(key);
    return found == scenario.scale.end() ? 1.0 : found->second;
}

double annuity_factor(double rate, double life) {
    return rate == 0.0 ? 1.0 / life : rate / (1.0 - std::pow(1.0 + rate, -life));
}

}  // namespace ecumene::planning
