#include "structure/centres/centre_model.hpp"

#include <algorithm>
#include <cmath>

namespace ecumene::structure {
namespace {

using lp::sum;
using People = Quantity<person>;
using Share = Quantity<one>;
constexpr Quantity<MKRW / person> per_person(double money) {
    return {money};
}

// A share of a unit's people, as people.
constexpr People of(double people) {
    return {people};
}

}  // namespace

double trips_of_all(const CentreCase& ask) {
    double trips = 0.0;
    for (const CentreTier& tier : ask.tiers) trips += tier.trips;
    return trips;
}

CentreModel::CentreModel(const CentreCase& ask, const CentreSets& sets)
    : ask_(ask),
      sets_(sets),
      sites_(sets.sites.size()),
      routes_(sets.routes.size()),
      needs_(sets.needs.size()),
      places_(ask.units.size()),
      ways_(sets.ways.size()) {
    add_variables();
    serve();
    nest_and_count();
    load_centres();
    grow();
    balance_areas();
    commute();
    guard_access();
    price();
}

void CentreModel::add_variables() {
    v_.is_open = model_.integers<one>("is_open", {.lower = 0.0, .upper = 1.0}, sites_);
    v_.share = model_.variables<one>("share", {.lower = 0.0, .upper = 1.0}, routes_);
    v_.newcomers = model_.variables<person>("newcomers", {}, routes_);
    v_.unserved = model_.variables<one>("unserved", {.lower = 0.0, .upper = 1.0}, needs_);
    v_.unserved_newcomers = model_.variables<person>("unserved_newcomers", {}, needs_);
    v_.people = model_.variables<person>("people", {}, places_);
    v_.people_gained = model_.variables<person>("people_gained", {}, places_);
    v_.people_lost = model_.variables<person>("people_lost", {}, places_);
    v_.jobs = model_.variables<person>("jobs", {}, places_);
    v_.jobs_gained = model_.variables<person>("jobs_gained", {}, places_);
    v_.jobs_lost = model_.variables<person>("jobs_lost", {}, places_);
    v_.commuters = model_.variables<person>("commuters", {}, ways_);
    v_.far_commuters = model_.variables<person>("far_commuters", {}, places_);
    v_.travel_time = model_.variables<hour>("travel_time", {}, places_);
    v_.time_beyond = model_.variables<hour>("time_beyond", {}, places_);
    v_.threshold = model_.variables<hour>("threshold", {}, Set<Index<struct OneTag>>(1));
    for (const Site s : sites_)
        if (sets_.sites[s.at()].is_fixed) model_.bound(v_.is_open(s), Share{1.0}, Share{1.0});
    for (const Place i : places_) {
        const CentreUnit& unit = ask_.units[i.at()];
        model_.bound(v_.people(i), of(unit.people.least), of(unit.people.most));
        model_.bound(v_.jobs(i), of(unit.jobs.least), of(unit.jobs.most));
    }
}

// Everyone is served once or counted as unserved, and at open centres only.
void CentreModel::serve() {
    const auto served = model_.constraints<one>("served", needs_);
    const auto newcomers_served = model_.constraints<person>("newcomers_served", needs_);
    for (const Need n : needs_) {
        const NeedRecord& need = sets_.needs[n.at()];
        const double least = ask_.units[need.place.at()].people.least;
        // (S34)  sum_c w_hic + n_hi = 1
        model_.subject_to(
            served(n), sum(need.routes, [&](Route r) { return v_.share(r); }) + v_.unserved(n) == Share{1.0});
        // (S35)  sum_c e_hic + m_hi = p_i - least_i
        model_.subject_to(newcomers_served(n), sum(need.routes, [&](Route r) { return 1.0 * v_.newcomers(r); }) +
                                                       v_.unserved_newcomers(n) - v_.people(need.place) ==
                                                   of(-least));
        if (need.routes.empty()) continue;
        // Who can be served is: a cost alone would let a dear place be left alone.
        model_.bound(v_.unserved(n), Share{0.0}, Share{0.0});
        model_.bound(v_.unserved_newcomers(n), of(0.0), of(0.0));
    }
    const auto at_open = model_.constraints<one>("at_open", routes_);
    const auto along = model_.constraints<person>("newcomers_along", routes_);
    for (const Route r : routes_) {
        const RouteRecord& route = sets_.routes[r.at()];
        const Range& people = ask_.units[sets_.needs[route.need.at()].place.at()].people;
        // (S36)  w_hic <= y_hc,   e_hic <= (most_i - least_i) w_hic
        model_.subject_to(at_open(r), v_.share(r) <= v_.is_open(route.site));
        model_.subject_to(along(r), v_.newcomers(r) <= of(people.most - people.least) * v_.share(r));
    }
}

void CentreModel::nest_and_count() {
    const auto nested = model_.constraints<one>("nested", sites_);
    const Set<Index<struct TierTag>> tiers(ask_.tiers.size());
    const Set<Area> areas(ask_.areas);
    const auto counted = model_.constraints<one>("counted", tiers);
    const auto base_functions = model_.constraints<one>("base_functions", tiers, areas);
    for (const auto h : tiers) {
        const CentreTier& tier = ask_.tiers[h.at()];
        const std::vector<Site>& sites = sets_.sites_of_tier[h.at()];
        // (S37)  a centre of a tier is one of the tier below
        for (const Site s : sites) {
            if (h.pos == 0) continue;
            const std::vector<Site>& lower = sets_.sites_of_tier[h.at() - 1];
            const auto below = std::find_if(lower.begin(), lower.end(),
                [&](Site b) { return sets_.sites[b.at()].place == sets_.sites[s.at()].place; });
            if (below != lower.end())
                model_.subject_to(nested(s), v_.is_open(s) <= v_.is_open(*below));
            else
                model_.bound(v_.is_open(s), Share{0.0}, Share{0.0});
        }
        // (S38)  least count <= sum_c y_hc <= most count
        const double most = std::min(static_cast<double>(tier.most_count), static_cast<double>(sites.size()));
        model_.subject_to(counted(h), lp::between(Share{static_cast<double>(tier.least_count)},
                                          sum(sites, [&](Site s) { return v_.is_open(s); }), Share{most}));
        if (!tier.is_in_every_area) continue;
        for (const Area a : areas) {
            std::vector<Site> inside;
            for (const Site s : sites)
                if (ask_.units[sets_.sites[s.at()].place.at()].area == a.at()) inside.push_back(s);
            // (S39)  base functions: one centre at least in each living area
            model_.subject_to(
                base_functions(h, a), sum(inside, [&](Site s) { return 1.0 * v_.is_open(s); }) >= Share{1.0});
        }
    }
}

void CentreModel::load_centres() {
    const auto least_load = model_.constraints<person>("least_load", sites_);
    const auto most_load = model_.constraints<person>("most_load", sites_);
    for (const Site s : sites_) {
        const SiteRecord& site = sets_.sites[s.at()];
        const CentreTier& tier = ask_.tiers[site.tier];
        const auto least_of = [&](Route r) {
            return of(ask_.units[sets_.needs[sets_.routes[r.at()].need.at()].place.at()].people.least);
        };
        const auto load = [&] {
            return sum(site.routes, [this, least_of](Route r) { return least_of(r) * v_.share(r) + v_.newcomers(r); });
        };
        // (S40)  sum_i (least_i w_hic + e_hic) >= least people y_hc
        if (site.least_load > 0.0)
            model_.subject_to(least_load(s), load() - of(site.least_load) * v_.is_open(s) >= of(0.0));
        // (S41)  ... <= most people y_hc
        if (std::isfinite(tier.most_people))
            model_.subject_to(most_load(s), load() - of(tier.most_people) * v_.is_open(s) <= of(0.0));
    }
}

void CentreModel::grow() {
    const auto people_change = model_.constraints<person>("people_change", places_);
    const auto jobs_change = model_.constraints<person>("jobs_change", places_);
    const auto land = model_.constraints<person>("land", places_);  // in homes' worth of land
    for (const Place i : places_) {
        const CentreUnit& unit = ask_.units[i.at()];
        // (S42)  p_i = today + gained - lost, and the same of jobs
        model_.subject_to(
            people_change(i), v_.people(i) - v_.people_gained(i) + v_.people_lost(i) == of(unit.people.today));
        model_.subject_to(jobs_change(i), v_.jobs(i) - v_.jobs_gained(i) + v_.jobs_lost(i) == of(unit.jobs.today));
        if (!std::isfinite(unit.land_km2)) continue;
        // (S43)  land for homes and jobs gained <= land that may be built on, in km2
        model_.subject_to(
            land(i), ask_.growth.km2_per_person * v_.people_gained(i) + ask_.growth.km2_per_job * v_.jobs_gained(i) <=
                         of(unit.land_km2));
    }
    fix_totals();
}

void CentreModel::fix_totals() {
    // (S44)  all people and all jobs of the horizon are somewhere
    const Set<Index<struct OneTag>> once(1);
    const auto all_people = model_.constraints<person>("all_people", once);
    const auto all_jobs = model_.constraints<person>("all_jobs", once);
    if (ask_.total_people)
        model_.subject_to(
            all_people({0}), sum(places_, [&](Place i) { return v_.people(i); }) == of(*ask_.total_people));
    if (ask_.total_jobs)
        model_.subject_to(all_jobs({0}), sum(places_, [&](Place i) { return v_.jobs(i); }) == of(*ask_.total_jobs));
}

// Jobs per person of a living area, against the whole: within `balance`, or no farther off than today.
void CentreModel::balance_areas() {
    if (!std::isfinite(ask_.balance) || !ask_.total_people || !ask_.total_jobs || !(*ask_.total_people > 0.0)) return;
    const double whole = *ask_.total_jobs / *ask_.total_people;
    double people_today = 0.0, jobs_today = 0.0;
    for (const CentreUnit& unit : ask_.units) people_today += unit.people.today, jobs_today += unit.jobs.today;
    const Set<Area> areas(ask_.areas);
    const auto fewest = model_.constraints<person>("balance_least", areas);
    const auto most = model_.constraints<person>("balance_most", areas);
    for (const Area a : areas) {
        const std::vector<Place>& inside = sets_.places_of_area[a.at()];
        double people = 0.0, jobs = 0.0;
        for (const Place i : inside) people += ask_.units[i.at()].people.today, jobs += ask_.units[i.at()].jobs.today;
        const double today = people > 0.0 && jobs_today > 0.0 ? (jobs / people) / (jobs_today / people_today) : 1.0;
        const double low = whole * std::min(1.0 - ask_.balance, today),
                     high = whole * std::max(1.0 + ask_.balance, today);
        // (S45)  (1 - balance) J/P sum p <= sum j <= (1 + balance) J/P sum p
        const auto difference = [&](double ratio) {
            return sum(inside, [this, ratio](Place i) { return v_.jobs(i) - ratio * v_.people(i); });
        };
        model_.subject_to(fewest(a), difference(low) >= of(0.0));
        model_.subject_to(most(a), difference(high) <= of(0.0));
    }
}

// The least possible commuting; its excess in reality is a factor on its price (S50).
void CentreModel::commute() {
    if (!ask_.commuting.is_counted || !ask_.total_people || !ask_.total_jobs || !(*ask_.total_people > 0.0)) return;
    const double workers = *ask_.total_jobs / *ask_.total_people;
    const Set<Index<struct OneTag>> once(1);
    const auto leave = model_.constraints<person>("leave_for_work", places_);
    const auto arrive = model_.constraints<person>("arrive_at_work", places_);
    for (const Place i : places_) {
        // (S46)  sum_j f_ij + far_i = workers per person p_i,   sum_i f_ij <= j_j
        model_.subject_to(leave(i), sum(sets_.ways_from[i.at()], [&](Way w) { return 1.0 * v_.commuters(w); }) +
                                            v_.far_commuters(i) - workers * v_.people(i) ==
                                        of(0.0));
        model_.subject_to(arrive(i),
            sum(sets_.ways_to[i.at()], [&](Way w) { return 1.0 * v_.commuters(w); }) - v_.jobs(i) <= of(0.0));
    }
}

void CentreModel::guard_access() {
    if (!std::isfinite(ask_.floor.minutes)) return;
    const Index<struct OneTag> only{0};
    const Set<Index<struct OneTag>> once(1);
    const double trips = trips_of_all(ask_);
    double people = 0.0;
    for (const CentreUnit& unit : ask_.units) people += unit.people.today;
    const auto times = model_.constraints<hour>("travel_time", places_);
    const auto beyond = model_.constraints<hour>("time_beyond", places_);
    const auto floor = model_.constraints<hour>("access_floor", once);
    const auto weight = [&](std::size_t tier) { return trips > 0.0 ? ask_.tiers[tier].trips / trips : 0.0; };
    for (const Place i : places_) {
        // (S47)  T_i = sum_h (trips_h / trips) (sum_c t_ic w_hic + t_unserved n_hi)
        model_.add_to(times(i), -v_.travel_time(i));
        for (const Need n : sets_.needs_of[i.at()]) {
            const NeedRecord& need = sets_.needs[n.at()];
            const double share = weight(need.tier);
            model_.add_to(times(i), sum(need.routes, [&](Route r) {
                return Quantity<hour>{share * sets_.routes[r.at()].minutes / 60.0} * v_.share(r);
            }));
            model_.add_to(times(i), Quantity<hour>{share * ask_.unserved_minutes / 60.0} * v_.unserved(n));
        }
        model_.set_bounds(times(i), Quantity<hour>{0.0}, Quantity<hour>{0.0});
        model_.subject_to(beyond(i), v_.travel_time(i) - v_.threshold(only) - v_.time_beyond(i) <= Quantity<hour>{0.0});
    }
    // (S48)  threshold + sum_i people_i beyond_i / (share people) <= floor: the mean time of the worst-off share
    model_.subject_to(floor(only), v_.threshold(only) + sum(places_, [&](Place i) {
        return ask_.units[i.at()].people.today / (ask_.floor.share * people) * v_.time_beyond(i);
    }) <= Quantity<hour>{ask_.floor.minutes / 60.0});
}

double CentreModel::price_of_unserved() const {
    return ask_.price_of_trip(ask_.commuting.farthest_km, ask_.unserved_minutes);
}

void CentreModel::price() {
    // (S49)  trips to centres, and the centres themselves
    for (const Route r : routes_) {
        const RouteRecord& route = sets_.routes[r.at()];
        const NeedRecord& need = sets_.needs[route.need.at()];
        const double price = ask_.tiers[need.tier].trips * route.price;
        model_.minimise(Quantity<MKRW>{price * ask_.units[need.place.at()].people.least} * v_.share(r) +
                        per_person(price) * v_.newcomers(r));
    }
    for (const Need n : needs_) {
        const NeedRecord& need = sets_.needs[n.at()];
        const double price = ask_.tiers[need.tier].trips * price_of_unserved();
        model_.minimise(Quantity<MKRW>{price * ask_.units[need.place.at()].people.least} * v_.unserved(n) +
                        per_person(price) * v_.unserved_newcomers(n));
    }
    for (const Site s : sites_) {
        const CentreTier& tier = ask_.tiers[sets_.sites[s.at()].tier];
        model_.minimise(Quantity<MKRW>{tier.site_money + ask_.carbon_price * tier.site_carbon} * v_.is_open(s));
    }
    price_growth();
    price_commuting();
}

void CentreModel::price_growth() {
    const GrowthCosts& growth = ask_.growth;
    const double home = growth.money_per_person + ask_.carbon_price * growth.carbon_per_person;
    const double work = growth.money_per_job + ask_.carbon_price * growth.carbon_per_job;
    for (const Place i : places_) {
        const CentreUnit& unit = ask_.units[i.at()];
        // (S50)  building for who comes, the plan's prices of being here, and commuting times its excess
        model_.minimise(per_person(home) * v_.people_gained(i) + per_person(work) * v_.jobs_gained(i));
        model_.minimise(per_person(unit.price_of_person) * v_.people(i) + per_person(unit.price_of_job) * v_.jobs(i));
    }
}

void CentreModel::price_commuting() {
    const double trips = ask_.commuting.trips * ask_.commuting.excess;
    for (const Way w : ways_) model_.minimise(per_person(trips * sets_.ways[w.at()].price) * v_.commuters(w));
    for (const Place i : places_) model_.minimise(per_person(trips * price_of_unserved()) * v_.far_commuters(i));
}

}  // namespace ecumene::structure
