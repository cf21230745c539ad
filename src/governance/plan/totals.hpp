// Sums over sectors and the four ways a cut can be stated.
//
//     total_of(plan, Series::target, 2030, Coverage::net)             // stated, else the sum of sectors
//     FourBases cut = four_bases(plan, 2018, 2030);
//     cut.at(Coverage::gross, Coverage::net)                          // 0.400: gross base, net target
//
// Shares of 1, positive where emissions fall. Gross: sectors that emit; net: with sinks, capture and credits. A figure is
// blank where a sector it needs is blank. A cut without its two bases is not a figure: 25 % and 44 % may be the same plan.
#pragma once

#include <array>

#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

struct SectorSum {
    double value{blank};    // of the sectors that have a row
    std::size_t sectors{};  // how many have one
    bool has_blank{};       // one of them does not say how much
};

// Sum of sectors, whatever total is stated beside them.
SectorSum sum_of_sectors(const PlanDocument& plan, const Amounts& amounts, Series series, int year, Coverage coverage);

// The stated total, else the sum of sectors.
double total_of(const PlanDocument& plan, const Amounts& amounts, Series series, int year, Coverage coverage);
double total_of(const PlanDocument& plan, Series series, int year, Coverage coverage);

// (G1) 1 - target / base; blank where either is or the base is not above zero.
double cut_between(double base, double target);

struct FourBases {
    int base_year{}, year{};
    std::array<double, 2> base{blank, blank};    // gross, net
    std::array<double, 2> target{blank, blank};  // gross, net

    double at(Coverage base_basis, Coverage target_basis) const;
    bool is_complete() const;
};

// The base year is read from the history, the target year from the targets.
FourBases four_bases(const PlanDocument& plan, int base_year, int year);

// (G2) What rounding alone can make of a sum of so many figures: half of the last digit for each, and of the sum.
double rounding_slack(const Basis& basis, std::size_t figures);

}  // namespace ecumene::governance
