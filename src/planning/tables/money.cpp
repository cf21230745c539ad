// Costs, burden (E15), policies with their shadow prices, and the summary by year.
#include <algorithm>
#include <cmath>

#include "planning/tables/plan_tables.hpp"

namespace ecumene::planning {
namespace {

constexpr double won_per_million = 1e6;

struct Trade {
    double imports{}, exports{}, congestion{};  // MKRW

    void buy(double value) { (value > 0.0 ? imports : exports) += std::abs(value); }
};

// What each region buys (+) or sells (-) of a carrier balanced for the nation, in units.
std::vector<double> net_purchases(const Answer& a, Market k, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    std::vector<double> bought(s.region_data.size());
    const MarketData& market = s.market[k.at()];
    const double served = market.demand[y.at()] > 0.0 ? 1.0 - a(d.missing(k, y)) / market.demand[y.at()] : 1.0;
    for (const Region r : s.regions) bought[r.at()] = served * s.yearly[market.carrier.at()].demand[r.at()][y.at()];
    const auto use = [&](const ProcessData& process, double activity) {
        for (const auto& [of, eta] : process.yearly)
            if (of == k) bought[process.region.at()] -= eta * activity;
    };
    for (const Site i : s.sites) use(s.site[i.at()], a(d.output(i, y)));
    for (const Works w : s.works) use(s.work[w.at()], a(d.works_activity(w, y)));
    return bought;
}

// Flows valued at the prices of their ends; what lies between is rent, halved between the ends.
std::vector<Trade> trade_by_region(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    std::vector<Trade> trade(s.region_data.size());
    const auto book = [&](Region from, Region to, double sent, double arrived, double price_from, double price_to) {
        trade[from.at()].exports += sent * price_from;
        trade[to.at()].imports += arrived * price_to;
        const double rent = arrived * price_to - sent * price_from;
        trade[from.at()].congestion += 0.5 * rent;
        trade[to.at()].congestion += 0.5 * rent;
    };
    for (const Link l : s.links) {
        const LinkData& link = s.link[l.at()];
        for (const Snapshot h : s.snapshots) {
            const double w = s.weight(h).value, there = w * a(d.forward(l, y, h)), back = w * a(d.backward(l, y, h));
            const double at_origin = a.price(link.carrier, link.origin, y, h),
                         at_destination = a.price(link.carrier, link.destination, y, h);
            book(link.origin, link.destination, there, (1.0 - link.loss) * there, at_origin, at_destination);
            book(link.destination, link.origin, back, (1.0 - link.loss) * back, at_destination, at_origin);
        }
    }
    for (const Route l : s.routes) {
        const RouteData& route = s.route[l.at()];
        const double there = a(d.route_forward(l, y)), back = a(d.route_backward(l, y));
        const double at_origin = a.price(route.from, y), at_destination = a.price(route.to, y);
        book(route.origin, route.destination, there, (1.0 - route.loss) * there, at_origin, at_destination);
        book(route.destination, route.origin, back, (1.0 - route.loss) * back, at_destination, at_origin);
    }
    // Goods of the nation change hands at their one price; what is bought abroad is paid for where it is used.
    for (const Market k : s.markets) {
        const MarketData& market = s.market[k.at()];
        if (market.region.pos >= 0 || !is_blank(s.yearly[market.carrier.at()].price[y.at()])) continue;
        const auto bought = net_purchases(a, k, y);
        const double price = a.price(k, y);
        for (const Region r : s.regions) trade[r.at()].buy(price * bought[r.at()]);
    }
    return trade;
}

std::vector<double> row_activities(const Answer& a) {
    const lp::Problem& p = a.model.problem;
    std::vector<double> activity(static_cast<std::size_t>(p.rows()));
    for (std::int32_t j = 0; j < p.columns(); ++j) {
        const double x = a.solution.values[static_cast<std::size_t>(j)];
        for (auto q = p.start[static_cast<std::size_t>(j)]; q < p.start[static_cast<std::size_t>(j) + 1]; ++q)
            activity[static_cast<std::size_t>(p.index[static_cast<std::size_t>(q)])] +=
                p.value[static_cast<std::size_t>(q)] * x;
    }
    return activity;
}

// The limit on what the summary's emissions are: none if it is of one sector and others emit too.
double headline_cap(const System& s, Year y) {
    if (s.caps.empty() || s.caps.front().region.pos >= 0) return blank;
    const CapData& cap = s.caps.front();
    const auto is_outside = [&](const ProcessData& p) {
        return cap.sector.pos >= 0 && s.technology_of(p).sector != cap.sector && p.emission(y) != 0.0;
    };
    const bool covers_all = std::none_of(s.site.begin(), s.site.end(), is_outside) &&
                            std::none_of(s.work.begin(), s.work.end(), is_outside);
    return covers_all ? cap.limit[y.at()] : blank;
}

}  // namespace

void PlanTables::add_costs_and_burden(const Answer& a, Year y) {
    const System& s = a.system;
    const int year = s.calendar_year(y);
    std::map<std::string, double> located;
    double total = 0.0;
    for (const auto& line : cost_lines(a, y)) {
        frame("costs").add({line.region, line.item, line.component, year, line.value});
        located[line.region] += line.value;
        total += line.value;
    }
    const auto trade = trade_by_region(a, y);
    for (const Region r : s.regions) {
        const Trade& t = trade[r.at()];
        const double here = located[s.code(r)], borne = here + t.imports - t.exports - t.congestion;
        const double people = s.population.at(s.code(r))[y.at()];
        frame("burden").add({s.code(r), year, here, t.imports, t.exports, t.congestion, borne, people,
            borne * won_per_million / people, here * won_per_million / people});
    }
    add_summary(a, y, total);
}

void PlanTables::add_summary(const Answer& a, Year y, double cost) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    double emissions = 0.0, population = 0.0, demand = 0.0, unserved = 0.0, curtailed = 0.0, clean = 0.0,
           generated = 0.0, carbon_price = blank;
    for (const Region r : s.regions) {
        for (const Sector sector : s.sectors) emissions += a(d.emissions(r, sector, y));
        population += s.population.at(s.code(r))[y.at()];
        demand += a.yearly([&](Snapshot h) { return s.demand(s.electricity, r, y, h).value; });
        unserved += a.yearly([&](Snapshot h) { return a(d.unserved(s.electricity, r, y, h)); });
    }
    for (const Site k : s.sites) {
        const SiteData& site = s.site[k.at()];
        for (const auto& [c, eta] : site.hourly) {
            if (c != s.electricity || eta <= 0.0) continue;
            const double output = eta * a(d.output(k, y));
            generated += output;
            if (!s.technology_of(site).clean) continue;
            clean += output;
            // Only free energy that was let go counts as curtailed.
            if (site.has_profile && site.yearly.empty())
                curtailed += eta * a.yearly([&](Snapshot h) {
                    return s.availability(k, h).value * a(d.capacity(k, y));
                }) - output;
        }
    }
    for (const Pattern p : s.patterns)
        if (s.pattern[p.at()].carrier == s.electricity) demand += std::max(0.0, a(d.pattern_use(p, y)));
    double cap = headline_cap(s, y);
    for (const auto& policy : a.model.policies.rows) {
        if (policy.region != s.nation || policy.year != s.calendar_year(y)) continue;
        if (policy.policy == "carbon_cap")
            carbon_price = std::max(0.0, -a.dual(policy.row)) / policy.per_year * won_per_million;
        if (!s.caps.empty() && policy.policy == s.caps.front().policy && std::isfinite(cap)) cap = policy.limit;
    }
    frame("summary").add({s.calendar_year(y), emissions, std::isfinite(cap) ? cap : blank, carbon_price, cost,
        s.discount[y.at()], s.period_years[y.at()], population, cost * won_per_million / population, demand, unserved,
        std::max(0.0, curtailed), generated > 0.0 ? clean / generated : blank});
}

// A limit with a row for every hour is one line: the hour nearest to it, and the price of one more MW all year.
void PlanTables::add_policies(const Answer& a) {
    struct Line {
        const PolicyRow* policy{};
        double activity{}, limit{}, shadow_price{};

        double room() const { return policy->is_floor ? activity - limit : limit - activity; }
    };
    const auto activities = row_activities(a);
    std::vector<Line> lines;
    for (const auto& policy : a.model.policies.rows) {
        const double moved = policy.limit_moved_by(a.solution.values);
        const Line line{&policy, activities[static_cast<std::size_t>(policy.row)] + moved, policy.limit + moved,
            std::abs(a.dual(policy.row)) / policy.per_year};
        const bool goes_on = !lines.empty() && lines.back().policy->policy == policy.policy &&
                             lines.back().policy->region == policy.region && lines.back().policy->year == policy.year;
        if (!goes_on) {
            lines.push_back(line);
            continue;
        }
        const double price = lines.back().shadow_price + line.shadow_price;
        if (line.room() < lines.back().room()) lines.back() = line;
        lines.back().shadow_price = price;
    }
    for (const auto& line : lines) {
        const double slack = std::abs(line.limit - line.activity) / (1.0 + std::abs(line.limit));
        frame("policies")
            .add({line.policy->policy, line.policy->region, line.policy->year, line.activity, line.limit,
                line.policy->unit, slack < 1e-5 && line.shadow_price > 0.0 ? "yes" : "no", line.shadow_price});
    }
}

}  // namespace ecumene::planning
