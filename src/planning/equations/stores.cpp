// Stores by the hour, and from day to day where they are seasonal. (E6)
#include <algorithm>
#include <cmath>

#include "planning/equations/decisions.hpp"
#include "planning/equations/stock.hpp"

namespace ecumene::planning {
namespace {

void write_capacity(lp::Model& m, const System& s, const Decisions& d) {
    write_stock(m, s, "store", s.depots, s.depot, d.power, d.power_built, d.power_kept);
    auto energy = m.constraints<MWh>("store_energy_stock", s.depots, s.years);
    for (const Depot k : s.depots) {
        const DepotData& depot = s.depot[k.at()];
        for (const Year y : s.years) {
            if (depot.duration > 0.0) {
                // energy comes with power
                m.subject_to(energy(k, y), d.energy(k, y) == Quantity<hour>{depot.duration} * d.power(k, y));
                m.bound(d.energy_built(k, y), Quantity<MWh>{0.0}, Quantity<MWh>{0.0});
                continue;
            }
            const double inherited = s.inherited_energy(depot, y);
            m.subject_to(energy(k, y), d.energy(k, y) - sum(s.years, [&](Year v) {
                return when(s.is_alive(depot, v, y), lp::Term<MWh>{d.energy_built(k, v).column, 1.0});
            }) == Quantity<MWh>{inherited});
            m.bound(d.energy(k, y), Quantity<MWh>{0.0}, Quantity<MWh>{std::max(depot.energy_potential, inherited)});
            if (!depot.can_build[y.at()]) m.bound(d.energy_built(k, y), Quantity<MWh>{0.0}, Quantity<MWh>{0.0});
        }
    }
}

// Levels at the end of each snapshot: e = (1 - sigma)^Delta e(before) + Delta (eta+ chg - dis / eta-).
// A daily store ends the period as it began it. A seasonal store counts what it gained since the period began, which may
// be negative; how days follow one another is written in write_seasons.
void write_levels(lp::Model& m, const System& s, const Decisions& d) {
    auto level = m.constraints<MWh>("store_level", s.depots, s.years, s.snapshots);
    auto room = m.constraints<MWh>("store_room", s.depots, s.years, s.snapshots);
    auto charging = m.constraints<MW>("charge_limit", s.depots, s.years, s.snapshots);
    auto discharging = m.constraints<MW>("discharge_limit", s.depots, s.years, s.snapshots);
    for (const Depot k : s.depots) {
        const DepotData& depot = s.depot[k.at()];
        const bool by_season = depot.is_seasonal && !s.time.is_full;
        for (const Year y : s.years)
            for (const Snapshot h : s.snapshots) {
                if (depot.has_power_limit) {
                    m.subject_to(charging(k, y, h), d.charge(k, y, h) <= 1.0 * d.power(k, y));
                    m.subject_to(discharging(k, y, h), d.discharge(k, y, h) <= 1.0 * d.power(k, y));
                }
                const auto& period = s.time.periods[static_cast<std::size_t>(s.time.snapshots[h.at()].period)];
                const bool is_first = h.pos == period.first;
                const Snapshot before{is_first ? period.first + period.count - 1 : h.pos - 1};
                const Quantity<one> keep{std::pow(1.0 - depot.standing_loss, s.length(h).value)};
                const Quantity<hour> filled = depot.efficiency_charge * s.length(h);
                const Quantity<hour> emptied = (1.0 / depot.efficiency_discharge) * s.length(h);
                m.subject_to(level(k, y, h),
                    d.level(k, y, h) == when(!(is_first && by_season), keep * d.level(k, y, before)) +
                                            filled * d.charge(k, y, h) - emptied * d.discharge(k, y, h));
                if (by_season)
                    m.bound(d.level(k, y, h), Quantity<MWh>{-lp::infinity}, Quantity<MWh>{lp::infinity});
                else
                    m.subject_to(room(k, y, h), d.level(k, y, h) <= 1.0 * d.energy(k, y));
            }
    }
}

// Q(next run) = (1 - sigma)^(24 n) Q + dQ sum_k (1 - sigma)^(24 k), levels within capacity at the first and last day of a run.
void write_seasons(lp::Model& m, const System& s, const Decisions& d) {
    if (s.time.is_full) return;
    auto chain = m.constraints<MWh>("season_chain", s.depots, s.years, s.runs);
    auto top = m.constraints<MWh>("season_top", s.depots, s.years, s.snapshots);
    auto bottom = m.constraints<MWh>("season_bottom", s.depots, s.years, s.snapshots);
    auto first_full = m.constraints<MWh>("season_first_full", s.depots, s.years, s.runs);
    auto first_empty = m.constraints<MWh>("season_first_empty", s.depots, s.years, s.runs);
    auto last_full = m.constraints<MWh>("season_last_full", s.depots, s.years, s.runs);
    auto last_empty = m.constraints<MWh>("season_last_empty", s.depots, s.years, s.runs);
    for (const Depot k : s.depots) {
        const DepotData& depot = s.depot[k.at()];
        for (const Year y : s.years) {
            for (const Period f : s.periods) {
                m.bound(d.season_bottom(k, y, f), Quantity<MWh>{depot.is_seasonal ? -lp::infinity : 0.0},
                    Quantity<MWh>{0.0});
                if (!depot.is_seasonal) m.bound(d.season_top(k, y, f), Quantity<MWh>{0.0}, Quantity<MWh>{0.0});
            }
            if (!depot.is_seasonal) {
                for (const Run j : s.runs) m.bound(d.season_level(k, y, j), Quantity<MWh>{0.0}, Quantity<MWh>{0.0});
                continue;
            }
            for (const Snapshot h : s.snapshots) {
                const Period f{s.time.snapshots[h.at()].period};
                m.subject_to(top(k, y, h), d.level(k, y, h) <= 1.0 * d.season_top(k, y, f));
                m.subject_to(bottom(k, y, h), d.level(k, y, h) >= 1.0 * d.season_bottom(k, y, f));
            }
            const double day_keep = std::pow(1.0 - depot.standing_loss, 24.0);
            for (const Run j : s.runs) {
                const auto& run = s.time.runs[j.at()];
                const Period f{run.period};
                const auto& period = s.time.periods[f.at()];
                const auto gain = d.level(k, y, Snapshot{period.first + period.count - 1});  // dQ of one such day
                const auto gained_over = [&](int days) {
                    double total = 0.0;
                    for (int i = 0; i < days; ++i) total += std::pow(day_keep, i);
                    return total;
                };
                const Run next{j.pos + 1 < s.runs.size() ? j.pos + 1 : 0};
                const Quantity<one> kept_over_run{std::pow(day_keep, run.repetitions)};
                m.subject_to(chain(k, y, j),
                    d.season_level(k, y, next) ==
                        kept_over_run * d.season_level(k, y, j) + Quantity<one>{gained_over(run.repetitions)} * gain);
                m.subject_to(
                    first_full(k, y, j), d.season_level(k, y, j) + d.season_top(k, y, f) <= 1.0 * d.energy(k, y));
                m.subject_to(first_empty(k, y, j),
                    Quantity<one>{day_keep} * d.season_level(k, y, j) + d.season_bottom(k, y, f) >= Quantity<MWh>{0.0});
                if (run.repetitions < 2) continue;
                // The days between lie between the first and the last: the level moves one way within a run.
                const Quantity<one> kept_before_last{std::pow(day_keep, run.repetitions - 1)};
                const Quantity<one> gained{gained_over(run.repetitions - 1)};
                m.subject_to(last_full(k, y, j),
                    kept_before_last * d.season_level(k, y, j) + gained * gain + d.season_top(k, y, f) <=
                        1.0 * d.energy(k, y));
                m.subject_to(last_empty(k, y, j), (day_keep * kept_before_last) * d.season_level(k, y, j) +
                                                          (day_keep * gained) * gain + d.season_bottom(k, y, f) >=
                                                      Quantity<MWh>{0.0});
            }
        }
    }
}

}  // namespace

void write_stores(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    write_capacity(m, s, d);
    write_levels(m, s, d);
    write_seasons(m, s, d);
    for (const Depot k : s.depots) {
        const DepotData& depot = s.depot[k.at()];
        for (const Year y : s.years)
            for (const Snapshot h : s.snapshots)
                // (E1)  dis - chg
                m.add_to(b.hourly(depot.carrier, depot.region, y, h), d.discharge(k, y, h) - d.charge(k, y, h));
    }
}

}  // namespace ecumene::planning
