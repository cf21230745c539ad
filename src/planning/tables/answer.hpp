// One solved slice of the plan, read in the plan's own words: values of variables, shadow prices of rows.
//
//     const Answer a{system, model, solution};
//     a(d.capacity(k, y))                    // MW
//     a.price(c, r, y, h)                    // MKRW per MWh, undiscounted
#pragma once

#include <algorithm>
#include <cmath>

#include "planning/energy_model.hpp"
#include "solver/solution.hpp"

namespace ecumene::planning {

struct Answer {
    const System& system;
    const EnergyModel& model;
    const solver::Solution& solution;

    template <Dim D>
    double operator()(lp::Variable<D> v) const {
        return solution.values[static_cast<std::size_t>(v.column)];
    }
    // d objective / d right-hand side; 0 where the solver gave no duals.
    double dual(std::int32_t row) const {
        return solution.duals.empty() ? 0.0 : solution.duals[static_cast<std::size_t>(row)];
    }
    // Reported price of an hourly carrier = dual / (d_y w_h).
    double price(HourlyCarrier c, Region r, Year y, Snapshot h) const {
        return dual(model.balances.hourly(c, r, y, h).row) / (system.discount[y.at()] * system.weight(h).value);
    }
    // Price of a yearly carrier = dual / d_y, MKRW per unit.
    double price(Market m, Year y) const { return dual(model.balances.yearly(m, y).row) / system.discount[y.at()]; }
    // What works take of an hourly carrier in a snapshot, MW.
    double load(Pattern p, Year y, Snapshot h) const {
        return system.pattern[p.at()].shape[h.at()] * (*this)(model.decisions.pattern_use(p, y));
    }
    // Year's total of an hourly block: sum_h w_h x.
    template <class Get>
    double yearly(Get get) const {
        double total = 0.0;
        for (const Snapshot h : system.snapshots) total += system.weight(h).value * get(h);
        return total;
    }
};

}  // namespace ecumene::planning
