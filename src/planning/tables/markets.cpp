// Carriers by the year: their balances and prices, and where their fossil carbon goes (E2, E8).
#include <cmath>

#include "planning/tables/plan_tables.hpp"

namespace ecumene::planning {
namespace {

struct Shown {
    double factor;
    const char* unit;
};

// MKRW per unit as people read it.
Shown price_unit(const std::string& unit) {
    if (unit == "MWh") return {1000.0, "KRW/kWh"};
    if (unit == "t") return {1000.0, "KRW/kg"};
    if (unit == "Mkm") return {1.0, "KRW/km"};
    if (unit == "Mpkm") return {1.0, "KRW/pkm"};
    if (unit == "Mtkm") return {1.0, "KRW/tkm"};
    return {1.0, "KRW/m2"};
}

struct MarketYear {
    double produced{}, used{}, received{}, sent{};
};

std::vector<MarketYear> market_years(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    std::vector<MarketYear> years(s.market.size());
    const auto run = [&](const ProcessData& process, double activity) {
        for (const auto& [k, eta] : process.yearly)
            (eta > 0.0 ? years[k.at()].produced : years[k.at()].used) += std::abs(eta) * activity;
    };
    for (const Site k : s.sites) run(s.site[k.at()], a(d.output(k, y)));
    for (const Works w : s.works) run(s.work[w.at()], a(d.works_activity(w, y)));
    for (const Route l : s.routes) {
        const RouteData& route = s.route[l.at()];
        const double there = a(d.route_forward(l, y)), back = a(d.route_backward(l, y));
        years[route.to.at()].received += (1.0 - route.loss) * there;
        years[route.from.at()].received += (1.0 - route.loss) * back;
        years[route.from.at()].sent += there;
        years[route.to.at()].sent += back;
    }
    return years;
}

}  // namespace

void PlanTables::add_markets(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const auto years = market_years(a, y);
    for (const Market k : s.markets) {
        const MarketData& market = s.market[k.at()];
        const YearlyCarrierData& carrier = s.yearly[market.carrier.at()];
        const MarketYear& t = years[k.at()];
        const double bought = a(d.bought(k, y)), missing = a(d.missing(k, y)), demand = market.demand[y.at()];
        const double left = t.produced - t.used + bought + t.received - t.sent + missing - demand;
        if (t.produced + t.used + bought + t.received + demand == 0.0) continue;
        // What is thrown away of a disposable carrier is no fault of the balance.
        frame("balances")
            .add({carrier.id, s.place_of(k), s.calendar_year(y), t.produced, t.used, bought, t.received, t.sent, 0.0,
                demand, 0.0, 0.0, missing, carrier.is_disposable ? std::min(0.0, left) : left, carrier.unit});
        const auto [factor, unit] = price_unit(carrier.unit);
        const double price = factor * a.price(k, y);
        frame("prices").add({s.place_of(k), carrier.id, s.calendar_year(y), price, price, price, unit});
    }
}

// Per process, and for the nation: fossil carbon bought = in products + put away + to the air.
void PlanTables::add_carbon(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    const int year = s.calendar_year(y);
    std::map<std::string, double> kept, air, other;
    const auto add = [&](const ProcessData& p, double activity) {
        if (p.fossil_in == 0.0 && p.fossil_out == 0.0 && p.other_emission[y.at()] == 0.0) return;
        const auto& technology = s.technology_of(p);
        const auto& sector = s.sector_ids[technology.sector.at()];
        const double to_air = p.fossil_emission() * activity, gases = p.other_emission[y.at()] * activity;
        frame("carbon").add({s.code(p.region), technology.id, sector, year, p.fossil_in * activity,
            p.fossil_out * activity, p.fossil_kept * activity, to_air, gases});
        kept[technology.id] += p.fossil_kept * activity;
        air[sector] += to_air;
        other[sector] += gases;
    };
    for (const Site k : s.sites) add(s.site[k.at()], a(d.output(k, y)));
    for (const Works w : s.works) add(s.work[w.at()], a(d.works_activity(w, y)));
    const auto flow = [&](const char* side, const char* kind, const std::string& item, double value) {
        if (value != 0.0) frame("carbon_flow").add({year, side, kind, item, value});
    };
    std::map<std::string, double> bought, products;
    for (const Market k : s.markets) {
        const MarketData& market = s.market[k.at()];
        const YearlyCarrierData& carrier = s.yearly[market.carrier.at()];
        bought[carrier.id] += carrier.carbon * a(d.bought(k, y));
        products[carrier.id] += carrier.carbon * (market.demand[y.at()] - a(d.missing(k, y)));
    }
    for (const Route l : s.routes) {
        const RouteData& route = s.route[l.at()];
        const YearlyCarrierData& carrier = s.yearly[s.market[route.from.at()].carrier.at()];
        flow("out", "leaked", route.id,
            carrier.carbon * route.loss * (a(d.route_forward(l, y)) + a(d.route_backward(l, y))));
    }
    for (const auto& [carrier, value] : bought) flow("in", "bought", carrier, value);
    for (const auto& [carrier, value] : products) flow("out", "products", carrier, value);
    for (const auto& [technology, value] : kept) flow("out", "stored", technology, value);
    for (const auto& [sector, value] : air) flow("out", "air", sector, value);
    for (const auto& [sector, value] : other) flow("beside", "other_gases_and_sinks", sector, value);
}

// What was emitted abroad for what a region buys, for the consumption ledger.
void PlanTables::add_imported_emissions(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    std::map<std::pair<std::string, std::string>, double> embodied;
    for (const HourlyCarrier c : s.hourly_carriers)
        for (const Region r : s.regions)
            embodied[{s.code(r), s.hourly_ids[c.at()]}] +=
                s.hourly_embodied[c.at()][y.at()] * a.yearly([&](Snapshot h) { return a(d.imported(c, r, y, h)); });
    const auto use = [&](const ProcessData& p, double activity) {
        for (const auto& [k, eta] : p.yearly) {
            const YearlyCarrierData& carrier = s.yearly[s.market[k.at()].carrier.at()];
            if (eta < 0.0) embodied[{s.code(p.region), carrier.id}] -= carrier.embodied[y.at()] * eta * activity;
        }
    };
    for (const Site k : s.sites) use(s.site[k.at()], a(d.output(k, y)));
    for (const Works w : s.works) use(s.work[w.at()], a(d.works_activity(w, y)));
    for (const YearlyCarrierData& carrier : s.yearly)
        for (const Region r : s.regions)
            embodied[{s.code(r), carrier.id}] += carrier.embodied[y.at()] * carrier.demand[r.at()][y.at()];
    for (const auto& [of, value] : embodied)
        if (value != 0.0) frame("imported_emissions").add({of.first, of.second, s.calendar_year(y), value});
}

}  // namespace ecumene::planning
