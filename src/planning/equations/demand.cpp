// What must be served and how it bends. (E1), (E11)
#include <algorithm>

#include "planning/equations/decisions.hpp"

namespace ecumene::planning {
namespace {

constexpr Quantity<MW> nothing{0.0};

// The periods within which moved demand must be caught up: one per day of snapshots.
std::vector<std::vector<Snapshot>> days_of(const System& s) {
    std::vector<std::vector<Snapshot>> days;
    int current = -1;
    for (const Snapshot h : s.snapshots) {
        const int day = s.time.snapshots[h.at()].first_hour / 24;
        if (day != current) days.emplace_back();
        current = day;
        days.back().push_back(h);
    }
    return days;
}

// (E11) for what works take: room for shift follows how much there is of them.
struct BendingLoad {
    lp::Constraints<MW, HourlyCarrier, Region, Year, Snapshot> up, down;
    std::vector<char> bends;  // [carrier x region x year]

    std::size_t at(const System& s, HourlyCarrier c, Region r, Year y) const {
        return (c.at() * static_cast<std::size_t>(s.regions.size()) + r.at()) *
                   static_cast<std::size_t>(s.years.size()) +
               y.at();
    }
};

BendingLoad write_bending_loads(lp::Model& m, const System& s, const Decisions& d) {
    BendingLoad load{m.constraints<MW>("shift_up_limit", s.hourly_carriers, s.regions, s.years, s.snapshots),
        m.constraints<MW>("shift_down_limit", s.hourly_carriers, s.regions, s.years, s.snapshots),
        std::vector<char>(s.hourly_ids.size() * s.region_data.size() * s.calendar.size())};
    for (const Pattern p : s.patterns) {
        const PatternData& pattern = s.pattern[p.at()];
        for (const Year y : s.years) {
            if (pattern.component.empty() || pattern.shift_share[y.at()] <= 0.0) continue;
            load.bends[load.at(s, pattern.carrier, pattern.region, y)] = 1;
            for (const Snapshot h : s.snapshots) {
                const double of_hour = pattern.shift_share[y.at()] * pattern.shape[h.at()];
                const double room = is_blank(pattern.room[y.at()]) ? of_hour : pattern.room[y.at()] / hours_per_year;
                const auto use = d.pattern_use(p, y);
                m.add_to(load.up(pattern.carrier, pattern.region, y, h), Quantity<inverse(hour)>{-room} * use);
                m.add_to(load.down(pattern.carrier, pattern.region, y, h), Quantity<inverse(hour)>{-of_hour} * use);
            }
        }
    }
    return load;
}

}  // namespace

void write_demand(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    const auto days = days_of(s);
    const BendingLoad load = write_bending_loads(m, s, d);
    constexpr Quantity<MW> no_limit{lp::infinity}, no_floor{-lp::infinity};
    const Set<Index<struct DayTag>> day_set(days.size());
    auto caught_up = m.constraints<MWh>("shift_caught_up", s.hourly_carriers, s.regions, s.years, day_set);
    for (const HourlyCarrier c : s.hourly_carriers)
        for (const Region r : s.regions)
            for (const Year y : s.years) {
                const bool bends = load.bends[load.at(s, c, r, y)] != 0;
                for (const Snapshot h : s.snapshots) {
                    // (E1)  supply + unserved + cut = D + shift+ - shift-
                    const Quantity<MW> demand = s.demand(c, r, y, h), movable = s.shiftable(c, r, y, h);
                    m.add_to(b.hourly(c, r, y, h),
                        d.unserved(c, r, y, h) - d.shift_up(c, r, y, h) + d.shift_down(c, r, y, h));
                    m.set_bounds(b.hourly(c, r, y, h), demand, s.hourly_is_disposable[c.at()] ? no_limit : demand);
                    m.bound(d.unserved(c, r, y, h), nothing, s.may_go_unserved[c.at()] ? demand : nothing);
                    // (E11)
                    m.bound(d.shift_up(c, r, y, h), nothing, bends ? no_limit : movable);
                    m.bound(d.shift_down(c, r, y, h), nothing, bends ? no_limit : movable);
                    if (!bends) continue;
                    m.add_to(load.up(c, r, y, h), 1.0 * d.shift_up(c, r, y, h));
                    m.add_to(load.down(c, r, y, h), 1.0 * d.shift_down(c, r, y, h));
                    m.set_bounds(load.up(c, r, y, h), no_floor, movable);
                    m.set_bounds(load.down(c, r, y, h), no_floor, movable);
                }
                for (const auto day : day_set) {
                    const auto may_move = [&](Snapshot h) { return s.shiftable(c, r, y, h).value > 0.0; };
                    if (!bends && std::none_of(days[day.at()].begin(), days[day.at()].end(), may_move)) continue;
                    // (E11)  what is put off is caught up within the day
                    m.subject_to(caught_up(c, r, y, day), sum(days[day.at()], [&](Snapshot h) {
                        return s.length(h) * d.shift_up(c, r, y, h) - s.length(h) * d.shift_down(c, r, y, h);
                    }) == Quantity<MWh>{0.0});
                }
            }
    for (const CutStep step : s.cut_steps)
        for (const Region r : s.regions)
            for (const Year y : s.years)
                for (const Snapshot h : s.snapshots) {
                    m.add_to(b.hourly(s.cut_step[step.at()].carrier, r, y, h), 1.0 * d.cut(step, r, y, h));
                    m.bound(d.cut(step, r, y, h), nothing, s.cuttable(step, r, y, h));
                }
}

}  // namespace ecumene::planning
