// (E5)  sum_p land_p K_pny <= land_n of each class
#include "planning/policies/policies.hpp"

namespace ecumene::planning {

void write_land(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    constexpr Dim km2 = km * km;
    std::int32_t number = 0;
    auto rows = m.constraints<km2>("land", Set<Index<struct LandTag>>(s.land.size()), s.years);
    for (const auto& [place, available] : s.land) {
        const auto& [region, land_class] = place;
        const Index<struct LandTag> position{number++};
        const auto is_here = [&](const auto& process) {
            return s.code(process.region) == region && s.technology_of(process).land_class == land_class &&
                   process.land > 0.0;
        };
        for (const Year y : s.years) {
            bool is_used = false;
            const auto row = rows(position, y);
            for (const Site k : s.sites) {
                const SiteData& site = s.site[k.at()];
                if (!is_here(site)) continue;
                m.add_to(row, Quantity<km2 / MW>{site.land} * d.capacity(k, y));
                is_used = true;
            }
            for (const Works w : s.works) {
                const WorksData& works = s.work[w.at()];
                if (!is_here(works)) continue;
                m.add_to(row, Quantity<km2>{works.land} * d.works_capacity(w, y));
                is_used = true;
            }
            if (!is_used) continue;
            m.set_bounds(row, Quantity<km2>{-lp::infinity}, Quantity<km2>{available});
            policies.rows.push_back({.policy = "land:" + land_class,
                .region = region,
                .year = s.calendar_year(y),
                .limit = available,
                .unit = "km2",
                .row = row.row,
                .per_year = s.discount[y.at()],
                .usual = available});
        }
    }
}

}  // namespace ecumene::planning
