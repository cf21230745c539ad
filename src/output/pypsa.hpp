// A plan as a network of PyPSA: its electricity, snapshot by snapshot, in a form that opens and solves there.
//
//     write_csv_folder("export/3f2a-pypsa", pypsa_network(input));
//
// One bus a region, one investment period a milestone year. What a group of technologies gives or takes in a snapshot is given
// (`p_set`), its capacity of that year is `p_nom`; links have their capacity and losses, and flow as the balances ask. What
// rounding leaves is met or taken by "balance", at a price. Prices are KRW/MWh, the year's discount weight and years are the
// period's. Not done here: other carriers than electricity, storage by its level, plans of every hour (their hours stand in
// hourly.nc).
#pragma once

#include "network/network.hpp"
#include "output/report.hpp"

namespace ecumene::output {

// Throws Error(input) when the plan holds no dispatch by snapshot.
network::Network pypsa_network(const ReportInput& input);

}  // namespace ecumene::output
