// The problems the barrier is measured on: a nation's power, heat, hydrogen and charging, built and run at least cost.
//
//     const lp::Problem problem = regional_plan({.regions = 17, .hours = 672, .years = 1, .seed = 7});
//
// Regions x hours x years, all three free, so that growth with each can be measured: eight kinds of power plant, batteries,
// hydrogen, heat pumps and boilers, demand that shifts, cars that charge, links, and a cap on emissions. The numbers are
// invented: of a believable size, sourced from nowhere, and kept as they are so that figures of different dates compare.
//
// Units: powers are written in GW and money in millions of euros, where `MW` and `MKRW` of core/units.hpp stand for them.
#pragma once

#include "lp/problem.hpp"

namespace ecumene::bench {

struct RegionalSize {
    int regions{17};  // 17: shares and links like Korea's; others are made up by formula
    int hours{168};   // of whole days, spread over the year
    int years{1};     // five years apart; 1: built from scratch for one year
    unsigned seed{7};
    double carbon_share{0.06};  // of the emissions of a nation fed by half a tonne per MWh, in the last year
};

lp::Problem regional_plan(const RegionalSize& size);

}  // namespace ecumene::bench
