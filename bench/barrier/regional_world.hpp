// Where and when the plan of regional_plan.hpp is made, what may stand there, and what it costs: sets and invented numbers.
//
//     const World world({.regions = 5, .hours = 168});
//     world.availability(solar, r, t)
#pragma once

#include <array>
#include <cmath>
#include <vector>

#include "barrier/regional_plan.hpp"
#include "barrier/regional_year.hpp"
#include "core/index.hpp"

namespace ecumene::bench {

using Year = Index<struct YearTag>;
using Hour = Index<struct HourTag>;
using Plant = Index<struct PlantTag>;  // what can be built in a region: power plants come first
using Link = Index<struct LinkTag>;
using Way = Index<struct WayTag>;  // along a link, and back

inline constexpr Plant solar{0}, onshore{1}, offshore{2}, nuclear{3}, coal{4}, biomass{7};
inline constexpr Plant battery_power{8}, battery_energy{9}, electrolyser{10}, hydrogen_turbine{11}, hydrogen_store{12},
    heat_pump{13}, boiler{14};
inline constexpr std::int32_t generators = 8, weather_driven = 3, all_plants = 15;

struct PlantNumbers {
    double upkeep, price;  // a year, per GW (stores: GWh); the price is an annuity
    // Power plants only: tCO2 and cost per MWh, share of the hours it can run, what stands today, what could.
    double emissions{}, fuel{}, availability{}, existing{}, potential{};
};
const PlantNumbers& numbers_of(Plant k);
// How many of the plan's years, which lie five years apart, a plant stands.
int life_of(Plant k);

struct Ends {
    int from, to;
};

class World {
public:
    explicit World(const RegionalSize& size);

    const Set<Year> years;
    const Set<Hour> hours;
    const Set<Region> regions;
    const Set<Plant> plants{all_plants};
    const std::vector<Ends> ends;
    const Set<Link> links;
    const Set<Way> ways{2};
    const std::vector<double> share;
    const double hour_weight;  // hours of the year that one hour stands for

    bool is_single() const { return years.size() == 1; }
    double discount(Year y) const { return std::pow(0.96, 5 * y.pos); }
    Hour before(Hour t) const { return {(t.pos + hours.size() - 1) % hours.size()}; }
    Region start_of(Link l, Way way) const { return {way.pos == 0 ? ends[l.at()].from : ends[l.at()].to}; }
    Region end_of(Link l, Way way) const { return start_of(l, Way{1 - way.pos}); }

    double load(Year y, Region r, Hour t) const { return peak(y) * year_.load(r, hour_of_year(t)); }
    double heat(Region r, Hour t) const { return 70.0 * year_.heat(r, hour_of_year(t)); }
    double driving(Year y, Region r, Hour t) const { return cars(y) * year_.driving(r, hour_of_year(t)); }
    double heat_pump_yield(Region r, Hour t) const { return year_.heat_pump_yield(r, hour_of_year(t)); }
    double plugged_in(Hour t) const { return year_.plugged_in(hour_of_year(t)); }
    double availability(Plant k, Region r, Hour t) const;
    double peak(Year y) const { return 105.0 * std::pow(1.018, 5 * y.pos); }
    double cars(Year y) const { return is_single() ? 9.0 : 1.5 + 3.0 * y.pos; }

    // GW that stand today and still will, GW that may stand, and the annuity of building one more.
    double existing(Plant k, Region r, Year y) const;
    double most(Plant k, Region r, Year y) const;
    double price(Plant k, Region r, Year y) const;
    double length(Link l) const { return 60 + 40 * (l.pos % 5); }
    double loss(Link l) const { return 0.01 + 0.004 * (l.pos % 5); }
    double carbon_budget(Year y) const;

private:
    YearHour hour_of_year(Hour t) const;

    double carbon_share_;
    RegionalYear year_;
};

}  // namespace ecumene::bench
