// Policies: rules a plan obeys beyond physics and cost. One file each, one line in `write_policies`.
//
//     Policies policies = write_policies(model, system, decisions);
//     for (const PolicyRow& p : policies.rows) ...     // name, region, year, limit, unit, row: for reports and conflicts
//
// A policy row may give way when no plan exists; the report then says which one and by how much.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "planning/equations/decisions.hpp"

namespace ecumene::planning {

struct PolicyRow {
    // carbon_cap, carbon_cap:<sector>, carbon_budget, self_reliance, adequacy, job_floor, job_floor:<sector>, land:<class>,
    // build_pace:<technology>, total_limit:<technology>, link_group:<id>, unserved_limit:<carrier>
    std::string policy;
    std::string region;  // region code or the nation's
    int year{};          // 0: all years together
    double limit{};
    std::string unit;
    std::int32_t row{};
    double per_year{1.0};  // the row's own unit per reported unit: d_y of its year, so that duals become yearly prices
    double
        usual{};  // what is usual for this rule, in its unit: conflicts are weighed as shares of it; 0: the limit itself
    bool is_floor{};
    bool is_reliability{};  // gives way only when nothing else helps
    std::vector<std::pair<std::int32_t, double>>
        moving_limit{};  // columns the limit follows: last year's jobs, the load

    // What the limit is above `limit` at these values, one per column of the model.
    double limit_moved_by(const std::vector<double>& values) const {
        double moved = 0.0;
        for (const auto& [column, factor] : moving_limit) moved += factor * values[static_cast<std::size_t>(column)];
        return moved;
    }
};

struct Policies {
    std::vector<PolicyRow> rows;
};

Policies write_policies(lp::Model& model, const System& system, const Decisions& d);

void write_carbon_cap(lp::Model& model, const System& system, const Decisions& d, Policies& policies);      // (E8)
void write_self_reliance(lp::Model& model, const System& system, const Decisions& d, Policies& policies);   // (E9)
void write_link_groups(lp::Model& model, const System& system, const Decisions& d, Policies& policies);     // (E7)
void write_build_pace(lp::Model& model, const System& system, const Decisions& d, Policies& policies);      // (E5)
void write_total_limits(lp::Model& model, const System& system, const Decisions& d, Policies& policies);    // (E6)
void write_adequacy(lp::Model& model, const System& system, const Decisions& d, Policies& policies);        // (E10)
void write_job_floor(lp::Model& model, const System& system, const Decisions& d, Policies& policies);       // (E12)
void write_land(lp::Model& model, const System& system, const Decisions& d, Policies& policies);            // (E5)
void write_unserved_limit(lp::Model& model, const System& system, const Decisions& d, Policies& policies);  // (E1)

}  // namespace ecumene::planning
