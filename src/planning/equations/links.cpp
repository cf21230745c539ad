// Links between regions. (E7)
#include <algorithm>

#include "planning/equations/decisions.hpp"

namespace ecumene::planning {

namespace {

// F = F0 + sum of builds <= maximum
template <Dim D, class L>
void write_link_stock(lp::Model& m, const System& s, const std::string& name, Set<L> links, const auto& data,
    const lp::Variables<D, L, Year>& capacity, const lp::Variables<D, L, Year>& built) {
    auto stock = m.template constraints<D>(name, links, s.years);
    for (const L l : links) {
        const auto& link = data[l.at()];
        for (const Year y : s.years) {
            const double standing = link.existing[y.at()] + s.inherited_capacity(link, y);
            m.subject_to(stock(l, y), capacity(l, y) - sum(s.years, [&](Year v) {
                return when(s.is_alive(link, v, y), lp::Term<D>{built(l, v).column, 1.0});
            }) == Quantity<D>{standing});
            m.bound(capacity(l, y), Quantity<D>{0.0}, Quantity<D>{std::max(link.potential, standing)});
            if (!link.can_build[y.at()]) m.bound(built(l, y), Quantity<D>{0.0}, Quantity<D>{0.0});
        }
    }
}

// A link by the year moves a yearly carrier between the markets of its ends. (E2)
void write_routes(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    write_link_stock(m, s, "route_stock", s.routes, s.route, d.route_capacity, d.route_built);
    auto there = m.constraints<one>("route_forward_limit", s.routes, s.years);
    auto back = m.constraints<one>("route_backward_limit", s.routes, s.years);
    for (const Route l : s.routes) {
        const RouteData& route = s.route[l.at()];
        const double arrives = 1.0 - route.loss;
        for (const Year y : s.years) {
            m.subject_to(there(l, y), d.route_forward(l, y) <= 1.0 * d.route_capacity(l, y));
            m.subject_to(back(l, y), d.route_backward(l, y) <= route.reverse * d.route_capacity(l, y));
            m.add_to(b.yearly(route.to, y), arrives * d.route_forward(l, y) - d.route_backward(l, y));
            m.add_to(b.yearly(route.from, y), arrives * d.route_backward(l, y) - d.route_forward(l, y));
        }
    }
}

}  // namespace

void write_links(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    write_link_stock(m, s, "link_stock", s.links, s.link, d.link_capacity, d.link_built);
    write_routes(m, s, d, b);
    auto there = m.constraints<MW>("forward_limit", s.links, s.years, s.snapshots);
    auto back = m.constraints<MW>("backward_limit", s.links, s.years, s.snapshots);
    for (const Link l : s.links) {
        const LinkData& link = s.link[l.at()];
        const Quantity<one> arrives{1.0 - link.loss};
        for (const Year y : s.years)
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

}  // namespace ecumene::planning
