// What the plan decides (columns) and the balances sectors meet in (rows), as typed blocks.
//
//     Decisions d = add_decisions(model, system);      // columns
//     Balances  b = add_balances(model, system);       // shared rows, empty
//     write_processes(model, system, d, b); ...        // every file writes its own equations and its share of the balances
//
// The equations stand in docs/model/energy.md under the numbers the code cites.
#pragma once

#include "lp/model.hpp"
#include "planning/system.hpp"

namespace ecumene::planning {

using lp::sum;
using lp::when;

struct Decisions {
    // sites: hourly processes
    lp::Variables<MW, Site, Year> capacity, built, kept;
    lp::Variables<MW, Site, Year, Snapshot> activity;
    lp::Variables<MWh, Site, Year> output;
    // works: yearly processes, in units of their main carrier
    lp::Variables<one, Works, Year> works_capacity, works_built, works_kept, works_activity;
    lp::Variables<MWh, Pattern, Year> pattern_use;  // what works take of an hourly carrier over the year
    // depots: stores
    lp::Variables<MW, Depot, Year> power, power_built, power_kept;
    lp::Variables<MWh, Depot, Year> energy, energy_built;
    lp::Variables<MW, Depot, Year, Snapshot> charge, discharge;
    lp::Variables<MWh, Depot, Year, Snapshot> level;
    lp::Variables<MWh, Depot, Year, Run> season_level;  // at the start of a run of equal days
    lp::Variables<MWh, Depot, Year, Period> season_top, season_bottom;
    // links
    lp::Variables<MW, Link, Year> link_capacity, link_built;
    lp::Variables<MW, Link, Year, Snapshot> forward, backward;
    lp::Variables<one, Route, Year> route_capacity, route_built, route_forward, route_backward;
    // demand and trade
    lp::Variables<MW, HourlyCarrier, Region, Year, Snapshot> unserved, imported, shift_up, shift_down;
    lp::Variables<MW, CutStep, Region, Year, Snapshot> cut;
    lp::Variables<one, Market, Year> bought, missing;  // yearly carriers: from outside; demand not met
    // what regions come to
    lp::Variables<tCO2, Region, Sector, Year> emissions;
    lp::Variables<person, Region, Sector, Year> jobs;
    lp::Variables<MW, Year> firm;  // capacity that counts as firm
};

struct Balances {
    lp::Constraints<MW, HourlyCarrier, Region, Year, Snapshot> hourly;  // (E1)
    lp::Constraints<one, Market, Year> yearly;                          // (E2)
    lp::Constraints<tCO2, Region, Sector, Year> emissions;              // (E8)
    lp::Constraints<MW, Site, Year, Snapshot> activity_limit;           // (E3); its shadow price values availability
};

Decisions add_decisions(lp::Model& model, const System& system);
Balances add_balances(lp::Model& model, const System& system);

void write_processes(lp::Model& model, const System& system, const Decisions& d, const Balances& b);  // (E1)-(E5)
void write_works(lp::Model& model, const System& system, const Decisions& d, const Balances& b);      // (E2)-(E5)
void write_stores(lp::Model& model, const System& system, const Decisions& d, const Balances& b);     // (E6)
void write_links(lp::Model& model, const System& system, const Decisions& d, const Balances& b);      // (E7)
void write_demand(lp::Model& model, const System& system, const Decisions& d, const Balances& b);     // (E1), (E11)
void write_trade(lp::Model& model, const System& system, const Decisions& d, const Balances& b);      // (E1), (E2)
void write_emissions(lp::Model& model, const System& system, const Decisions& d, const Balances& b);  // (E8)
void write_jobs(lp::Model& model, const System& system, const Decisions& d);                          // (E12)
void write_costs(lp::Model& model, const System& system, const Decisions& d);                         // (E17)

}  // namespace ecumene::planning
