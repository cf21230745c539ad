// Everything the equations need, in typed tables: one region set, one year set, one time grid, and per site, depot, link
// and works what the data say. Read from a Dataset and a Scenario once; immutable while the model is written.
//
//     const System system = read_system(data, scenario);
//     system.demand(electricity, r, y, h)        // MW
//
// A myopic plan works on slices of one year (`slice`), with what earlier years built as inherited capacity.
#pragma once

#include <algorithm>
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
    Sector sector;
    std::string land_class;
    bool green{};
    std::string unit{};  // of its main carrier: MWh, t, Mkm, Mpkm, Mtkm, km2
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
    std::vector<double> pace;                       // of this region, capacity per year; empty: none
    std::vector<double> annuity;                    // MKRW per MW and year, by build year
    std::vector<double> investment;                 // MKRW per MW, overnight, by build year
    std::vector<double> fixed_om;                   // MKRW per MW and year
    std::vector<double> variable_om;                // MKRW per MWh (per t)
    double potential{};                             // of capacity; infinity: none
    double life{};                                  // years
    double capacity_credit{};                       // share of capacity that is firm (E10)
    double land{};                                  // km2 per unit of capacity
    std::vector<double> jobs_build;                 // person-years per unit built, by year (E12)
    std::vector<double> jobs_operate, jobs_output;  // persons per unit of capacity; person-years per unit of activity
    double local_content{};                         // share of investment; NaN: not known
    double count{};                                 // things per unit of capacity; NaN: not counted
    std::vector<Inherited> inherited;
};

// What sites and works share. Per unit of activity: MWh of a site, a unit of its main carrier of works.
struct ProcessData : Asset {
    Region region;
    double minimum_load{};
    double fossil_in{}, fossil_out{}, fossil_kept{};  // tCO2eq of fossil carbon taken in, in products, put away (E8)
    std::vector<double> other_emission;               // tCO2eq of what is not a carrier's carbon, by year
    std::vector<std::pair<Market, double>> yearly;    // units of the carrier

    // Net flow to the atmosphere (E8).
    double fossil_emission() const { return fossil_in - fossil_out - fossil_kept; }
    double emission(Year y) const { return fossil_emission() + other_emission[y.at()]; }
};

struct SiteData : ProcessData {
    bool has_profile{};
    std::vector<std::pair<HourlyCarrier, double>> hourly;  // MWh per MWh of activity
};

struct WorksData : ProcessData {
    double availability{1.0};
    double total_limit{};                            // units over all years and regions; infinity: none
    std::vector<std::pair<Pattern, double>> hourly;  // MWh per unit, made (+) or taken (-)
};

struct YearlyCarrierData {
    std::string id, unit;  // MWh, t, Mkm, Mpkm, Mtkm, km2
    bool is_regional{}, is_disposable{};
    double carbon{};                             // tCO2eq of fossil carbon per unit
    double unserved_value{};                     // MKRW per unit; NaN: demand must be met
    std::vector<double> price, limit, embodied;  // by year; NaN price: not for sale
    std::vector<std::vector<double>> demand;     // [region][year], units per year
};

// Where a yearly carrier balances.
struct MarketData {
    YearlyCarrier carrier;
    Region region{-1};           // -1: the nation
    std::vector<double> demand;  // units per year
};

// What works of one region take of an hourly carrier by one shape. A pattern of a component that bends has its own.
struct PatternData {
    HourlyCarrier carrier;
    Region region;
    std::string series, component;  // component: empty where nothing bends
    std::vector<double> shape;      // by snapshot, MW per MWh of the year
    std::vector<double> shift_share,
        room;  // by year; share of its load, multiple of its mean load (NaN: of the hour's)
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

struct RouteData : Asset {
    std::string id;
    Region origin, destination;
    Market from, to;
    double loss{}, reverse{1.0};
};

// A limit on net emissions of a sector (or all) in a region (or the nation).
struct CapData {
    std::string policy;         // carbon_cap, carbon_cap:<sector>
    Region region{-1};          // -1: the nation
    Sector sector{-1};          // -1: all
    std::vector<double> limit;  // tCO2eq by year; infinity: none
    double usual{};             // the highest its target speaks of
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
    Set<YearlyCarrier> yearly_carriers;
    Set<Market> markets;
    Set<Pattern> patterns;
    Set<Sector> sectors;
    Set<Site> sites;
    Set<Works> works;
    Set<Depot> depots;
    Set<Link> links;
    Set<Route> routes;
    Set<LinkGroup> link_groups;
    Set<CutStep> cut_steps;

    std::vector<Technology> technologies;
    std::vector<std::string> hourly_ids, yearly_ids, sector_ids;
    HourlyCarrier electricity;

    std::vector<SiteData> site;
    std::vector<WorksData> work;
    std::vector<DepotData> depot;
    std::vector<LinkData> link;
    std::vector<RouteData> route;
    std::vector<YearlyCarrierData> yearly;
    std::vector<MarketData> market;
    std::vector<PatternData> pattern;
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
    std::vector<char> hourly_is_disposable;                // a surplus may be thrown away
    std::vector<char> may_go_unserved;                     // per hourly carrier
    std::vector<std::vector<double>> hourly_import_price;  // [carrier][year], NaN: not for sale
    std::vector<std::vector<double>> hourly_import_limit;  // MWh per year
    std::vector<std::vector<double>> hourly_embodied;      // tCO2eq per MWh bought
    std::vector<CapData> caps;                             // the first is the headline, if there is any
    double usual_emissions{};                              // tCO2eq a year: the highest the headline target speaks of
    double carbon_budget{};                                // infinity: none
    Table<one, Region, Year> self_reliance;                // floor; negative: none
    double unserved_limit{};                               // share of yearly demand
    double adequacy_margin{};                              // share; negative: none
    double job_decline{};                                  // share per year; negative: none
    std::vector<double> job_decline_of;                    // by sector; negative: none
    std::vector<double> jobs_before;  // [region x sector] of a myopic plan's last year; empty: none
    std::map<std::pair<std::string, std::string>, double> land;  // (region, class) -> km2
    std::map<std::string, std::vector<double>> build_pace;       // technology -> MW per year, by year
    std::map<std::string, std::vector<double>> population;       // region -> people by year
    std::map<std::string, std::vector<double>> gva;              // region -> MKRW by year, the newest held
    double share_of_nation{1.0};  // by base-year demand, when only some regions are planned
    Findings notes;               // what was assumed or interpolated while reading

    // Years over which what a milestone finds built was built; a plan of the base year itself builds within one.
    double years_of_building(Year y) const { return std::max(1.0, build_window[y.at()]); }
    int calendar_year(Year y) const { return calendar[y.at()]; }
    const Technology& technology_of(const Asset& asset) const { return technologies[asset.technology]; }
    const std::string& code(Region r) const { return region_data[r.at()].code; }
    bool is_alive(const Asset& asset, Year built, Year now) const {
        return built <= now && calendar_year(now) < calendar_year(built) + asset.life;
    }
    Market market_of(YearlyCarrier c, Region r) const { return yearly_market[c.at()][r.at()]; }
    std::string place_of(Market m) const {
        return market[m.at()].region.pos < 0 ? nation : code(market[m.at()].region);
    }
    std::vector<std::vector<Market>> yearly_market;  // [carrier][region]
    // "t", "Mpkm" … of works' activity, and "t/year" … of their capacity.
    std::string unit_of(const WorksData& w) const { return technology_of(w).unit; }
    std::string capacity_unit_of(const WorksData& w) const {
        const auto unit = unit_of(w);
        return unit == "km2" ? unit : unit + "/year";
    }
    bool has_jobs() const;  // does the package say how many work at anything?
    double inherited_capacity(const Asset& asset, Year y) const;
    double inherited_energy(const Asset& asset, Year y) const;
    double inherited_annuity(const Asset& asset, Year y) const;

    // The same system seen from one milestone year.
    System slice(Year y) const;
};

// Throws FindingsError naming what the package lacks for a plan.
System read_system(const dataset::Dataset& data, const dataset::Scenario& scenario);

}  // namespace ecumene::planning
