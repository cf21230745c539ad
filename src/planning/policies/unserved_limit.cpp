// (E1)  sum_n,h w unserved <= rho sum_n,h w D: a plan that leaves more than this share unserved is no plan
#include "planning/policies/policies.hpp"

namespace ecumene::planning {

namespace {

// The same for carriers by the year that have a value where they are missing.
void write_missing_limit(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    auto rows = m.constraints<one>("missing_limit", s.yearly_carriers, s.years);
    for (const YearlyCarrier c : s.yearly_carriers) {
        const YearlyCarrierData& carrier = s.yearly[c.at()];
        if (is_blank(carrier.unserved_value)) continue;
        std::vector<Market> markets;
        for (const Market k : s.markets)
            if (s.market[k.at()].carrier == c) markets.push_back(k);
        for (const Year y : s.years) {
            double demand = 0.0;
            for (const Market k : markets) demand += s.market[k.at()].demand[y.at()];
            if (demand <= 0.0) continue;
            const Quantity<one> limit{s.unserved_limit * demand};
            m.subject_to(rows(c, y), sum(markets, [&](Market k) { return 1.0 * d.missing(k, y); }) <= limit);
            policies.rows.push_back({.policy = "unserved_limit:" + carrier.id,
                .region = s.nation,
                .year = s.calendar_year(y),
                .limit = limit.value,
                .unit = carrier.unit,
                .row = rows(c, y).row,
                .per_year = s.discount[y.at()],
                .usual = demand,
                .is_reliability = true});
        }
    }
}

}  // namespace

void write_unserved_limit(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    write_missing_limit(m, s, d, policies);
    auto rows = m.constraints<MWh>("unserved_limit", s.hourly_carriers, s.years);
    for (const HourlyCarrier c : s.hourly_carriers)
        for (const Year y : s.years) {
            Quantity<MWh> demand;
            for (const Region r : s.regions)
                for (const Snapshot h : s.snapshots) demand += s.weight(h) * s.demand(c, r, y, h);
            if (demand.value <= 0.0) continue;
            const Quantity<MWh> limit = s.unserved_limit * demand;
            m.subject_to(rows(c, y), sum(s.regions, s.snapshots, [&](Region r, Snapshot h) {
                return s.weight(h) * d.unserved(c, r, y, h);
            }) <= limit);
            policies.rows.push_back({.policy = "unserved_limit:" + s.hourly_ids[c.at()],
                .region = s.nation,
                .year = s.calendar_year(y),
                .limit = limit.value,
                .unit = "MWh",
                .row = rows(c, y).row,
                .per_year = s.discount[y.at()],
                .is_reliability = true});
        }
}

}  // namespace ecumene::planning
