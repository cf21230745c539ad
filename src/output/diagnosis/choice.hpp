// Which of many decompositions stands for a place where there is room for one.
//
//     for (const KayaChange* change : shown_changes(movement.changes)) ...     // nation, groups, regions
//     best_prices(movement) == "grdp real2015"                                 // constant prices before current ones
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"
#include "diagnosis/change/movement.hpp"

namespace ecumene::output {

// Measure and prices joined by a blank.
std::string price_key(const std::string& measure, const std::string& prices);

// Constant prices if any change that could be split has them, else the first there are; empty without changes.
std::string best_prices(const diagnosis::Movement& movement);
// "regional product, prices of 2015"
Bilingual price_name(const std::string& measure, const std::string& prices);

// One for each place and price base, from end to end in one step, over regions where that could be split, else by sector,
// else the place as a whole; the nation first, then groups, then regions.
std::vector<const diagnosis::KayaChange*> shown_changes(const std::vector<diagnosis::KayaChange>& changes);

bool has_state(const diagnosis::DecouplingOf& one);
// Of the base that is best to read: that of best_prices() where any place has a state there, else the first that has.
std::string best_decoupling_prices(const diagnosis::Movement& movement);

}  // namespace ecumene::output
