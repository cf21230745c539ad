// What is bought from outside: hydrogen by the hour, fuels and materials by the year. (E1), (E2)
#include <cmath>

#include "planning/equations/decisions.hpp"

namespace ecumene::planning {
namespace {

void write_hourly_imports(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    auto limit = m.constraints<MWh>("import_limit", s.hourly_carriers, s.years);
    for (const HourlyCarrier c : s.hourly_carriers)
        for (const Year y : s.years) {
            const bool is_sold =
                !is_blank(s.hourly_import_price[c.at()][y.at()]) && s.hourly_import_limit[c.at()][y.at()] > 0.0;
            for (const Region r : s.regions)
                for (const Snapshot h : s.snapshots) {
                    if (is_sold)
                        m.add_to(b.hourly(c, r, y, h), 1.0 * d.imported(c, r, y, h));
                    else
                        m.bound(d.imported(c, r, y, h), Quantity<MW>{0.0}, Quantity<MW>{0.0});
                }
            if (is_sold && std::isfinite(s.hourly_import_limit[c.at()][y.at()]))
                m.subject_to(limit(c, y), sum(s.regions, s.snapshots, [&](Region r, Snapshot h) {
                    return s.weight(h) * d.imported(c, r, y, h);
                }) <= Quantity<MWh>{s.hourly_import_limit[c.at()][y.at()]});
        }
}

// (E2)  eta A + import {=, >=} D
template <Dim D, class C>
void write_yearly(lp::Model& m, const System& s, Set<C> carriers, const lp::Constraints<D, C, Year>& balance,
    const lp::Variables<D, C, Year>& import, const std::vector<std::vector<double>>& price,
    const std::vector<std::vector<double>>& limit, const std::vector<std::vector<double>>& demand,
    const std::vector<char>& is_disposable) {
    for (const C c : carriers)
        for (const Year y : s.years) {
            const bool is_sold = !is_blank(price[c.at()][y.at()]);
            m.add_to(balance(c, y), 1.0 * import(c, y));
            m.bound(import(c, y), Quantity<D>{0.0}, Quantity<D>{is_sold ? limit[c.at()][y.at()] : 0.0});
            const Quantity<D> wanted{demand[c.at()][y.at()]};
            m.set_bounds(balance(c, y), wanted, is_disposable[c.at()] ? Quantity<D>{lp::infinity} : wanted);
        }
}

}  // namespace

void write_trade(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    write_hourly_imports(m, s, d, b);
    write_yearly(m, s, s.fuels, b.fuel, d.fuel_import, s.fuel_price, s.fuel_limit, s.fuel_demand, s.fuel_is_disposable);
    write_yearly(m, s, s.materials, b.material, d.material_import, s.material_price, s.material_limit,
        s.material_demand, s.material_is_disposable);
}

}  // namespace ecumene::planning
