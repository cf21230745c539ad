#include "planning/energy_model.hpp"

namespace ecumene::planning {

EnergyModel write_model(const System& s) {
    EnergyModel model;
    lp::Model m;
    const auto hourly_columns =
        static_cast<std::size_t>(s.years.size()) * static_cast<std::size_t>(s.snapshots.size()) *
        (s.site.size() + 3 * s.depot.size() + 2 * s.link.size() + 3 * s.region_data.size() * s.hourly_ids.size());
    m.reserve(4 * hourly_columns);
    model.decisions = add_decisions(m, s);
    model.balances = add_balances(m, s);
    const auto& d = model.decisions;
    const auto& b = model.balances;
    write_processes(m, s, d, b);
    write_works(m, s, d, b);
    write_stores(m, s, d, b);
    write_links(m, s, d, b);
    write_demand(m, s, d, b);
    write_trade(m, s, d, b);
    write_emissions(m, s, d, b);
    write_jobs(m, s, d);
    model.policies = write_policies(m, s, d);
    write_costs(m, s, d);
    model.problem = std::move(m).finish();
    return model;
}

}  // namespace ecumene::planning
