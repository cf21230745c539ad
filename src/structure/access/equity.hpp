// How evenly access is spread over people, in one struct: mean, the worst-off share, and the measures of core/inequality.hpp.
//
//     AccessEquity e = access_equity(jobs_in_45, people, area_of_unit);
//     e.mean;  e.worst_off;  e.worst_off / e.mean;  e.gini;  e.theil->between
//
// More is better here (opportunities, not minutes). The worst-off share is of people, cut within a unit where the share ends (S48).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/inequality.hpp"

namespace ecumene::structure {

struct AccessEquity {
    double mean{};       // weighted by people
    double worst_off{};  // mean of the worst-off share of people
    std::optional<double> gini;
    std::optional<Theil> theil;  // between and within groups
};

// `group` may be empty: all are one. Throws Error input if sizes differ.
AccessEquity access_equity(const std::vector<double>& access, const std::vector<double>& people,
    const std::vector<std::size_t>& group = {}, double share = 0.2);

}  // namespace ecumene::structure
