// What people can reach: opportunities within a time, and the share of a service that is left for each (floating catchment).
//
//     std::vector<double> jobs_in_45 = cumulative(minutes, jobs, 45);                       // (S51), per unit
//     std::vector<double> beds = floating_catchment({{car, 0.7}, {transit, 0.3}}, supply, people, 30);   // (S52), beds a person
//
// Times are row-major, one cell for each pair; infinite: no way. A time at the limit is within it. Two-step floating catchment:
// Luo and Wang 2003, by mode as in Mao and Nekorchuk 2013: a provider's supply is shared by all who reach it by their mode. Where
// nobody reaches a provider its supply helps no one. Cost: one or two walks of the table per mode.
#pragma once

#include <vector>

namespace ecumene::structure {

// Times by one mode, and the share of people (everywhere, or by unit) who use it.
struct ModeTimes {
    const std::vector<double>* minutes{};
    double share{1.0};
    std::vector<double> share_by_unit{};  // empty: `share` everywhere

    double share_of(std::size_t unit) const { return share_by_unit.empty() ? share : share_by_unit[unit]; }
};

// Throws Error input if tables do not fit together.
std::vector<double> cumulative(
    const std::vector<double>& minutes, const std::vector<double>& opportunities, double within_minutes);
// Weighted by the share of people who use each mode.
std::vector<double> cumulative(
    const std::vector<ModeTimes>& modes, const std::vector<double>& opportunities, double within_minutes);
std::vector<double> floating_catchment(const std::vector<ModeTimes>& modes, const std::vector<double>& supply,
    const std::vector<double>& people, double within_minutes);

}  // namespace ecumene::structure
