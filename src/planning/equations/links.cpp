// Links between regions. (E7)
#include <algorithm>

#include "planning/equations/decisions.hpp"

namespace ecumene::planning {

void write_links(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    auto stock = m.constraints<MW>("link_stock", s.links, s.years);
    auto there = m.constraints<MW>("forward_limit", s.links, s.years, s.snapshots);
    auto back = m.constraints<MW>("backward_limit", s.links, s.years, s.snapshots);
    for (const Link l : s.links) {
        const LinkData& link = s.link[l.at()];
        const Quantity<one> arrives{1.0 - link.loss};
        for (const Year y : s.years) {
            const double standing = link.existing[y.at()] + s.inherited_capacity(link, y);
            // F = F0 + sum of builds
            m.subject_to(stock(l, y), d.link_capacity(l, y) - sum(s.years, [&](Year v) {
                return when(s.is_alive(link, v, y), lp::Term<MW>{d.link_built(l, v).column, 1.0});
            }) == Quantity<MW>{standing});
            m.bound(d.link_capacity(l, y), Quantity<MW>{0.0}, Quantity<MW>{std::max(link.potential, standing)});
            if (!link.can_build[y.at()]) m.bound(d.link_built(l, y), Quantity<MW>{0.0}, Quantity<MW>{0.0});
            for (const Snapshot h : s.snapshots) {
                m.subject_to(there(l, y, h), d.forward(l, y, h) <= 1.0 * d.link_capacity(l, y));
                m.subject_to(back(l, y, h), d.backward(l, y, h) <= Quantity<one>{link.reverse} * d.link_capacity(l, y));
                // (E1)  (1 - lambda) f in, f out
                m.add_to(
                    b.hourly(link.carrier, link.destination, y, h), arrives * d.forward(l, y, h) - d.backward(l, y, h));
                m.add_to(b.hourly(link.carrier, link.origin, y, h), arrives * d.backward(l, y, h) - d.forward(l, y, h));
            }
        }
    }
}

}  // namespace ecumene::planning
