#include "planning/system.hpp"

#include <algorithm>

namespace ecumene::planning {
namespace {

// Only entry `y` of a list by year.
template <class T>
void keep_year(std::vector<T>& by_year, Year y) {
    if (!by_year.empty()) by_year = {by_year[y.at()]};
}

void keep_year_of(Asset& asset, Year y) {
    keep_year(asset.existing, y);
    keep_year(asset.arriving, y);
    keep_year(asset.can_build, y);
    keep_year(asset.annuity, y);
    keep_year(asset.investment, y);
    keep_year(asset.fixed_om, y);
    keep_year(asset.variable_om, y);
    keep_year(asset.pace, y);
    keep_year(asset.jobs_build, y);
    keep_year(asset.jobs_operate, y);
    keep_year(asset.jobs_output, y);
}

void keep_year_of(ProcessData& process, Year y) {
    keep_year_of(static_cast<Asset&>(process), y);
    keep_year(process.other_emission, y);
}

template <Dim D, class A>
Table<D, A, Region, Year, Snapshot> year_of(
    const Table<D, A, Region, Year, Snapshot>& table, const System& s, Set<A> outer, Year y) {
    Table<D, A, Region, Year, Snapshot> result(outer, s.regions, Set<Year>(1), s.snapshots);
    for (const A a : outer)
        for (const Region r : s.regions)
            for (const Snapshot h : s.snapshots) result.set(a, r, Year{0}, h, table(a, r, y, h));
    return result;
}

template <class Get>
double total_alive(const std::vector<Inherited>& inherited, int now, Get get) {
    double total = 0.0;
    for (const auto& built : inherited)
        if (built.built_year <= now && now < built.end) total += get(built);
    return total;
}

}  // namespace

bool System::has_jobs() const {
    const auto employs = [](const Asset& a) {
        const auto any = [](const std::vector<double>& jobs) {
            return std::any_of(jobs.begin(), jobs.end(), [](double j) { return j > 0.0; });
        };
        return any(a.jobs_build) || any(a.jobs_operate) || any(a.jobs_output);
    };
    const auto among = [&](const auto& assets) { return std::any_of(assets.begin(), assets.end(), employs); };
    return among(site) || among(work) || among(depot) || among(link) || among(route);
}

double System::inherited_capacity(const Asset& asset, Year y) const {
    return total_alive(asset.inherited, calendar_year(y), [](const Inherited& b) { return b.capacity; });
}

double System::inherited_energy(const Asset& asset, Year y) const {
    return total_alive(asset.inherited, calendar_year(y), [](const Inherited& b) { return b.energy; });
}

double System::inherited_annuity(const Asset& asset, Year y) const {
    return total_alive(asset.inherited, calendar_year(y), [](const Inherited& b) { return b.annuity; });
}

System System::slice(Year y) const {
    System s = *this;
    s.years = Set<Year>(1);
    keep_year(s.calendar, y);
    keep_year(s.period_years, y);
    keep_year(s.discount, y);
    keep_year(s.build_window, y);
    for (auto& cap : s.caps) keep_year(cap.limit, y);
    for (auto& process : s.site) keep_year_of(process, y);
    for (auto& process : s.work) keep_year_of(process, y);
    for (auto& asset : s.link) keep_year_of(asset, y);
    for (auto& asset : s.route) keep_year_of(asset, y);
    for (auto& asset : s.depot) {
        keep_year_of(asset, y);
        keep_year(asset.energy_annuity, y);
        keep_year(asset.energy_investment, y);
        keep_year(asset.energy_fixed_om, y);
    }
    for (auto& group : s.link_group) keep_year(group.limit, y);
    for (auto& step : s.cut_step) keep_year(step.value, y);
    for (auto* lists : {&s.hourly_import_price, &s.hourly_import_limit, &s.hourly_embodied})
        for (auto& by_year : *lists) keep_year(by_year, y);
    for (auto& carrier : s.yearly) {
        for (auto* by_year : {&carrier.price, &carrier.limit, &carrier.embodied}) keep_year(*by_year, y);
        for (auto& by_year : carrier.demand) keep_year(by_year, y);
    }
    for (auto& place : s.market) keep_year(place.demand, y);
    for (auto& load : s.pattern) {
        keep_year(load.shift_share, y);
        keep_year(load.room, y);
    }
    for (auto& [technology, pace] : s.build_pace) keep_year(pace, y);
    for (auto& [region, people] : s.population) keep_year(people, y);
    for (auto& [region, product] : s.gva) keep_year(product, y);
    s.demand = year_of(demand, *this, hourly_carriers, y);
    s.shiftable = year_of(shiftable, *this, hourly_carriers, y);
    s.cuttable = year_of(cuttable, *this, cut_steps, y);
    s.shift_cost = Table<MKRW_per_MWh, HourlyCarrier, Year>(hourly_carriers, s.years);
    for (const HourlyCarrier c : hourly_carriers) s.shift_cost.set(c, Year{0}, shift_cost(c, y));
    s.self_reliance = Table<one, Region, Year>(regions, s.years);
    for (const Region r : regions) s.self_reliance.set(r, Year{0}, self_reliance(r, y));
    return s;
}

}  // namespace ecumene::planning
