// A year of invented weather and demand for the regions of regional_plan.hpp, hour by hour.
//
//     const RegionalYear year(shares, seed);
//     year.availability(r, Weather::solar, h)          // of one GW, 0 .. 1
//
// Nothing here is data: the curves have the shape of the real ones (sun by latitude, wind that stays for days and is shared
// by neighbours, demand by hour and season), so that a solver meets what it meets in a plan. Same shares and seed, same year.
#pragma once

#include <random>
#include <vector>

#include "core/index.hpp"

namespace ecumene::bench {

using Region = Index<struct RegionTag>;
using YearHour = Index<struct YearHourTag>;  // 0 .. 8,759

inline constexpr std::int32_t hours_of_year = 8760;

enum class Weather : std::int32_t { solar, onshore, offshore };

class RegionalYear {
public:
    // `shares`: of the nation's demand, per region.
    RegionalYear(const std::vector<double>& shares, unsigned seed);

    double availability(Region r, Weather of, YearHour h) const {
        return availability_[place(r, h) * 3 + static_cast<std::size_t>(of)];
    }
    // Of the nation's peak, or of its driving.
    double load(Region r, YearHour h) const { return load_[place(r, h)]; }
    double heat(Region r, YearHour h) const { return heat_[place(r, h)]; }
    double driving(Region r, YearHour h) const { return driving_[place(r, h)]; }
    // Heat per electricity of a heat pump.
    double heat_pump_yield(Region r, YearHour h) const { return heat_pump_yield_[place(r, h)]; }
    // Share of the cars that stand at a charger.
    double plugged_in(YearHour h) const { return plugged_in_[h.at()]; }

private:
    // What the weather does beyond season and hour: the nation's part and a region's own.
    struct Disturbance {
        std::vector<double> wind, cloud;
    };
    static std::size_t place(Region r, YearHour h) { return r.at() * hours_of_year + h.at(); }
    std::vector<double> drifting(double persistence);
    void write_region(Region r, double share, const Disturbance& nation);

    std::mt19937 random_;
    std::normal_distribution<double> normal_;
    std::vector<double> availability_, load_, heat_, driving_, heat_pump_yield_, plugged_in_;
};

}  // namespace ecumene::bench
