#include "small_centres.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "structure/centres/centre_plan.hpp"

namespace ecumene::structure::small {
namespace {

struct Arc {
    std::size_t to{};
    double room{}, cost{};
    std::size_t back{};
};

// Least-cost flow by Bellman and Ford, for a handful of nodes.
class Flow {
public:
    explicit Flow(std::size_t nodes) : arcs_(nodes) {}
    void add(std::size_t from, std::size_t to, double room, double cost) {
        arcs_[from].push_back({to, room, cost, arcs_[to].size()});
        arcs_[to].push_back({from, 0.0, -cost, arcs_[from].size() - 1});
    }
    // The cost of sending `amount`; none if it does not fit.
    double send(std::size_t source, std::size_t sink, double amount) {
        double cost = 0.0;
        while (amount > 1e-9) {
            std::vector<double> far(arcs_.size(), none);
            std::vector<std::pair<std::size_t, std::size_t>> by(arcs_.size());
            far[source] = 0.0;
            for (std::size_t round = 0; round < arcs_.size(); ++round)
                for (std::size_t a = 0; a < arcs_.size(); ++a)
                    for (std::size_t k = 0; far[a] < none && k < arcs_[a].size(); ++k) {
                        const Arc& arc = arcs_[a][k];
                        if (arc.room < 1e-9 || far[a] + arc.cost > far[arc.to] - 1e-6) continue;
                        far[arc.to] = far[a] + arc.cost;
                        by[arc.to] = {a, k};
                    }
            if (!(far[sink] < none)) return none;
            double step = amount;
            for (std::size_t n = sink; n != source; n = by[n].first)
                step = std::min(step, arcs_[by[n].first][by[n].second].room);
            for (std::size_t n = sink; n != source; n = by[n].first) {
                Arc& arc = arcs_[by[n].first][by[n].second];
                arc.room -= step;
                arcs_[arc.to][arc.back].room += step;
                cost += step * arc.cost;
            }
            amount -= step;
        }
        return cost;
    }

private:
    std::vector<std::vector<Arc>> arcs_;
};

bool is_reached(const CentreCase& ask, std::size_t tier, std::size_t from, std::size_t to) {
    return from == to || ask.minutes[ask.place(from, to)] <= ask.tiers[tier].reach_minutes;
}

double trip_price(const CentreCase& ask, std::size_t tier, std::size_t from, std::size_t to) {
    return ask.tiers[tier].trips *
           ask.price_of_trip(ask.kilometres[ask.place(from, to)], ask.minutes[ask.place(from, to)]);
}

// Serving today's people from these centres; loads between the tier's least and most.
double cost_of_serving(const CentreCase& ask, std::size_t tier, const std::vector<std::size_t>& open) {
    constexpr double bonus = 1e6;  // makes the least load of each centre fill first
    const std::size_t n = ask.units.size(), source = n + open.size(), sink = source + 1;
    const CentreTier& rule = ask.tiers[tier];
    Flow flow(sink + 1);
    double people = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        flow.add(source, i, ask.units[i].people.today, 0.0);
        people += ask.units[i].people.today;
        for (std::size_t k = 0; k < open.size(); ++k)
            if (is_reached(ask, tier, i, open[k])) flow.add(i, n + k, 1e9, trip_price(ask, tier, i, open[k]));
    }
    double wanted = 0.0;
    for (std::size_t k = 0; k < open.size(); ++k) {
        double within_reach = 0.0;
        for (std::size_t i = 0; i < n; ++i)
            within_reach += is_reached(ask, tier, i, open[k]) ? ask.units[i].people.today : 0.0;
        const double least = std::min(rule.least_people, within_reach);
        wanted += least;
        flow.add(n + k, sink, least, -bonus);
        flow.add(n + k, sink, std::min(rule.most_people, 1e9) - least, 0.0);
    }
    const double cost = flow.send(source, sink, people);
    if (cost >= none) return none;
    const double real = cost + bonus * wanted;
    return real < 0.5 * bonus ? real : none;  // a bonus not earned: some centre is below its least
}

// Every nested choice of centres, told tier by tier.
void each_choice(const CentreCase& ask, const std::function<void(const std::vector<std::vector<std::size_t>>&)>& told) {
    const std::size_t n = ask.units.size();
    std::vector<std::vector<std::size_t>> centres(ask.tiers.size());
    const std::function<void(std::size_t, std::size_t)> down = [&](std::size_t tier, std::size_t allowed) {
        if (tier == ask.tiers.size()) return told(centres);
        for (std::size_t mask = 1; mask < (std::size_t{1} << n); ++mask) {
            if ((mask & ~allowed) != 0) continue;
            centres[tier].clear();
            for (std::size_t i = 0; i < n; ++i)
                if ((mask >> i) & 1U) centres[tier].push_back(i);
            const std::size_t count = centres[tier].size();
            if (count < ask.tiers[tier].least_count || count > ask.tiers[tier].most_count) continue;
            std::vector<char> has(ask.areas, 0);
            for (const std::size_t c : centres[tier]) has[ask.units[c].area] = 1;
            if (ask.tiers[tier].is_in_every_area &&
                std::count(has.begin(), has.end(), 1) < static_cast<long>(ask.areas))
                continue;
            down(tier + 1, mask);
        }
    };
    down(0, (std::size_t{1} << n) - 1);
}

double cost_of_sites(const CentreCase& ask, const std::vector<std::vector<std::size_t>>& centres) {
    double cost = 0.0;
    for (std::size_t h = 0; h < centres.size(); ++h)
        cost += static_cast<double>(centres[h].size()) *
                (ask.tiers[h].site_money + ask.carbon_price * ask.tiers[h].site_carbon);
    return cost;
}

// The cheapest centre of a tier for a unit; none if none is reached.
std::size_t cheapest(const CentreCase& ask, std::size_t tier, std::size_t unit, const std::vector<std::size_t>& open) {
    std::size_t best = ask.units.size();
    for (const std::size_t c : open)
        if (is_reached(ask, tier, unit, c) &&
            (best == ask.units.size() || trip_price(ask, tier, unit, c) < trip_price(ask, tier, unit, best)))
            best = c;
    return best;
}

}  // namespace

CentreCase random_case(unsigned seed, std::size_t units) {
    std::mt19937 random(seed);
    CentreCase ask;
    ask.areas = 2;
    ask.bands = {{8.0, 0.001, 0.0001}, {unlimited, 0.002, 0.0004}};
    ask.carbon_price = 2.0;
    std::vector<double> x, y;
    for (std::size_t i = 0; i < units; ++i) {
        x.push_back(static_cast<double>(random() % 30));
        y.push_back(static_cast<double>(random() % 30));
        const double people = static_cast<double>(100 + random() % 900);
        ask.units.push_back({.code = std::string(1, static_cast<char>('a' + i)), .people = {people, people, people}});
        ask.units.back().area = x.back() < 15.0 ? 0 : 1;
    }
    ask.units.front().area = 0;
    ask.units.back().area = 1;
    for (std::size_t i = 0; i < units; ++i)
        for (std::size_t j = 0; j < units; ++j) {
            const double way = std::floor(std::hypot(x[i] - x[j], y[i] - y[j])) + 1.0;
            ask.kilometres.push_back(way);
            ask.minutes.push_back(way);
        }
    return ask;
}

Choice best_by_enumeration(const CentreCase& ask) {
    Choice best;
    each_choice(ask, [&](const std::vector<std::vector<std::size_t>>& centres) {
        double cost = cost_of_sites(ask, centres);
        for (std::size_t h = 0; h < centres.size() && cost < none; ++h) {
            const double served = cost_of_serving(ask, h, centres[h]);
            cost = served < none ? cost + served : none;
        }
        if (cost < best.cost) best = {cost, centres};
    });
    return best;
}

Choice best_with_growth(const CentreCase& ask) {
    Choice best;
    const std::size_t n = ask.units.size();
    double people_today = 0.0;
    for (const CentreUnit& unit : ask.units) people_today += unit.people.today;
    each_choice(ask, [&](const std::vector<std::vector<std::size_t>>& centres) {
        double cost = cost_of_sites(ask, centres);
        std::vector<double> travel(n, 0.0), minutes(n, 0.0), weights;
        for (std::size_t i = 0; i < n; ++i) {
            weights.push_back(ask.units[i].people.today);
            double trips = 0.0;
            for (std::size_t h = 0; h < centres.size(); ++h) {
                const std::size_t c = cheapest(ask, h, i, centres[h]);
                if (c == n) return;
                travel[i] += trip_price(ask, h, i, c);
                minutes[i] += ask.tiers[h].trips * ask.minutes[ask.place(i, c)];
                trips += ask.tiers[h].trips;
            }
            minutes[i] /= trips;
        }
        if (mean_of_worst_off(minutes, weights, ask.floor.share) > ask.floor.minutes + 1e-9) return;
        struct Room {
            double price{}, people{};
        };
        std::vector<Room> rooms;
        double left = *ask.total_people;
        for (std::size_t i = 0; i < n; ++i) {
            const Range& range = ask.units[i].people;
            cost += range.least * travel[i];
            left -= range.least;
            rooms.push_back({travel[i], range.today - range.least});
            const double land = ask.units[i].land_km2 / ask.growth.km2_per_person;
            rooms.push_back({travel[i] + ask.growth.money_per_person, std::min(range.most - range.today, land)});
        }
        std::sort(rooms.begin(), rooms.end(), [](const Room& a, const Room& b) { return a.price < b.price; });
        for (const Room& room : rooms) {
            const double taken = std::min(left, room.people);
            cost += taken * room.price;
            left -= taken;
        }
        if (left < 1e-9 && cost < best.cost) best = {cost, centres};
    });
    return best;
}

}  // namespace ecumene::structure::small
