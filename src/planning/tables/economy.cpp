// Jobs, investment, green output and land: what the plan means for a region's economy (E5, E12).
#include <cmath>

#include "planning/tables/plan_tables.hpp"

namespace ecumene::planning {
namespace {

// One sector of one region in one year.
struct Economy {
    double jobs_build{}, jobs_operate{}, jobs_output{};
    double investment{}, local{}, green_investment{};  // MKRW a year
    double output{}, green_output{};                   // MKRW a year at the plan's prices
    bool local_is_known{true};

    bool is_empty() const { return jobs_build + jobs_operate + jobs_output + investment + std::abs(output) == 0.0; }
};

class EconomyBook {
public:
    EconomyBook(const Answer& a, Year y) : a_(a), s_(a.system), d_(a.model.decisions), y_(y) {
        book_.assign(s_.region_data.size(), std::vector<Economy>(s_.sector_ids.size()));
        for (const Site k : s_.sites) {
            const SiteData& site = s_.site[k.at()];
            const double built = a(d_.built(k, y));
            add_asset(site, site.region, 1.0, built, a(d_.capacity(k, y)), built * site.investment[y.at()]);
            add_output(site, a(d_.output(k, y)), value_of(k));
        }
        for (const Works w : s_.works) {
            const WorksData& works = s_.work[w.at()];
            const double built = a(d_.works_built(w, y));
            add_asset(works, works.region, 1.0, built, a(d_.works_capacity(w, y)), built * works.investment[y.at()]);
            add_output(works, a(d_.works_activity(w, y)), value_of(w));
        }
        for (const Depot k : s_.depots) {
            const DepotData& depot = s_.depot[k.at()];
            const double built = a(d_.power_built(k, y));
            const double energy = depot.duration > 0.0 ? depot.duration * built : a(d_.energy_built(k, y));
            add_asset(depot, depot.region, 1.0, built, a(d_.power(k, y)),
                built * depot.investment[y.at()] + energy * depot.energy_investment[y.at()]);
        }
        for (const Link l : s_.links) add_link(s_.link[l.at()], a(d_.link_built(l, y)), a(d_.link_capacity(l, y)));
        for (const Route l : s_.routes) add_link(s_.route[l.at()], a(d_.route_built(l, y)), a(d_.route_capacity(l, y)));
    }

    const Economy& at(Region r, Sector sector) const { return book_[r.at()][sector.at()]; }

private:
    void add_asset(const Asset& asset, Region r, double share, double built, double capacity, double investment) {
        const auto& technology = s_.technology_of(asset);
        Economy& e = book_[r.at()][technology.sector.at()];
        const double window = s_.years_of_building(y_), yearly = share * investment / window;
        e.jobs_build += share * asset.jobs_build[y_.at()] * built / window;
        e.jobs_operate += share * asset.jobs_operate[y_.at()] * capacity;
        e.investment += yearly;
        if (technology.green) e.green_investment += yearly;
        if (yearly > 0.0 && is_blank(asset.local_content)) e.local_is_known = false;
        if (!is_blank(asset.local_content)) e.local += asset.local_content * yearly;
    }

    void add_link(const auto& link, double built, double capacity) {
        for (const Region end : {link.origin, link.destination})
            add_asset(link, end, 0.5, built, capacity, built * link.investment[y_.at()]);
    }

    void add_output(const ProcessData& process, double activity, double value) {
        const auto& technology = s_.technology_of(process);
        Economy& e = book_[process.region.at()][technology.sector.at()];
        e.jobs_output += process.jobs_output[y_.at()] * activity;
        e.output += value;
        if (technology.green) e.green_output += value;
    }

    double yearly_value(const ProcessData& process, double activity) const {
        double value = 0.0;
        for (const auto& [k, eta] : process.yearly)
            if (eta > 0.0) value += eta * activity * a_.price(k, y_);
        return value;
    }

    double value_of(Site k) const {
        const SiteData& site = s_.site[k.at()];
        double value = yearly_value(site, a_(d_.output(k, y_)));
        for (const auto& [c, eta] : site.hourly)
            if (eta > 0.0)
                value += eta * a_.yearly([&](Snapshot h) {
                    return a_(d_.activity(k, y_, h)) * a_.price(c, site.region, y_, h);
                });
        return value;
    }

    double value_of(Works w) const {
        const WorksData& works = s_.work[w.at()];
        const double activity = a_(d_.works_activity(w, y_));
        double value = yearly_value(works, activity);
        for (const auto& [p, eta] : works.hourly) {
            const PatternData& pattern = s_.pattern[p.at()];
            if (eta > 0.0)
                value += eta * activity * a_.yearly([&](Snapshot h) {
                    return pattern.shape[h.at()] * a_.price(pattern.carrier, works.region, y_, h);
                });
        }
        return value;
    }

    const Answer& a_;
    const System& s_;
    const Decisions& d_;
    Year y_;
    std::vector<std::vector<Economy>> book_;  // [region][sector]
};

}  // namespace

void PlanTables::add_economy(const Answer& a, Year y) {
    const System& s = a.system;
    const EconomyBook book(a, y);
    const int year = s.calendar_year(y);
    for (const Region r : s.regions) {
        const double product = s.gva.at(s.code(r))[y.at()];
        for (const Sector sector : s.sectors) {
            const Economy& e = book.at(r, sector);
            if (e.is_empty()) continue;
            if (s.has_jobs())
                frame("jobs").add({s.code(r), s.sector_ids[sector.at()], year, e.jobs_build, e.jobs_operate,
                    e.jobs_output, e.jobs_build + e.jobs_operate + e.jobs_output});
            frame("economy").add(
                {s.code(r), s.sector_ids[sector.at()], year, e.investment, e.local_is_known ? e.local : blank,
                    e.green_investment, e.output, e.green_output, product, e.investment / product});
        }
    }
}

void PlanTables::add_land(const Answer& a, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    std::map<std::pair<std::string, std::string>, double> used;
    const auto use = [&](const ProcessData& p, double capacity) {
        if (p.land > 0.0) used[{s.code(p.region), s.technology_of(p).land_class}] += p.land * capacity;
    };
    for (const Site k : s.sites) use(s.site[k.at()], a(d.capacity(k, y)));
    for (const Works w : s.works) use(s.work[w.at()], a(d.works_capacity(w, y)));
    for (const auto& [place, area] : used) {
        const auto limit = s.land.find(place);
        frame("land_use")
            .add({place.first, place.second, s.calendar_year(y), area, limit == s.land.end() ? blank : limit->second});
    }
}

}  // namespace ecumene::planning
