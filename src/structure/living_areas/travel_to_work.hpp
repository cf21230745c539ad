// When a set of units is a living area: the travel-to-work rule of Coombes and Bond (2008), as ISTAT states it (Franconi,
// D'Alo and Ichim 2016) and as the United Kingdom draws it.
//
//     TravelToWork rule = istat_rule();                        // 1,000 / 10,000 residents, 60 % / 75 %
//     validity({.residents = 8000, .workers = 7500, .inner = 6200}, rule) >= 1      // it is one
//
// Size counts resident workers (flow that starts in the area). Small areas must keep more to themselves than large ones: the
// hyperbolic form (S1) trades both smoothly, the linear form (S2) draws a straight line. Either is 1 or more for a living area.
#pragma once

#include <string>

#include "structure/living_areas/partition.hpp"

namespace ecumene::structure {

enum class ValidityForm { hyperbolic, linear };

struct TravelToWork {
    double min_size{1000};
    double min_sc{0.60};  // self-containment, 0..1
    double target_size{10000};
    double target_sc{0.75};
    ValidityForm form{ValidityForm::hyperbolic};

    // Empty if sound, else one sentence about what is wrong.
    std::string complaint() const;
};

TravelToWork istat_rule();  // 1,000 / 10,000, .60 / .75, hyperbolic
TravelToWork uk_rule();     // 3,500 / 25,000, .667 / .75, linear

// (S1) or (S2). An area that keeps everything to itself is valid at any size: 1. An area without flow: 0.
double validity(const AreaFlows& area, const TravelToWork& rule);
// Rounding of sums of real flows must not decide.
inline constexpr double validity_tolerance = 1e-9;
inline bool is_valid(const AreaFlows& area, const TravelToWork& rule) {
    return validity(area, rule) >= 1.0 - validity_tolerance;
}
// The least self-containment with which an area of so many residents is valid; above 1 where only a closed one is.
double needed_self_containment(double residents, const TravelToWork& rule);

// (S3) T_ij^2 / (R_i W_j) + T_ji^2 / (R_j W_i); a term whose denominator is zero counts nothing.
double cohesion(double flow_ij, double flow_ji, const AreaFlows& i, const AreaFlows& j);

}  // namespace ecumene::structure
