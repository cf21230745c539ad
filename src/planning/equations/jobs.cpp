// (E12)  J_nsy = sum over the assets of a sector of (build B / years + operate K + output A)
#include "planning/equations/decisions.hpp"

namespace ecumene::planning {
namespace {

using Jobs = lp::Constraints<person, Region, Sector, Year>;

// One asset's jobs in one region; a link's are halved between its ends.
template <Dim D>
void add_jobs(lp::Model& m, const System& s, const Jobs& jobs, const Asset& asset, Region r, Year y, double share,
    lp::Variable<D> built, lp::Variable<D> capacity) {
    const auto row = jobs(r, s.technology_of(asset).sector, y);
    m.add_to(row, Quantity<person / D>{-share * asset.jobs_build[y.at()] / s.years_of_building(y)} * built);
    m.add_to(row, Quantity<person / D>{-share * asset.jobs_operate[y.at()]} * capacity);
}

}  // namespace

void write_jobs(lp::Model& m, const System& s, const Decisions& d) {
    if (!s.has_jobs()) return;
    const Jobs jobs = m.constraints<person>("jobs", s.regions, s.sectors, s.years);
    for (const Region r : s.regions)
        for (const Sector sector : s.sectors)
            for (const Year y : s.years) {
                m.add_to(jobs(r, sector, y), 1.0 * d.jobs(r, sector, y));
                m.set_bounds(jobs(r, sector, y), Quantity<person>{0.0}, Quantity<person>{0.0});
            }
    for (const Year y : s.years) {
        for (const Site k : s.sites) {
            const SiteData& a = s.site[k.at()];
            add_jobs(m, s, jobs, a, a.region, y, 1.0, d.built(k, y), d.capacity(k, y));
            m.add_to(jobs(a.region, s.technology_of(a).sector, y),
                Quantity<person / MWh>{-a.jobs_output[y.at()]} * d.output(k, y));
        }
        for (const Works w : s.works) {
            const WorksData& a = s.work[w.at()];
            add_jobs(m, s, jobs, a, a.region, y, 1.0, d.works_built(w, y), d.works_capacity(w, y));
            m.add_to(jobs(a.region, s.technology_of(a).sector, y),
                Quantity<person>{-a.jobs_output[y.at()]} * d.works_activity(w, y));
        }
        for (const Depot k : s.depots) {
            const DepotData& a = s.depot[k.at()];
            add_jobs(m, s, jobs, a, a.region, y, 1.0, d.power_built(k, y), d.power(k, y));
        }
        for (const Link l : s.links) {
            const LinkData& a = s.link[l.at()];
            for (const Region end : {a.origin, a.destination})
                add_jobs(m, s, jobs, a, end, y, 0.5, d.link_built(l, y), d.link_capacity(l, y));
        }
        for (const Route l : s.routes) {
            const RouteData& a = s.route[l.at()];
            for (const Region end : {a.origin, a.destination})
                add_jobs(m, s, jobs, a, end, y, 0.5, d.route_built(l, y), d.route_capacity(l, y));
        }
    }
}

}  // namespace ecumene::planning
