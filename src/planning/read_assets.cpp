// Sites, works, depots and links: what may stand where, what stands, what it costs.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "planning/read_system.hpp"

namespace ecumene::planning {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

struct StockRow {
    double capacity, build_year, close_year;
};

// One row of technologies.csv, with what the scenario overrides.
struct Kind {
    Technology technology;
    std::string kind, carrier, profile;
    bool is_hourly{}, is_listed{};
};

std::vector<Kind> read_kinds(const Reading& reading) {
    const Frame& t = reading.data.table("technologies");
    std::vector<Kind> kinds;
    for (std::size_t i = 0; i < t.rows(); ++i) {
        Kind k;
        k.technology = {t.text(i, "technology"), {t.text(i, "name_en"), t.text(i, "name_ko")}, t.text(i, "group"),
            t.text(i, "extendable") == "yes", t.text(i, "clean") == "yes", t.text(i, "seasonal") == "yes",
            t.text(i, "keeps_carbon") == "yes"};
        const auto overridden = reading.scenario.technologies.find(k.technology.id);
        if (overridden != reading.scenario.technologies.end() && overridden->second.has_extendable)
            k.technology.extendable = overridden->second.extendable;
        k.kind = t.text(i, "kind");
        k.carrier = t.text(i, "carrier");
        k.profile = t.text(i, "profile");
        k.is_hourly = t.text(i, "resolution") == "hour";
        k.is_listed = t.text(i, "potential") == "listed";
        kinds.push_back(std::move(k));
    }
    return kinds;
}

// What stands in each milestone year, and what of it arrives since the milestone before.
void fill_existing(Asset& asset, const System& system, const std::vector<StockRow>& stock) {
    asset.existing.assign(system.calendar.size(), 0.0);
    asset.arriving.assign(system.calendar.size(), 0.0);
    for (const auto& row : stock) {
        const double end = is_blank(row.close_year) ? row.build_year + asset.life : row.close_year;
        for (const Year y : system.years) {
            const int now = system.calendar_year(y);
            if (row.build_year > now || now >= end) continue;
            asset.existing[y.at()] += row.capacity;
            if (y.pos > 0 && row.build_year > system.calendar[y.at() - 1]) asset.arriving[y.at()] += row.capacity;
        }
    }
}

void fill_costs(Asset& asset, const System& system, const Reading& reading, const std::string& id) {
    const auto& values = reading.values;
    asset.life = values.or_else(id, "life", system.base_year, unlimited);
    for (const Year y : system.years) {
        const int year = system.calendar_year(y);
        const double rate = values.or_else(id, "discount_rate", year, reading.scenario.owner_rate);
        const double investment = values.or_else(id, "investment", year, 0.0);
        asset.investment.push_back(investment);
        asset.annuity.push_back(investment > 0.0 ? investment * annuity_factor(rate, asset.life) : 0.0);
        asset.fixed_om.push_back(values.or_else(id, "fixed_om", year, 0.0));
        asset.variable_om.push_back(values.or_else(id, "variable_om", year, 0.0));
        // What stands in the year after the base year is data; the plan builds from then on.
        asset.can_build.push_back(system.technologies[asset.technology].extendable && year > system.base_year + 1);
    }
}

void require_life(System& system, const Asset& asset, const std::string& id) {
    const bool needs_life = system.technologies[asset.technology].extendable || asset.existing.front() > 0.0;
    if (needs_life && !std::isfinite(asset.life))
        system.notes.error({.code = "life_missing",
            .file = "tables/technology_values.csv",
            .message = compose("technology '{}' has no life", {id}),
            .remedy = "add a row with parameter life, unit year"});
}

class AssetReader {
public:
    AssetReader(System& system, const Reading& reading)
        : system_(system), reading_(reading), kinds_(read_kinds(reading)) {
        read_stock();
        read_potentials();
        read_conversions();
        const Frame& carriers = reading.data.table("carriers");
        for (std::size_t i = 0; i < carriers.rows(); ++i)
            carbon_[carriers.text(i, "carrier")] = carriers.number(i, "carbon");
    }

    void read() {
        for (const auto& kind : kinds_) system_.technologies.push_back(kind.technology);
        for (std::size_t t = 0; t < kinds_.size(); ++t) {
            if (kinds_[t].kind == "link") continue;
            for (const Region r : system_.regions) read_at(t, r);
        }
        read_links();
        system_.sites = Set<Site>(system_.site.size());
        system_.works = Set<Works>(system_.work.size());
        system_.depots = Set<Depot>(system_.depot.size());
        system_.links = Set<Link>(system_.link.size());
        read_availability();
        read_pace();
    }

private:
    using Place = std::pair<std::string, std::string>;  // region, technology

    void read_stock() {
        const Frame& t = reading_.data.table("stock");
        for (std::size_t i = 0; i < t.rows(); ++i)
            stock_[{t.text(i, "region"), t.text(i, "technology")}].push_back(
                {t.number(i, "capacity"), t.number(i, "build_year"), t.number(i, "close_year")});
    }

    void read_potentials() {
        const Frame& t = reading_.data.table("potentials");
        for (std::size_t i = 0; i < t.rows(); ++i)
            potential_[{t.text(i, "region"), t.text(i, "technology")}] =
                t.number(i, "value") * scale_of(reading_.scenario, "potential." + t.text(i, "technology"));
    }

    void read_conversions() {
        const Frame& t = reading_.data.table("conversions");
        for (std::size_t i = 0; i < t.rows(); ++i)
            conversions_[t.text(i, "technology")].emplace_back(t.text(i, "carrier"), t.number(i, "value"));
    }

    void read_at(std::size_t t, Region r) {
        const Kind& kind = kinds_[t];
        Asset asset;
        asset.technology = t;
        fill_costs(asset, system_, reading_, kind.technology.id);
        const Place place{system_.code(r), kind.technology.id};
        const auto stock = stock_.find(place);
        fill_existing(asset, system_, stock == stock_.end() ? std::vector<StockRow>{} : stock->second);
        const auto potential = potential_.find(place);
        asset.potential = potential != potential_.end() ? potential->second : kind.is_listed ? 0.0 : unlimited;
        const bool may_grow = kind.technology.extendable && asset.potential > 0.0;
        const bool stands = std::any_of(asset.existing.begin(), asset.existing.end(), [](double c) { return c > 0.0; });
        if (!may_grow && !stands) return;
        if (!may_grow) std::fill(asset.can_build.begin(), asset.can_build.end(), char{0});
        require_life(system_, asset, kind.technology.id);
        if (kind.kind == "store")
            add_depot(kind, std::move(asset), r);
        else if (kind.is_hourly)
            add_site(kind, std::move(asset), r);
        else
            add_works(kind, std::move(asset), r);
    }

    // Splits a process's conversions by the sort of carrier and adds up the fossil carbon that leaves (E8).
    template <class Process>
    void add_conversions(Process& process, const std::string& id, bool keeps_carbon) {
        for (const auto& [carrier, amount] : conversions_[id]) {
            if (const int c = position(system_.hourly_ids, carrier); c >= 0)
                process.hourly.emplace_back(HourlyCarrier{c}, amount);
            if (const int f = position(system_.fuel_ids, carrier); f >= 0) process.fuels.emplace_back(Fuel{f}, amount);
            if (const int m = position(system_.material_ids, carrier); m >= 0)
                process.materials.emplace_back(Material{m}, amount);
            // What is kept for good is the carbon of materials (captured CO2); the fuel a store burns still emits.
            const bool is_kept = keeps_carbon && position(system_.material_ids, carrier) >= 0;
            if (!is_kept) process.emission -= amount * carbon_[carrier];
        }
    }

    void add_site(const Kind& kind, Asset asset, Region r) {
        SiteData site;
        static_cast<Asset&>(site) = std::move(asset);
        site.region = r;
        site.minimum_load = reading_.values.or_else(kind.technology.id, "minimum_load", system_.base_year, 0.0);
        site.has_profile = !kind.profile.empty();
        add_conversions(site, kind.technology.id, kind.technology.keeps_carbon);
        system_.site.push_back(std::move(site));
    }

    void add_works(const Kind& kind, Asset asset, Region r) {
        WorksData works;
        static_cast<Asset&>(works) = std::move(asset);
        works.region = r;
        works.total_limit = reading_.values.or_else(kind.technology.id, "total_limit", system_.base_year, unlimited);
        add_conversions(works, kind.technology.id, kind.technology.keeps_carbon);
        system_.work.push_back(std::move(works));
    }

    void add_depot(const Kind& kind, Asset asset, Region r) {
        const auto& id = kind.technology.id;
        const auto& values = reading_.values;
        const int carrier = position(system_.hourly_ids, kind.carrier);
        if (carrier < 0) return;
        DepotData depot;
        static_cast<Asset&>(depot) = std::move(asset);
        depot.region = r;
        depot.carrier = HourlyCarrier{carrier};
        depot.duration = values.or_else(id, "duration", system_.base_year, 0.0);
        depot.efficiency_charge = values.or_else(id, "efficiency_charge", system_.base_year, 1.0);
        depot.efficiency_discharge = values.or_else(id, "efficiency_discharge", system_.base_year, 1.0);
        depot.standing_loss = values.or_else(id, "standing_loss", system_.base_year, 0.0);
        depot.has_power_limit = values.at(id, "investment", system_.base_year).has_value() || depot.duration > 0.0;
        depot.is_seasonal = kind.technology.seasonal;
        depot.energy_potential = depot.potential;
        depot.potential = depot.duration > 0.0 ? depot.potential / depot.duration : unlimited;
        for (const Year y : system_.years) {
            const int year = system_.calendar_year(y);
            const double rate = values.or_else(id, "discount_rate", year, reading_.scenario.owner_rate);
            const double investment = values.or_else(id, "investment_energy", year, 0.0);
            depot.energy_investment.push_back(investment);
            depot.energy_annuity.push_back(investment > 0.0 ? investment * annuity_factor(rate, depot.life) : 0.0);
            depot.energy_fixed_om.push_back(values.or_else(id, "fixed_om_energy", year, 0.0));
        }
        system_.depot.push_back(std::move(depot));
    }

    void read_links() {
        const Frame& t = reading_.data.table("links");
        const Frame& stock = reading_.data.table("link_stock");
        for (std::size_t i = 0; i < t.rows(); ++i) {
            const auto kind = std::find_if(kinds_.begin(), kinds_.end(),
                [&](const Kind& k) { return k.technology.id == t.text(i, "technology"); });
            const int origin = region_position(system_, t.text(i, "origin")),
                      destination = region_position(system_, t.text(i, "destination"));
            if (kind == kinds_.end() || origin < 0 || destination < 0) continue;
            LinkData link;
            link.technology = static_cast<std::size_t>(kind - kinds_.begin());
            link.id = t.text(i, "link");
            link.origin = Region{origin};
            link.destination = Region{destination};
            const int carrier = position(system_.hourly_ids, kind->carrier);
            if (carrier < 0) continue;
            link.carrier = HourlyCarrier{carrier};
            fill_costs(link, system_, reading_, kind->technology.id);
            add_distance(link, kind->technology.id, t.number(i, "length_km"));
            if (!is_blank(t.number(i, "reverse"))) link.reverse = t.number(i, "reverse");
            std::vector<StockRow> rows;
            for (std::size_t k = 0; k < stock.rows(); ++k)
                if (stock.text(k, "link") == link.id)
                    rows.push_back(
                        {stock.number(k, "capacity"), stock.number(k, "build_year"), stock.number(k, "close_year")});
            fill_existing(link, system_, rows);
            link.potential = is_blank(t.number(i, "maximum")) ? unlimited : t.number(i, "maximum");
            for (const Year y : system_.years)
                if (system_.calendar_year(y) < t.number(i, "first_year")) link.can_build[y.at()] = 0;
            const bool grows = link.potential > *std::max_element(link.existing.begin(), link.existing.end());
            if (!grows) std::fill(link.can_build.begin(), link.can_build.end(), char{0});
            if (grows || link.existing.back() > 0.0 || link.existing.front() > 0.0)
                system_.link.push_back(std::move(link));
        }
    }

    void add_distance(LinkData& link, const std::string& id, double length) {
        const auto& values = reading_.values;
        for (const Year y : system_.years) {
            const int year = system_.calendar_year(y);
            const double rate = values.or_else(id, "discount_rate", year, reading_.scenario.owner_rate);
            const double by_length = values.or_else(id, "investment_per_km", year, 0.0) * length;
            link.investment[y.at()] += by_length;
            if (by_length > 0.0) link.annuity[y.at()] += by_length * annuity_factor(rate, link.life);
        }
        link.loss = values.or_else(id, "loss", system_.base_year, 0.0) +
                    values.or_else(id, "loss_per_km", system_.base_year, 0.0) * length;
    }

    // Averaged to snapshots, then scaled so that the year's mean is kept where no hour would pass 1.
    std::vector<double> snapshot_profile(const std::vector<double>& hourly) const {
        auto values = system_.time.average(hourly);
        const double yearly = std::accumulate(hourly.begin(), hourly.end(), 0.0);
        double represented = 0.0;
        for (const Snapshot h : system_.snapshots) represented += system_.weight(h).value * values[h.at()];
        if (represented > 0.0)
            for (auto& v : values) v = std::min(1.0, v * yearly / represented);
        return values;
    }

    void read_availability() {
        system_.availability = Table<one, Site, Snapshot>(system_.sites, system_.snapshots);
        for (const Site s : system_.sites) {
            const auto& site = system_.site[s.at()];
            const Kind& kind = kinds_[site.technology];
            const double constant = reading_.values.or_else(kind.technology.id, "availability", system_.base_year, 1.0);
            std::vector<double> profile(system_.time.snapshots.size(), 1.0);
            if (!kind.profile.empty())
                profile = snapshot_profile(reading_.data.series(kind.profile).at(system_.code(site.region)));
            for (const Snapshot h : system_.snapshots)
                system_.availability.set(s, h, {std::min(1.0, constant * profile[h.at()])});
        }
    }

    void read_pace() {
        for (const auto& kind : kinds_) {
            if (!reading_.values.at(kind.technology.id, "build_pace", system_.base_year)) continue;
            auto& pace = system_.build_pace[kind.technology.id];
            for (const Year y : system_.years)
                pace.push_back(*reading_.values.at(kind.technology.id, "build_pace", system_.calendar_year(y)) *
                               system_.share_of_nation);
        }
    }

    System& system_;
    const Reading& reading_;
    std::vector<Kind> kinds_;
    std::map<Place, std::vector<StockRow>> stock_;
    std::map<Place, double> potential_;
    std::map<std::string, std::vector<std::pair<std::string, double>>> conversions_;
    std::map<std::string, double> carbon_;
};

}  // namespace

void read_assets(System& system, const Reading& reading) {
    AssetReader(system, reading).read();
}

}  // namespace ecumene::planning
