// Named structures a region could grow into, chosen and measured side by side.
//
//     const Basis basis{units, areas, people_of_trend, jobs_of_trend};
//     Alternatives a = make_alternatives(basis, assumptions, options, progress);
//     a.of("trend").travel.carbon;   a.of("multi-nuclear").plan.relative_gap();   a.sensitivity
//
// trend                  homes, jobs and centres as they are heading: nothing is chosen
// one-core               one core for all, growth placed at least cost around it
// multi-nuclear          cores, sub-centres, local centres and growth at least cost, the core within its reach
// multi-nuclear-access   the same with the worst-off fifth's minutes `access_gain` below those of multi-nuclear, or half or a quarter
//                        of that gain where no structure reaches it
// multi-nuclear-balanced the same with jobs and people of each living area in balance
//
// The names are those of scenarios: `plan` takes each as demand. All are measured by travel_of(), which is not the model's own
// sum, and cumulative access to jobs. Every assumption is listed with its unit, range and ground (`assumptions()`), and varied
// one at a time in `sensitivity`, the structures held.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"
#include "structure/access/equity.hpp"
#include "structure/centres/centre_plan.hpp"
#include "structure/centres/tier_linkage.hpp"
#include "structure/centres/travel_outcome.hpp"
#include "structure/living_areas/partition.hpp"
#include "structure/units.hpp"

namespace ecumene::structure {

// Numbers that no table of the package gives. Units in `assumptions()`.
struct CentreAssumptions {
    double people_move{0.15}, jobs_move{0.20};
    double trips_local{400}, trips_sub{80}, trips_core{15}, trips_work{480};
    double reach_local{30}, reach_sub{60}, reach_core{120};
    double least_local{20'000}, least_sub{150'000}, least_core{1'000'000};
    double site_local{5'000}, site_sub{50'000}, site_core{300'000};
    double detour{1.3}, speed{45}, access_minutes{8};
    double settled_share{0.2};
    double way_to_work{8.65};
    double car_carbon{170}, bus_carbon{60}, rail_carbon{30};
    double car_money{250}, bus_money{100}, rail_money{100};
    double time_money{10'000};
    double carbon_price{100'000};
    double home_money{2.6}, home_carbon{0.4}, job_money{1.0};
    double home_land{200}, job_land{60}, land_share{0.03};
    double balance{0.1}, access_gain{0.02};
    double core_mass{300'000}, sub_mass{60'000};
    double jobs_within{45};
    double fleet_2050{0.1};
    double share_of_travel{0.6};
};

// What varying an assumption asks of the structures: most are only measured anew, some decide what is chosen.
enum class Varied { structures_held, chosen_again };

struct Assumption {
    std::string name;
    double CentreAssumptions::*value;
    std::string unit;
    double low{1.0}, high{1.0};  // factors on the value, for sensitivity; both 1: not varied
    Bilingual about;
    std::string ground;  // where it comes from
    Varied varied{Varied::structures_held};
};
const std::vector<Assumption>& assumptions();

struct Basis {
    Units units;
    Partition areas;                                     // living areas
    std::vector<double> people_today, jobs_today;        // by unit
    std::vector<double> people_of_trend, jobs_of_trend;  // at the horizon
    int today{}, horizon{};
};

struct Alternative {
    std::string name;
    Bilingual title{};
    CentrePlan plan{};
    TravelOutcome travel{};
    AccessEquity jobs_in_reach{};  // jobs within `jobs_within` minutes
    double cumulative_carbon{};    // tCO2eq from today to the horizon, structure and fleet turning in a straight line
    double carbon_of_centres{};    // with these centres, but homes and jobs as in trend
    double density{};              // people per km2 where the mean person lives: what district heat looks for
    double land_taken{};           // km2 of new homes and jobs
    std::vector<LevelRow> by_tier{};  // many-centredness and ties of each tier's catchments at the horizon
};

// How one alternative stands against trend when one assumption is another.
struct SensitivityRow {
    std::string assumption;
    double factor{};
    std::string alternative;
    double carbon_saving{};   // share of trend's travel carbon
    double minutes_saving{};  // share of trend's worst-off minutes
    std::size_t cores{};      // of the structure, which differs where it was chosen again
};

struct Alternatives {
    CentreCase ask;  // as of multi-nuclear
    TravelModes modes;
    double beta{};
    TravelOutcome today;
    std::vector<LevelRow> today_by_tier;
    std::vector<Alternative> list;
    std::vector<SensitivityRow> sensitivity;

    const Alternative& of(std::string_view name) const;
};

struct AlternativeOptions {
    solver::Options solver{};
    bool with_sensitivity{true};
    // What the plan charges for one more person and job in a unit, MKRW a year; empty: nothing.
    std::vector<double> price_of_person{}, price_of_job{};
};

// Throws Error input for a basis that does not hold together; an alternative that cannot be had is left out with a sentence.
Alternatives make_alternatives(const Basis& basis, const CentreAssumptions& assumptions,
    const AlternativeOptions& options = {}, Progress& progress = silent());

// One more round with other prices: the multi-nuclear structure they make best, and what the one of the round before costs at them.
struct Round {
    CentrePlan chosen;
    double cost_of_held{};   // MKRW a year; not a number if `held` breaks a limit
    TravelOutcome travel{};  // of the chosen
};
Round choose_again(const Basis& basis, const CentreAssumptions& assumptions, const AlternativeOptions& options,
    const CentrePlan& held, Progress& progress = silent());

void set_ways(CentreCase& ask, const Units& units, const CentreAssumptions& assumptions);
// Units with most jobs first, each at least `minutes` from those before it, with `least_mass` jobs within half an hour.
std::vector<std::size_t> spaced_by_jobs(
    const CentreCase& ask, double minutes, std::size_t count, double least_mass = 0.0);

}  // namespace ecumene::structure
