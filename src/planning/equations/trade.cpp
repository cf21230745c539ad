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

// (E2)  eta A + import + missing {=, >=} D
void write_yearly(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    for (const Market k : s.markets) {
        const MarketData& market = s.market[k.at()];
        const YearlyCarrierData& carrier = s.yearly[market.carrier.at()];
        for (const Year y : s.years) {
            const Quantity<one> wanted{market.demand[y.at()]}, nothing{0.0};
            const bool is_sold = !is_blank(carrier.price[y.at()]);
            m.add_to(b.yearly(k, y), d.bought(k, y) + d.missing(k, y));
            m.bound(d.bought(k, y), nothing, Quantity<one>{is_sold ? carrier.limit[y.at()] : 0.0});
            m.bound(d.missing(k, y), nothing, is_blank(carrier.unserved_value) ? nothing : wanted);
            m.set_bounds(b.yearly(k, y), wanted, carrier.is_disposable ? Quantity<one>{lp::infinity} : wanted);
        }
    }
}

// A carrier that balances by region shares one limit on what the nation buys.
void write_shared_limits(lp::Model& m, const System& s, const Decisions& d) {
    auto limit = m.constraints<one>("yearly_import_limit", s.yearly_carriers, s.years);
    for (const YearlyCarrier c : s.yearly_carriers) {
        const YearlyCarrierData& carrier = s.yearly[c.at()];
        for (const Year y : s.years)
            if (carrier.is_regional && !is_blank(carrier.price[y.at()]) && std::isfinite(carrier.limit[y.at()]))
                m.subject_to(limit(c, y), sum(s.regions, [&](Region r) {
                    return 1.0 * d.bought(s.market_of(c, r), y);
                }) <= Quantity<one>{carrier.limit[y.at()]});
    }
}

}  // namespace

void write_trade(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    write_hourly_imports(m, s, d, b);
    write_yearly(m, s, d, b);
    write_shared_limits(m, s, d);
}

}  // namespace ecumene::planning
