// Yearly processes in units of their main carrier: factories, vehicles, boilers, forests. (E1)-(E5)
#include "planning/equations/decisions.hpp"
#include "planning/equations/stock.hpp"

namespace ecumene::planning {
namespace {

// (E3)  mu K <= A <= kappa K
void write_limits(lp::Model& m, const System& s, const Decisions& d) {
    auto limit = m.constraints<one>("works_limit", s.works, s.years);
    auto lower = m.constraints<one>("works_minimum", s.works, s.years);
    for (const Works w : s.works) {
        const WorksData& works = s.work[w.at()];
        for (const Year y : s.years) {
            m.subject_to(limit(w, y), d.works_activity(w, y) <= works.availability * d.works_capacity(w, y));
            if (works.minimum_load > 0.0)
                m.subject_to(lower(w, y), d.works_activity(w, y) >= std::min(works.minimum_load, works.availability) *
                                                                        d.works_capacity(w, y));
        }
    }
}

// (E1)  what works of a region take of an hourly carrier follows a shape: U = - sum eta A, U s_h in every hour
void write_patterns(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    auto use = m.constraints<MWh>("pattern_use", s.patterns, s.years);
    for (const Pattern p : s.patterns) {
        const PatternData& pattern = s.pattern[p.at()];
        for (const Year y : s.years) {
            m.add_to(use(p, y), 1.0 * d.pattern_use(p, y));
            m.set_bounds(use(p, y), Quantity<MWh>{0.0}, Quantity<MWh>{0.0});
            for (const Snapshot h : s.snapshots)
                m.add_to(b.hourly(pattern.carrier, pattern.region, y, h),
                    Quantity<inverse(hour)>{-pattern.shape[h.at()]} * d.pattern_use(p, y));
        }
    }
    for (const Works w : s.works)
        for (const auto& [pattern, eta] : s.work[w.at()].hourly)
            for (const Year y : s.years) m.add_to(use(pattern, y), Quantity<MWh>{eta} * d.works_activity(w, y));
}

}  // namespace

void write_works(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    write_stock(m, s, "works", s.works, s.work, d.works_capacity, d.works_built, d.works_kept);
    write_limits(m, s, d);
    write_patterns(m, s, d, b);
    for (const Works w : s.works) {
        const WorksData& works = s.work[w.at()];
        for (const Year y : s.years) {
            // (E2)
            for (const auto& [market, eta] : works.yearly) m.add_to(b.yearly(market, y), eta * d.works_activity(w, y));
            // (E8)
            m.add_to(b.emissions(works.region, s.technology_of(works).sector, y),
                Quantity<tCO2>{-works.emission(y)} * d.works_activity(w, y));
        }
    }
}

}  // namespace ecumene::planning
