// Yearly processes in tonnes: CO2 storage today, factories to come. (E2)-(E5)
#include <algorithm>

#include "planning/equations/decisions.hpp"

namespace ecumene::planning {

void write_works(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    auto stock = m.constraints<tonne>("works_stock", s.works, s.years);
    auto limit = m.constraints<tonne>("works_limit", s.works, s.years);
    for (const Works w : s.works) {
        const WorksData& works = s.work[w.at()];
        for (const Year y : s.years) {
            // (E4), (E5)
            m.subject_to(stock(w, y), d.works_capacity(w, y) - sum(s.years, [&](Year v) {
                return when(s.is_alive(works, v, y), lp::Term<tonne>{d.works_built(w, v).column, 1.0});
            }) == Quantity<tonne>{works.existing[y.at()] + s.inherited_capacity(works, y)});
            m.bound(d.works_capacity(w, y), Quantity<tonne>{0.0},
                Quantity<tonne>{std::max(works.potential, works.existing[y.at()] + s.inherited_capacity(works, y))});
            if (!works.can_build[y.at()]) m.bound(d.works_built(w, y), Quantity<tonne>{0.0}, Quantity<tonne>{0.0});
            // (E3)  A <= K
            m.subject_to(limit(w, y), d.works_activity(w, y) <= 1.0 * d.works_capacity(w, y));
            // (E1)  energy they use, evenly over the year
            for (const auto& [carrier, eta] : works.hourly)
                for (const Snapshot h : s.snapshots)
                    m.add_to(b.hourly(carrier, works.region, y, h),
                        Quantity<MW / tonne>{eta / hours_per_year} * d.works_activity(w, y));
            // (E2)
            for (const auto& [fuel, eta] : works.fuels)
                m.add_to(b.fuel(fuel, y), Quantity<MWh / tonne>{eta} * d.works_activity(w, y));
            for (const auto& [material, eta] : works.materials)
                m.add_to(b.material(material, y), eta * d.works_activity(w, y));
            // (E8)
            m.add_to(b.emissions(works.region, y), Quantity<tCO2 / tonne>{-works.emission} * d.works_activity(w, y));
        }
    }
}

}  // namespace ecumene::planning
