// Which unknowns border the hourly rows: columns that stay in the reduced system instead of being squared into its rows.
//
//     const Border border = choose_border(form);
//     border.node_of[j]      // column j's node, or -1: the column is eliminated first
//
// Nodes 0 .. rows-1 are rows. Tier 0 goes in the order nested dissection gives; tier 1 follows: what touches every hour of a
// year (capacities, and rows such as a carbon cap, which dissection would cut through and with them a row of every hour), and
// columns without bounds, whose diagonal is next to nothing and a good pivot only after their rows.
#pragma once

#include <cstdint>
#include <vector>

#include "solver/barrier/standard_form.hpp"

namespace ecumene::solver::barrier {

struct Border {
    std::vector<std::int32_t> columns;  // that stay, ascending
    std::vector<std::int32_t> node_of;  // per column
    std::vector<char> tier;             // per node
};

Border choose_border(const StandardForm& form);

}  // namespace ecumene::solver::barrier
