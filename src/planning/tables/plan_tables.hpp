// The tables a plan reports (schema/results.json), filled slice by slice.
//
//     PlanTables tables(system);
//     tables.add(answer);                    // once per solved slice
//     plan.tables = std::move(tables).finish();
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "planning/plan.hpp"
#include "planning/tables/answer.hpp"

namespace ecumene::planning {

// One line of cost, so that all of them add up to the objective.
struct CostLine {
    std::string region, item, component;
    double value{};  // MKRW per year
};

class PlanTables {
public:
    explicit PlanTables(const System& system);
    void add(const Answer& answer);
    std::vector<Frame> finish() &&;
    const std::vector<HourlyArray>& hourly() const { return hourly_; }
    const std::map<std::string, std::vector<std::string>>& hourly_labels() const { return hourly_labels_; }

private:
    Frame& frame(const std::string& name) { return frames_.at(name); }
    void add_capacities(const Answer& a, Year y);
    void add_generation(const Answer& a, Year y);
    void add_flows(const Answer& a, Year y);
    void add_prices_and_balances(const Answer& a, Year y);
    void add_emissions(const Answer& a, Year y);
    void add_costs_and_burden(const Answer& a, Year y);
    void add_self_reliance(const Answer& a, Year y);
    void add_markets(const Answer& a, Year y);
    void add_carbon(const Answer& a, Year y);
    void add_imported_emissions(const Answer& a, Year y);
    void add_economy(const Answer& a, Year y);
    void add_land(const Answer& a, Year y);
    void add_policies(const Answer& a);
    void add_hourly(const Answer& a, Year y);
    void add_summary(const Answer& a, Year y, double cost);

    std::map<std::string, Frame> frames_;
    std::vector<HourlyArray> hourly_;
    std::map<std::string, std::vector<std::string>> hourly_labels_;
};

// Every yearly cost of one year of a slice; weighted by d_y they add up to the slice's objective.
std::vector<CostLine> cost_lines(const Answer& a, Year y);

// Electricity (or another hourly carrier) of a region hour by hour, by item; positive feeds the region.
struct HourlyItems {
    std::vector<std::string> items;                        // technology groups, then the fixed ones
    std::vector<std::vector<std::vector<double>>> values;  // [region][item][snapshot], MW
};
HourlyItems hourly_items(const Answer& a, HourlyCarrier carrier, Year y);

}  // namespace ecumene::planning
