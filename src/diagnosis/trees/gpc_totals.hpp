// GPC totals BASIC and BASIC+ of a city or region, by the rules of the protocol.
//
//     const GpcTotals t = gpc_totals({{"I.1.1", 100.0, ""}, {"I.1.2", 40.0, ""}, {"II.1.1", blank, "NE"}});
//     t.basic == 140, t.not_estimated == {"II.1.1"}
//
// Unit: tCO2eq. BASIC: scopes 1 and 2 of I and II without I.4.4 (energy sold to the grid), and waste generated inside
// (III.x.1, III.x.2). BASIC+: and I.x.3, II.x.3, IV, V. WRI, C40, ICLEI: Global Protocol for Community-Scale Greenhouse
// Gas Inventories (2014, v1.1 2021). Notation keys: NO not occurring (counts as zero), NE not estimated, IE included
// elsewhere, C confidential; NE, C and blanks without a key leave the total incomplete, and they are named.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"

namespace ecumene::diagnosis {

struct GpcEntry {
    std::string code;        // I.1.1 = stationary, residential, scope 1
    double value{blank};     // tCO2eq
    std::string notation{};  // NO, NE, IE, C or empty
    std::string quality{};   // H, M, L or empty
};

struct GpcTotals {
    double basic{blank}, basic_plus{blank};       // blank where nothing of it is known
    double territorial{blank};                    // scope 1 of all, with I.4.4 and waste brought in
    std::vector<std::string> not_estimated;       // codes of BASIC that are NE, C or blank
    std::vector<std::string> not_estimated_plus;  // further codes of BASIC+
    std::vector<std::string> faults;              // unknown codes, value and key together, counted twice
    bool is_basic_complete() const { return not_estimated.empty(); }
};

enum class GpcLevel { basic, basic_plus, territorial_only, outside_totals, unknown };  // outside: VI, other scope 3
GpcLevel gpc_level_of(const std::string& code);

// (D24)
GpcTotals gpc_totals(std::span<const GpcEntry> entries);

}  // namespace ecumene::diagnosis
