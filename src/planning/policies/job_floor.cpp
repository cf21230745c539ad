// (E12)  J_ny >= (1 - delta)^years J_n,y-1: a region does not lose its jobs faster than people can follow
#include <cmath>

#include "planning/policies/policies.hpp"

namespace ecumene::planning {
namespace {

// The floor of some sectors of one region taken together, from one milestone year to the next.
void write_floor(lp::Model& m, const System& s, const Decisions& d, lp::Row<person> row, const std::string& policy,
    Region r, const std::vector<Sector>& sectors, Year y, double decline, Policies& policies) {
    const double kept = std::pow(1.0 - decline, s.build_window[y.at()]);
    PolicyRow entry{.policy = policy,
        .region = s.code(r),
        .year = s.calendar_year(y),
        .unit = "person",
        .row = row.row,
        .per_year = s.discount[y.at()],
        .is_floor = true};
    double before = 0.0;
    for (const Sector sector : sectors) {
        m.add_to(row, 1.0 * d.jobs(r, sector, y));
        if (y.pos > 0) {
            const auto last = d.jobs(r, sector, Year{y.pos - 1});
            m.add_to(row, -kept * last);
            entry.moving_limit.emplace_back(last.column, kept);
        } else {
            before += kept * s.jobs_before[r.at() * s.sector_ids.size() + sector.at()];
        }
    }
    entry.limit = before;
    entry.usual = before;
    m.set_bounds(row, Quantity<person>{before}, Quantity<person>{lp::infinity});
    policies.rows.push_back(std::move(entry));
}

}  // namespace

void write_job_floor(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    if (!s.has_jobs()) return;
    auto all = m.constraints<person>("job_floor", s.regions, s.years);
    auto single = m.constraints<person>("job_floor_sector", s.regions, s.sectors, s.years);
    std::vector<Sector> sectors;
    for (const Sector sector : s.sectors) sectors.push_back(sector);
    for (const Region r : s.regions)
        for (const Year y : s.years) {
            // The first year is where the count begins.
            if (y.pos == 0 && s.jobs_before.empty()) continue;
            if (s.job_decline >= 0.0)
                write_floor(m, s, d, all(r, y), "job_floor", r, sectors, y, s.job_decline, policies);
            for (const Sector sector : s.sectors)
                if (s.job_decline_of[sector.at()] >= 0.0)
                    write_floor(m, s, d, single(r, sector, y), "job_floor:" + s.sector_ids[sector.at()], r, {sector}, y,
                        s.job_decline_of[sector.at()], policies);
        }
}

}  // namespace ecumene::planning
