// What a region's growth owes to the nation, to its mix of industries, and to itself; and what it is specialised in.
//
//     IndustryPanel p{.regions = {"A", "B"}, .industries = {"C", "S"}, .first = {...}, .last = {...}};   // row-major r, s
//     const auto parts = shift_share(p);       // parts[r]: nation + mix + own = change
//     location_quotient(p.last, 2, 2)          // [r * 2 + s]
//
// Units: those of the panel (MKRW or persons); quotients have none. An industry that did not exist at the start in the
// nation has no growth rate: its change counts as the region's own and `without_base` says so. Dunn (1960); Isard (1960).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ecumene::diagnosis {

struct IndustryPanel {
    std::vector<std::string> regions{}, industries{};
    std::vector<double> first{}, last{};  // [region * industries + industry], zero or above, none blank
};

struct ShiftShare {
    double change{};
    double nation{}, mix{}, own{};  // sum to the change
    double without_base{};          // part of `own` in industries the nation did not have at the start
};

// (D20) One per region. Throws ErrorKind::internal for a panel of the wrong shape.
std::vector<ShiftShare> shift_share(const IndustryPanel& panel);

// (D21) Share of the industry in the region over its share in the sum of regions; blank where that is zero.
std::vector<double> location_quotient(const std::vector<double>& values, std::size_t regions, std::size_t industries);

}  // namespace ecumene::diagnosis
