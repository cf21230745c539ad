// (E4), (E5): what stands = what is kept of today's stock + what earlier steps built + what is built and still alive.
// The same for sites, stores' power and works; only the unit differs.
#pragma once

#include <algorithm>
#include <string>

#include "planning/equations/decisions.hpp"

namespace ecumene::planning {

// Rows for the capacity of assets: `capacity(a, y)`, `built(a, y)`, and `kept(a, y)` where stock may retire early.
template <Dim D, class A>
void write_stock(lp::Model& m, const System& s, const std::string& name, Set<A> assets, const auto& data,
    const lp::Variables<D, A, Year>& capacity, const lp::Variables<D, A, Year>& built,
    const lp::Variables<D, A, Year>& kept) {
    auto stock = m.template constraints<D>(name + "_stock", assets, s.years);
    auto retirement = m.template constraints<D>(name + "_retirement", assets, s.years);
    for (const A a : assets) {
        const Asset& asset = data[a.at()];
        for (const Year y : s.years) {
            // (E4)  K = kept + inherited + sum of builds alive;  0 <= kept <= K0
            m.subject_to(stock(a, y), capacity(a, y) - kept(a, y) - sum(s.years, [&](Year v) {
                return when(s.is_alive(asset, v, y), lp::Term<D>{built(a, v).column, 1.0});
            }) == Quantity<D>{s.inherited_capacity(asset, y)});
            // What stands in the first year after the base year is data: nothing has retired early yet.
            const bool may_retire = s.calendar_year(y) > s.base_year + 1;
            m.bound(kept(a, y), Quantity<D>{may_retire ? 0.0 : asset.existing[y.at()]},
                Quantity<D>{asset.existing[y.at()]});
            // (E4)  what retires early does not come back
            if (y.pos > 0)
                m.subject_to(
                    retirement(a, y), kept(a, y) - kept(a, Year{y.pos - 1}) <= Quantity<D>{asset.arriving[y.at()]});
            // (E5)  K <= potential; nothing is built where or when it may not be
            const double standing = asset.existing[y.at()] + s.inherited_capacity(asset, y);
            m.bound(capacity(a, y), Quantity<D>{0.0}, Quantity<D>{std::max(asset.potential, standing)});
            if (!asset.can_build[y.at()]) m.bound(built(a, y), Quantity<D>{0.0}, Quantity<D>{0.0});
        }
    }
}

}  // namespace ecumene::planning
