// Everything the equations need, in typed tables: one region set, one year set, one time grid, and per site, depot, link
// and works what the data say. Read from a Dataset and a Scenario once; immutable while the model is written.
//
//     const System system = read_system(data, scenario);
//     system.demand(electricity, r, y, h)        // MW
//
// A myopic plan works on slices of one year (`slice`), with what earlier years built as inherited capacity.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/table.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "dataset/scenario.hpp"
#include "planning/sets.hpp"
#include "planning/time_grid.hpp"

namespace ecumene::planning {

struct Technology {
    std::string id;
    Bilingual name;
    std::string group;
    bool extendable{}, clean{}, seasonal{}, keeps_carbon{};
};

// Capacity that an earlier step of a myopic plan built: it stands until `end` and its annuity goes on.
struct Inherited {
    int built_year{}, end{};
    double capacity{}, energy{};  // MW (t/year), MWh
    double annuity{};             // MKRW per year for all of it
};

// What can be built and what stands: shared by sites, works, depots and links. One entry per year where a list.
struct Asset {
    std::size_t technology{};
    std::vector<double> existing;  // MW (t/year) of today's stock still standing, before early retirement
    std::vector<double> arriving;  // of it, what enters service since the last milestone
    std::vector<char> can_build;
    std::vector<double> annuity;      // MKRW per MW and year, by build year
    std::vector<double> investment;   // MKRW per MW, overnight, by build year
    std::vector<double> fixed_om;     // MKRW per MW and year
    std::vector<double> variable_om;  // MKRW per MWh (per t)
    double potential{};               // of capacity; infinity: none
    double life{};                    // years
    std::vector<Inherited> inherited;
};

struct SiteData : Asset {
    Region region;
    double minimum_load{};
    double emission{};  // tCO2eq per MWh, net flow to the atmosphere (E8)
    bool has_profile{};
    std::vector<std::pair<HourlyCarrier, double>> hourly;  // MWh per MWh of activity
    std::vector<std::pair<Fuel, double>> fuels;            // MWh per MWh
    std::vector<std::pair<Material, double>> materials;    // t per MWh
};

struct WorksData : Asset {
    Region region;
    double emission{};     // tCO2eq per t
    double total_limit{};  // t over all years and regions of the technology; infinity: none
    std::vector<std::pair<HourlyCarrier, double>> hourly;  // MWh per t, evenly over the year
    std::vector<std::pair<Fuel, double>> fuels;            // MWh per t
    std::vector<std::pair<Material, double>> materials;    // t per t
};

struct DepotData : Asset {
    Region region;
    HourlyCarrier carrier;
    bool has_power_limit{true};  // false: filling and emptying is not limited apart from energy
    double duration{};           // hours of energy per MW; 0: energy is built on its own
    double efficiency_charge{1.0}, efficiency_discharge{1.0};
    double standing_loss{};                                                  // share per hour
    double energy_potential{};                                               // MWh; infinity: none
    std::vector<double> energy_annuity, energy_investment, energy_fixed_om;  // per MWh
    bool is_seasonal{};
};

struct LinkData : Asset {
    std::string id;
    Region origin, destination;
    HourlyCarrier carrier;
    double loss{}, reverse{1.0};
};

struct LinkGroupData {
    std::string id;
    Bilingual name;
    std::vector<Link> forward, backward;  // members counted from origin to destination, and the other way
    std::vector<double> limit;            // MW by year; infinity: none
};

struct CutStepData {
    HourlyCarrier carrier;
    std::string component;
    int step{};
    std::vector<double> value;  // MKRW per MWh not used, by year
};

struct System {
    std::string nation;
    std::vector<dataset::Region> region_data;
    std::vector<int> calendar;         // milestone years
    std::vector<double> period_years;  // L_y
    std::vector<double> discount;      // d_y (E17)
    std::vector<double> build_window;  // years since the milestone before (the base year for the first)
    int base_year{};
    TimeGrid time;

    Set<Region> regions;
    Set<Year> years;
    Set<Snapshot> snapshots;
    Set<Period> periods;
    Set<Run> runs;
    Set<HourlyCarrier> hourly_carriers;
    Set<Fuel> fuels;
    Set<Material> materials;
    Set<Site> sites;
    Set<Works> works;
    Set<Depot> depots;
    Set<Link> links;
    Set<LinkGroup> link_groups;
    Set<CutStep> cut_steps;

    std::vector<Technology> technologies;
    std::vector<std::string> hourly_ids, fuel_ids, material_ids;
    HourlyCarrier electricity;

    std::vector<SiteData> site;
    std::vector<WorksData> work;
    std::vector<DepotData> depot;
    std::vector<LinkData> link;
    std::vector<LinkGroupData> link_group;
    std::vector<CutStepData> cut_step;

    Table<hour, Snapshot> weight;  // w_h: hours of the year it stands for
    Table<hour, Snapshot> length;  // Delta_h
    Table<one, Site, Snapshot> availability;
    Table<MW, HourlyCarrier, Region, Year, Snapshot> demand;
    Table<MW, HourlyCarrier, Region, Year, Snapshot> shiftable;  // at most this much may move, either way
    Table<MW, CutStep, Region, Year, Snapshot> cuttable;
    Table<MKRW_per_MWh, HourlyCarrier, Year> shift_cost;
    Table<MKRW_per_MWh, HourlyCarrier> unserved_value;
    std::vector<char> may_go_unserved;                                // per hourly carrier
    std::vector<std::vector<double>> hourly_import_price;             // [carrier][year], NaN: not for sale
    std::vector<std::vector<double>> hourly_import_limit;             // MWh per year
    std::vector<std::vector<double>> fuel_price, fuel_limit;          // [fuel][year]; NaN: not for sale
    std::vector<std::vector<double>> material_price, material_limit;  // per t
    std::vector<std::vector<double>> fuel_demand, material_demand;    // per year
    std::vector<char> fuel_is_disposable, material_is_disposable;
    std::vector<double> carbon_cap;                         // tCO2eq by year; infinity: none
    double usual_emissions{};                               // tCO2eq a year: the highest the targets speak of
    double carbon_budget{};                                 // infinity: none
    Table<one, Region, Year> self_reliance;                 // floor; negative: none
    double unserved_limit{};                                // share of yearly demand
    std::map<std::string, std::vector<double>> build_pace;  // technology -> MW per year, by year
    std::map<std::string, std::vector<double>> population;  // region -> people by year
    double share_of_nation{1.0};                            // by base-year demand, when only some regions are planned
    Findings notes;                                         // what was assumed or interpolated while reading

    int calendar_year(Year y) const { return calendar[y.at()]; }
    const Technology& technology_of(const Asset& asset) const { return technologies[asset.technology]; }
    const std::string& code(Region r) const { return region_data[r.at()].code; }
    bool is_alive(const Asset& asset, Year built, Year now) const {
        return built <= now && calendar_year(now) < calendar_year(built) + asset.life;
    }
    double inherited_capacity(const Asset& asset, Year y) const;
    double inherited_energy(const Asset& asset, Year y) const;
    double inherited_annuity(const Asset& asset, Year y) const;

    // The same system seen from one milestone year.
    System slice(Year y) const;
};

// Throws FindingsError naming what the package lacks for a plan.
System read_system(const dataset::Dataset& data, const dataset::Scenario& scenario);

}  // namespace ecumene::planning
