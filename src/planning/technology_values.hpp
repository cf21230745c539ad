// Figures that change with the year, as they stand in a package: interpolated between years, held beyond the ends.
//
//     TechnologyValues values(data, scenario);
//     values.at("solar", "investment", 2033);        // MKRW per MW, or empty when the package does not say
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dataset/dataset.hpp"
#include "dataset/scenario.hpp"

namespace ecumene::planning {

// Values by year; a blank year (NaN) holds for all.
class YearCurve {
public:
    void add(double year, double value);
    bool empty() const { return by_year_.empty() && !has_constant_; }
    double first_year() const;
    double last_year() const;
    double at(int year) const;
    double given(double year) const;  // the value of that very year; NaN where there is none
    double highest() const;           // 0 when empty

private:
    std::map<double, double> by_year_;
    double constant_{};
    bool has_constant_{};
};

class TechnologyValues {
public:
    TechnologyValues(const dataset::Dataset& data, const dataset::Scenario& scenario);
    std::optional<double> at(const std::string& technology, const std::string& parameter, int year) const;
    double or_else(const std::string& technology, const std::string& parameter, int year, double otherwise) const;

private:
    std::map<std::pair<std::string, std::string>, YearCurve> curves_;
    std::map<std::string, double> scale_;
};

// Factor of scenario key `key`, 1 if it is not there.
double scale_of(const dataset::Scenario& scenario, const std::string& key);
// Yearly payment per unit of investment: r / (1 - (1+r)^-n); 1/n when r = 0.
double annuity_factor(double rate, double life);

}  // namespace ecumene::planning
