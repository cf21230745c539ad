#include "structure/centres/alternatives.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "structure/access/reach.hpp"
#include "structure/travel_table.hpp"

namespace ecumene::structure {
namespace {

constexpr double per_million = 1e-6, half_an_hour = 30.0;
enum Tier : std::size_t { local, sub, core };

// Person-kilometres by mode and distance. 50 to 200 km and beyond: car 62.7 and 44.7 % (MLTM/KOTI 2009), the rest as bus and rail
// between regions then (24.6 to 15.9). Shorter ways: assumed, so that the whole comes near car 53, bus 26, rail 15 % (MOLIT 2013).
TravelModes modes_of(const CentreAssumptions& a) {
    TravelModes modes;
    modes.names = {"car", "bus", "rail", "walk"};
    modes.carbon_per_km = {a.car_carbon * per_million, a.bus_carbon * per_million, a.rail_carbon * per_million, 0.0};
    modes.money_per_km = {a.car_money * per_million, a.bus_money * per_million, a.rail_money * per_million, 0.0};
    modes.bands = {{2, {0.25, 0.10, 0.05, 0.60}}, {5, {0.45, 0.25, 0.10, 0.20}}, {20, {0.55, 0.27, 0.16, 0.02}},
        {50, {0.60, 0.22, 0.18, 0.0}}, {200, {0.627, 0.226, 0.147, 0.0}}, {unlimited, {0.447, 0.336, 0.217, 0.0}}};
    return modes;
}

std::vector<CentreTier> tiers_of(const CentreAssumptions& a) {
    CentreTier near{.name = "local", .reach_minutes = a.reach_local, .trips = a.trips_local};
    near.least_people = a.least_local;
    near.is_in_every_area = true;
    near.site_money = a.site_local;
    CentreTier middle{.name = "sub-centre", .reach_minutes = a.reach_sub, .trips = a.trips_sub};
    middle.least_people = a.least_sub;
    middle.site_money = a.site_sub;
    CentreTier top{.name = "core", .reach_minutes = a.reach_core, .trips = a.trips_core};
    top.least_people = a.least_core;
    top.least_count = 1;
    top.site_money = a.site_core;
    return {near, middle, top};
}

Range around(double today, double trend, double move) {
    return {today, trend * (1.0 - move), trend * (1.0 + move)};
}

CentreCase case_of(const Basis& basis, const CentreAssumptions& a, const AlternativeOptions& options) {
    CentreCase ask;
    for (const Unit i : basis.units.all()) {
        const std::size_t at = i.at();
        CentreUnit unit{.code = basis.units[i].code,
            .people = around(basis.people_today[at], basis.people_of_trend[at], a.people_move),
            .jobs = around(basis.jobs_today[at], basis.jobs_of_trend[at], a.jobs_move)};
        unit.area = static_cast<std::size_t>(basis.areas.area_of[at]);
        // Where the trend needs more land than this, it may take what the trend takes.
        const double of_trend = a.home_land * std::max(0.0, basis.people_of_trend[at] - unit.people.today) +
                                a.job_land * std::max(0.0, basis.jobs_of_trend[at] - unit.jobs.today);
        unit.land_km2 = std::max(a.land_share * basis.units[i].area_km2, of_trend * per_million);
        if (!options.price_of_person.empty()) unit.price_of_person = options.price_of_person[at];
        if (!options.price_of_job.empty()) unit.price_of_job = options.price_of_job[at];
        ask.units.push_back(unit);
    }
    ask.areas = static_cast<std::size_t>(basis.areas.areas);
    set_ways(ask, basis.units, a);
    ask.tiers = tiers_of(a);
    ask.bands = modes_of(a).distance_bands();
    ask.money_per_hour = a.time_money * per_million;
    ask.carbon_price = a.carbon_price * per_million;
    ask.total_people = std::accumulate(basis.people_of_trend.begin(), basis.people_of_trend.end(), 0.0);
    ask.total_jobs = std::accumulate(basis.jobs_of_trend.begin(), basis.jobs_of_trend.end(), 0.0);
    ask.growth = {.money_per_person = a.home_money,
        .carbon_per_person = a.home_carbon,
        .money_per_job = a.job_money,
        .km2_per_person = a.home_land * per_million,
        .km2_per_job = a.job_land * per_million};
    ask.commuting = {.is_counted = true, .trips = a.trips_work};
    return ask;
}

std::vector<std::vector<std::size_t>> centres_of_today(const CentreCase& ask, const CentreAssumptions& a) {
    std::vector<std::size_t> every(ask.units.size());
    std::iota(every.begin(), every.end(), std::size_t{0});
    std::vector<std::size_t> cores = spaced_by_jobs(ask, a.reach_core / 2.0, every.size(), a.core_mass);
    std::vector<std::size_t> subs = spaced_by_jobs(ask, a.reach_sub / 2.0, every.size(), a.sub_mass);
    if (cores.empty()) cores = spaced_by_jobs(ask, a.reach_core / 2.0, 1);
    std::vector<std::size_t> nested = subs;
    nested.insert(nested.end(), cores.begin(), cores.end());
    std::sort(nested.begin(), nested.end());
    nested.erase(std::unique(nested.begin(), nested.end()), nested.end());
    return {every, nested, cores};
}

// Trend is given, not chosen: the plan says so and holds its settlement.
CentrePlan given(const Settlement& settlement) {
    CentrePlan plan;
    plan.termination = {solver::Reason::optimal, solver::Limit::none, "given, not chosen"};
    plan.centres = settlement.centres;
    plan.people = settlement.people;
    plan.jobs = settlement.jobs;
    return plan;
}

Settlement settlement_of(const CentrePlan& plan) {
    return {plan.people, plan.jobs, plan.centres};
}

class Maker {
public:
    Maker(const Basis& basis, const CentreAssumptions& a, const AlternativeOptions& options, Progress& progress)
        : basis_(basis), a_(a), options_(options), progress_(progress) {}

    Alternatives run();
    Round round(const CentrePlan& held);

private:
    CentrePlan solve(CentreCase ask);
    void choose(const char* name, const Bilingual& title, const CentreCase& ask);
    void measure(const char* name, const Bilingual& title, CentrePlan plan);
    void guard_access(CentreCase ask, double minutes);
    double cumulative(double today, double horizon) const;
    void vary(const Assumption& assumption, double factor);
    void choose_anew(const Assumption& assumption, double factor);
    void vary_all();
    void begin();

    const Basis& basis_;
    const CentreAssumptions& a_;
    const AlternativeOptions& options_;
    Progress& progress_;
    Settlement today_;
    Alternatives out_;
};

// Commuting enters the choice by its slope at the trend (S56): one programme of thousands of rows less, and it moves both ways.
CentrePlan Maker::solve(CentreCase ask) {
    const CommutingPrices prices = commuting_prices(ask, {basis_.people_of_trend, basis_.jobs_of_trend, {}}, out_.beta);
    ask.commuting.is_counted = false;
    for (std::size_t i = 0; i < ask.units.size(); ++i) {
        ask.units[i].price_of_person += prices.person[i];
        ask.units[i].price_of_job += prices.job[i];
    }
    return choose_centres(ask, {options_.solver}, progress_);
}

void Maker::choose(const char* name, const Bilingual& title, const CentreCase& ask) {
    progress_.stage({std::string("choosing ") + name, title.ko + " 구조 선택"}, 30.0);
    CentrePlan plan = solve(ask);
    if (plan.has_answer()) return measure(name, title, std::move(plan));
    progress_.say({std::string(name) + " is left out: no structure meets its limits (" + plan.termination.detail + ")",
        title.ko + " 대안은 제약을 만족하는 구조가 없어 제외합니다"});
}

void Maker::measure(const char* name, const Bilingual& title, CentrePlan plan) {
    Alternative alternative{.name = name, .title = title, .plan = std::move(plan)};
    const CentrePlan& chosen = alternative.plan;
    alternative.travel = travel_of(out_.ask, out_.modes, settlement_of(chosen), out_.beta);
    alternative.carbon_of_centres =
        travel_of(out_.ask, out_.modes, {basis_.people_of_trend, basis_.jobs_of_trend, chosen.centres}, out_.beta)
            .carbon;
    std::vector<std::size_t> group;
    for (const CentreUnit& unit : out_.ask.units) group.push_back(unit.area);
    alternative.jobs_in_reach = access_equity(structure::cumulative(out_.ask.minutes, chosen.jobs, a_.jobs_within),
        chosen.people, group, out_.ask.floor.share);
    alternative.cumulative_carbon = cumulative(out_.today.carbon, alternative.travel.carbon);
    double people = 0.0;
    for (const Unit i : basis_.units.all()) {
        const std::size_t at = i.at();
        people += chosen.people[at];
        if (basis_.units[i].area_km2 > 0.0)
            alternative.density += chosen.people[at] * chosen.people[at] / basis_.units[i].area_km2;
        alternative.land_taken +=
            out_.ask.growth.km2_per_person * std::max(0.0, chosen.people[at] - basis_.people_today[at]) +
            out_.ask.growth.km2_per_job * std::max(0.0, chosen.jobs[at] - basis_.jobs_today[at]);
    }
    if (people > 0.0) alternative.density /= people;
    alternative.by_tier = linkage_by_tier(out_.ask, settlement_of(chosen), out_.beta, basis_.horizon);
    out_.list.push_back(std::move(alternative));
}

// (S55) Structure and fleet turn in straight lines from today to the horizon.
double Maker::cumulative(double today, double horizon) const {
    const int years = basis_.horizon - basis_.today;
    double sum = 0.0;
    for (int y = 0; y <= years; ++y) {
        const double share = years > 0 ? static_cast<double>(y) / years : 1.0;
        sum += ((1.0 - share) * today + share * horizon) * (1.0 - (1.0 - a_.fleet_2050) * share);
    }
    return sum;
}

void Maker::vary(const Assumption& assumption, double factor) {
    CentreAssumptions other = a_;
    other.*assumption.value *= factor;
    CentreCase ask = case_of(basis_, other, options_);
    const TravelModes modes = modes_of(other);
    const double beta = deterrence_of_today(ask, today_, other.way_to_work);
    const TravelOutcome trend = travel_of(ask, modes, settlement_of(out_.of("trend").plan), beta);
    for (const Alternative& alternative : out_.list) {
        if (alternative.name == "trend") continue;
        const TravelOutcome travel = travel_of(ask, modes, settlement_of(alternative.plan), beta);
        out_.sensitivity.push_back({assumption.name, factor, alternative.name, 1.0 - travel.carbon / trend.carbon,
            1.0 - travel.worst_off_minutes / trend.worst_off_minutes, alternative.plan.centres.back().size()});
    }
}

void Maker::choose_anew(const Assumption& assumption, double factor) {
    CentreAssumptions other = a_;
    other.*assumption.value *= factor;
    if (assumption.value == &CentreAssumptions::people_move) other.jobs_move *= factor;
    CentreCase ask = case_of(basis_, other, options_);
    for (std::size_t h = 0; h < ask.tiers.size(); ++h) ask.tiers[h].candidates = out_.ask.tiers[h].candidates;
    progress_.stage(
        {"choosing again with another " + assumption.name, assumption.about.ko + " 변경 후 다시 선택"}, 10.0);
    const CentrePlan plan = solve(ask);
    if (!plan.has_answer()) return;
    const TravelOutcome travel = travel_of(out_.ask, out_.modes, settlement_of(plan), out_.beta);
    const TravelOutcome& trend = out_.of("trend").travel;
    out_.sensitivity.push_back({assumption.name, factor, "multi-nuclear", 1.0 - travel.carbon / trend.carbon,
        1.0 - travel.worst_off_minutes / trend.worst_off_minutes, plan.centres.back().size()});
}

// What decides the choice itself is chosen anew for multi-nuclear; with all else the structures are held.
void Maker::vary_all() {
    for (const Assumption& assumption : assumptions())
        for (const double factor : {assumption.low, assumption.high}) {
            if (factor == 1.0 || progress_.is_cancelled()) continue;
            if (assumption.varied == Varied::chosen_again)
                choose_anew(assumption, factor);
            else
                vary(assumption, factor);
        }
}

void Maker::guard_access(CentreCase ask, double minutes) {
    const std::size_t before = out_.list.size();
    for (double gain = a_.access_gain; gain >= a_.access_gain / 4.0 && out_.list.size() == before; gain /= 2.0) {
        ask.floor.minutes = (1.0 - gain) * minutes;
        choose("multi-nuclear-access", {"Multi-nuclear, access first", "다핵 접근성 우선"}, ask);
    }
}

void Maker::begin() {
    CentreCase& ask = out_.ask;
    ask = case_of(basis_, a_, options_);
    out_.modes = modes_of(a_);
    const auto today_centres = centres_of_today(ask, a_);
    today_ = {basis_.people_today, basis_.jobs_today, today_centres};
    out_.beta = deterrence_of_today(ask, today_, a_.way_to_work);
    out_.today = travel_of(ask, out_.modes, today_, out_.beta);
    ask.tiers[sub].candidates = spaced_by_jobs(ask, half_an_hour / 2.0, 120);
    ask.tiers[core].candidates = spaced_by_jobs(ask, half_an_hour, 40);
}

// The structure of the round before, at the prices of this one: homes, jobs and centres fixed, only who goes where is chosen.
Round Maker::round(const CentrePlan& held) {
    begin();
    Round round{solve(out_.ask), std::numeric_limits<double>::quiet_NaN()};
    if (!round.chosen.has_answer()) return round;
    round.travel = travel_of(out_.ask, out_.modes, settlement_of(round.chosen), out_.beta);
    CentreCase fixed = out_.ask;
    for (std::size_t h = 0; h < fixed.tiers.size(); ++h) {
        fixed.tiers[h].fixed = held.centres[h];
        fixed.tiers[h].only_fixed = true;
    }
    for (std::size_t i = 0; i < fixed.units.size(); ++i) {
        fixed.units[i].people.least = fixed.units[i].people.most = held.people[i];
        fixed.units[i].jobs.least = fixed.units[i].jobs.most = held.jobs[i];
    }
    const CentrePlan priced = solve(fixed);
    if (priced.has_answer()) round.cost_of_held = priced.objective;
    return round;
}

Alternatives Maker::run() {
    begin();
    CentreCase& ask = out_.ask;
    out_.today_by_tier = linkage_by_tier(ask, today_, out_.beta, basis_.today);
    measure("trend", {"Trend", "추세"}, given({basis_.people_of_trend, basis_.jobs_of_trend, today_.centres}));
    CentreCase one_core = ask;
    one_core.tiers[core].fixed = spaced_by_jobs(ask, half_an_hour, 1);
    one_core.tiers[core].only_fixed = true;
    one_core.tiers[core].reach_minutes = unlimited;
    choose("one-core", {"One core", "단핵"}, one_core);
    choose("multi-nuclear", {"Multi-nuclear", "다핵"}, ask);
    if (out_.list.back().name == "multi-nuclear") guard_access(ask, out_.list.back().plan.worst_off_minutes);
    CentreCase balanced = ask;
    balanced.balance = a_.balance;
    choose("multi-nuclear-balanced", {"Multi-nuclear, balanced", "다핵 균형"}, balanced);
    if (options_.with_sensitivity) vary_all();
    return std::move(out_);
}

void check(const Basis& basis) {
    const std::size_t units = basis.units.size();
    if (units == 0) throw Error(ErrorKind::input, "alternatives need units (tables/units.csv)");
    if (basis.areas.area_of.size() != units || basis.people_today.size() != units || basis.jobs_today.size() != units ||
        basis.people_of_trend.size() != units || basis.jobs_of_trend.size() != units)
        throw Error(ErrorKind::input, "alternatives need people, jobs and a living area for each unit");
}

}  // namespace

// Between units the great circle times a detour; within one the mean way of a disc as large as what is settled of it.
void set_ways(CentreCase& ask, const Units& units, const CentreAssumptions& a) {
    const TravelTable way =
        great_circle_travel(units, {.detour = a.detour, .speed_km_h = a.speed, .access_minutes = a.access_minutes});
    const double inner = std::sqrt(a.settled_share);
    ask.kilometres.clear();
    ask.minutes.clear();
    for (const Unit i : units.all())
        for (const Unit j : units.all()) {
            const double kilometres = (i == j ? inner : 1.0) * way.kilometres(i, j);
            ask.kilometres.push_back(kilometres);
            ask.minutes.push_back(a.access_minutes + kilometres / a.speed * 60.0);
        }
}

std::vector<std::size_t> spaced_by_jobs(const CentreCase& ask, double minutes, std::size_t count, double least_mass) {
    std::vector<double> jobs;
    for (const CentreUnit& unit : ask.units) jobs.push_back(unit.jobs.today);
    const std::vector<double> mass = cumulative(ask.minutes, jobs, half_an_hour);
    std::vector<std::size_t> order(ask.units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return jobs[a] != jobs[b] ? jobs[a] > jobs[b] : ask.units[a].code < ask.units[b].code;
    });
    std::vector<std::size_t> found;
    for (const std::size_t i : order) {
        if (found.size() == count) break;
        const bool is_apart = std::all_of(found.begin(), found.end(),
            [&](std::size_t earlier) { return ask.minutes[ask.place(i, earlier)] >= minutes; });
        if (is_apart && mass[i] >= least_mass) found.push_back(i);
    }
    std::sort(found.begin(), found.end());
    return found;
}

const Alternative& Alternatives::of(std::string_view name) const {
    const auto found = std::find_if(
        list.begin(), list.end(), [&](const Alternative& alternative) { return alternative.name == name; });
    if (found == list.end()) throw Error(ErrorKind::input, "there is no structure named " + std::string(name));
    return *found;
}

Alternatives make_alternatives(
    const Basis& basis, const CentreAssumptions& assumptions, const AlternativeOptions& options, Progress& progress) {
    check(basis);
    return Maker(basis, assumptions, options, progress).run();
}

Round choose_again(const Basis& basis, const CentreAssumptions& assumptions, const AlternativeOptions& options,
    const CentrePlan& held, Progress& progress) {
    check(basis);
    return Maker(basis, assumptions, options, progress).round(held);
}

}  // namespace ecumene::structure
