#include "barrier/regional_year.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ecumene::bench {
namespace {

constexpr double pi = std::numbers::pi;

double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

double logistic(double value) {
    return 1.0 / (1.0 + std::exp(-value));
}

double hour_of_day(YearHour h) {
    return h.pos % 24;
}

double day_of_year(YearHour h) {
    return h.pos / 24.0;
}

// 1 in the middle of January, -1 in July.
double winter(YearHour h) {
    return std::cos(2 * pi * (day_of_year(h) - 15) / 365);
}

// Regions lie one after another from south to north.
double sun_height(Region r, YearHour h) {
    const double declination = 0.41 * std::sin(2 * pi * (day_of_year(h) - 80) / 365),
                 latitude = (34 + 0.2 * r.pos) * pi / 180;
    return std::sin(latitude) * std::sin(declination) +
           std::cos(latitude) * std::cos(declination) * std::cos((hour_of_day(h) - 12.3) * pi / 12);
}

double solar(Region r, YearHour h, double cloud) {
    const double height = sun_height(r, h), clear = logistic(0.9 + 0.9 * cloud);
    const double share = height > 0.02 ? 0.92 * std::pow(height, 1.15) * clear : 0.0;
    return rounded(share < 0.004 ? 0.0 : share, 1e4);
}

double wind(double strength) {
    return rounded(std::max(0.002, 0.97 * logistic(strength)), 1e4);
}

double load_shape(YearHour h, double noise) {
    const double hour = hour_of_day(h), cold = winter(h);
    const double week = (h.pos / 24) % 7 >= 5 ? 0.9 : 1.0;
    const double day = 0.82 + 0.13 * std::sin((hour - 8.5) * pi / 12) + 0.08 * std::sin((hour - 15) * pi / 6);
    const double season = 0.90 + 0.10 * std::fabs(cold) + 0.03 * cold;
    return week * day * season * (1 + 0.02 * noise);
}

double heat_shape(YearHour h, double chill) {
    return std::max(0.06, 0.45 + 0.5 * winter(h) + 0.06 * chill) *
           (0.85 + 0.25 * std::cos((hour_of_day(h) - 7) * pi / 12));
}

// Two rush hours.
double driving_shape(YearHour h) {
    const double hour = hour_of_day(h);
    return 0.25 + 0.9 * std::exp(-std::pow((hour - 8) / 1.8, 2)) + 1.0 * std::exp(-std::pow((hour - 18) / 2.2, 2));
}

}  // namespace

RegionalYear::RegionalYear(const std::vector<double>& shares, unsigned seed) : random_(seed) {
    const std::size_t hours = shares.size() * hours_of_year;
    availability_.resize(3 * hours);
    for (auto* series : {&load_, &heat_, &driving_, &heat_pump_yield_}) series->resize(hours);
    for (const YearHour h : Set<YearHour>(hours_of_year))
        plugged_in_.push_back(0.95 - 0.45 * std::min(1.0, driving_shape(h) / 1.25));
    Disturbance nation;
    nation.wind = drifting(0.985);
    nation.cloud = drifting(0.97);
    for (const Region r : Set<Region>(shares.size())) write_region(r, shares[r.at()], nation);
}

// Noise of variance 1 in which each hour remembers the one before.
std::vector<double> RegionalYear::drifting(double persistence) {
    std::vector<double> series(hours_of_year);
    double now = 0.0;
    for (double& value : series) {
        now = persistence * now + std::sqrt(1 - persistence * persistence) * normal_(random_);
        value = now;
    }
    return series;
}

void RegionalYear::write_region(Region r, double share, const Disturbance& nation) {
    const std::vector<double> cloud = drifting(0.97), gust = drifting(0.95), noise = drifting(0.9);
    const double roughness = 0.1 * std::sin(3.0 * r.pos);
    for (const YearHour h : Set<YearHour>(hours_of_year)) {
        const double cold = winter(h);
        const double on = 0.72 * nation.wind[h.at()] + 0.70 * gust[h.at()] + 0.35 * cold,
                     off = 0.8 * nation.wind[h.at()] + 0.55 * gust[h.at()] + 0.3 * cold;
        double* const shares = &availability_[place(r, h) * 3];
        shares[0] = solar(r, h, 0.7 * nation.cloud[h.at()] + 0.7 * cloud[h.at()]);
        shares[1] = wind(1.5 * on - 1.25 - roughness);
        shares[2] = wind(1.6 * off - 0.45);
        load_[place(r, h)] = share * load_shape(h, noise[h.at()]);
        heat_[place(r, h)] = share * heat_shape(h, cloud[h.at()]);
        driving_[place(r, h)] = share * driving_shape(h);
        heat_pump_yield_[place(r, h)] = rounded(3.1 - 0.9 * cold - 0.1 * cloud[h.at()], 1e3);
    }
}

}  // namespace ecumene::bench
