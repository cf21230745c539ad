// What a choice of centres and growth is asked: units with people, jobs and room, tiers of centres, ways, prices and limits.
//
//     CentreCase ask;
//     ask.units = {{.code = "a", .people = {1000, 900, 1300}, .jobs = {400, 300, 800}}, ...};
//     ask.tiers = {{.name = "local", .reach_minutes = 30, .trips = 300}, {.name = "core", .reach_minutes = 90, .trips = 20}};
//     ask.kilometres = ...; ask.minutes = ...;         // row-major, one cell for each pair of units
//     CentrePlan plan = choose_centres(ask, {});       // centre_plan.hpp
//
// Tiers stand from the lowest to the highest and are nested: a centre of a tier is one of every tier below. A case without room
// for growth (range.least = range.most) and with one tier and a fixed count is the p-median problem; with `most_people` it is the
// capacitated one. Money is MKRW a year, carbon tCO2eq a year, ways one way, trips there and back counted as two.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace ecumene::structure {

inline constexpr double unlimited = std::numeric_limits<double>::infinity();

// A count today and what it may be at the horizon.
struct Range {
    double today{}, least{}, most{};
};

struct CentreUnit {
    std::string code{};
    Range people{};
    Range jobs{};
    std::size_t area{};          // living area, 0..
    double land_km2{unlimited};  // that may still be built on
    // What the plan charges or pays for one more here (heat, power, grid at the plan's prices), MKRW a year; fed back by coupling.
    double price_of_person{};
    double price_of_job{};
};

struct CentreTier {
    std::string name{};
    double reach_minutes{unlimited};
    double trips{};         // one-way trips of a person a year to a centre of this tier
    double least_people{};  // a centre serves at least so many, or all within its reach where they are fewer
    double most_people{unlimited};
    std::size_t least_count{};
    std::size_t most_count{std::numeric_limits<std::size_t>::max()};
    bool is_in_every_area{};                // base functions: one at least in each living area
    double site_money{};                    // of keeping a centre, MKRW a year
    double site_carbon{};                   // of building and keeping it, tCO2eq a year
    std::vector<std::size_t> candidates{};  // units that may become one; empty: all
    std::vector<std::size_t> fixed{};       // units that are one, whatever it costs; with `only_fixed`, no others
    bool only_fixed{};
};

// Ways up to `up_to_km` cost and emit this much a person-kilometre: the mix of modes that people use at that distance.
struct DistanceBand {
    double up_to_km{unlimited};
    double money_per_km{};   // MKRW
    double carbon_per_km{};  // tCO2eq
};

struct GrowthCosts {
    double money_per_person{}, carbon_per_person{};  // of building for one more, a year
    double money_per_job{}, carbon_per_job{};
    double km2_per_person{}, km2_per_job{};
};

struct Commuting {
    bool is_counted{};
    double trips{480};          // one-way, a worker and year
    double excess{1.0};         // observed over least possible person-kilometres (White 1988)
    double within_minutes{45};  // pairs farther apart are not offered
    double farthest_km{150};    // what a worker who finds nothing nearer is counted with
};

// The worst-off share of people today travel no longer than this on average to the centres they need (CVaR).
struct AccessFloor {
    double share{0.2};
    double minutes{unlimited};
};

struct CentreCase {
    std::vector<CentreUnit> units;
    std::size_t areas{1};
    std::vector<CentreTier> tiers;
    std::vector<double> kilometres, minutes;         // row-major; infinite: no way
    std::vector<DistanceBand> bands;                 // ascending; the last one has no end
    double money_per_hour{};                         // of travel, MKRW
    double carbon_price{};                           // MKRW per tCO2eq
    std::optional<double> total_people, total_jobs;  // at the horizon; none: whatever costs least
    double balance{unlimited};     // jobs per person of a living area may differ so much from the whole, as a share
    double unserved_minutes{240};  // what a person counts with who reaches no centre of a tier
    GrowthCosts growth;
    Commuting commuting;
    AccessFloor floor;
    std::size_t options_per_unit{};  // nearest candidates of a tier offered to a unit; 0: all within reach

    std::size_t place(std::size_t from, std::size_t to) const { return from * units.size() + to; }
    const DistanceBand& band_of(double kilometres_of_way) const;
    // Money and priced carbon of one one-way trip.
    double price_of_trip(double kilometres_of_way, double minutes_of_way) const;
    // Empty if sound, else one sentence about what is wrong.
    std::string complaint() const;
};

}  // namespace ecumene::structure
