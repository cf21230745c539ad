// Sites, works, depots and links: what may stand where, what stands, what it costs.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "planning/read_system.hpp"

namespace ecumene::planning {
namespace {

struct StockRow {
    double capacity, build_year, close_year;
};

// One row of technologies.csv, with what the scenario overrides.
struct Kind {
    Technology technology;
    std::string kind, carrier, profile;
    bool is_hourly{}, is_listed{};
    double first_build_year{}, last_build_year{unlimited};
};

std::string or_else(const std::string& text, const std::string& otherwise) {
    return text.empty() ? otherwise : text;
}

Sector sector_named(System& system, const std::string& id) {
    const auto known = std::find(system.sector_ids.begin(), system.sector_ids.end(), id);
    if (known == system.sector_ids.end()) {
        system.sector_ids.push_back(id);
        return Sector{static_cast<std::int32_t>(system.sector_ids.size()) - 1};
    }
    return Sector{static_cast<std::int32_t>(known - system.sector_ids.begin())};
}

void read_build_years(Kind& kind, const System& system, const Reading& reading) {
    const auto& id = kind.technology.id;
    kind.first_build_year = reading.values.or_else(id, "first_build_year", system.base_year, 0.0);
    kind.last_build_year = reading.values.or_else(id, "last_build_year", system.base_year, unlimited);
    const auto overridden = reading.scenario.technologies.find(id);
    if (overridden == reading.scenario.technologies.end()) return;
    const auto& by = overridden->second;
    if (by.has_extendable) kind.technology.extendable = by.extendable;
    if (by.first_build_year > 0) kind.first_build_year = by.first_build_year;
    if (by.last_build_year > 0) kind.last_build_year = by.last_build_year;
}

std::vector<Kind> read_kinds(System& system, const Reading& reading) {
    const Frame& t = reading.data.table("technologies");
    const auto& wanted = reading.scenario.sectors;
    std::vector<Kind> kinds;
    for (std::size_t i = 0; i < t.rows(); ++i) {
        const auto sector = or_else(t.text(i, "sector"), "power");
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), sector) == wanted.end()) continue;
        Kind k;
        k.technology = {.id = t.text(i, "technology"),
            .name = {t.text(i, "name_en"), t.text(i, "name_ko")},
            .group = t.text(i, "group"),
            .extendable = t.text(i, "extendable") == "yes",
            .clean = t.text(i, "clean") == "yes",
            .seasonal = t.text(i, "seasonal") == "yes",
            .keeps_carbon = t.text(i, "keeps_carbon") == "yes",
            .sector = sector_named(system, sector),
            .land_class = or_else(t.text(i, "land_class"), "land"),
            .green = or_else(t.text(i, "green"), t.text(i, "clean")) == "yes"};
        read_build_years(k, system, reading);
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
        asset.jobs_build.push_back(values.or_else(id, "jobs_build", year, 0.0));
        asset.jobs_operate.push_back(values.or_else(id, "jobs_operate", year, 0.0));
        asset.jobs_output.push_back(values.or_else(id, "jobs_output", year, 0.0));
    }
    asset.land = values.or_else(id, "land", system.base_year, 0.0);
    asset.local_content = values.or_else(id, "local_content", system.base_year, blank);
    asset.count = values.or_else(id, "count", system.base_year, blank);
    asset.capacity_credit = values.or_else(id, "capacity_credit", system.base_year, 0.0);
}

// What stands in the year after the base year is data; the plan builds from then on.
void fill_building_years(Asset& asset, const System& system, const Kind& kind) {
    for (const int year : system.calendar)
        asset.can_build.push_back(kind.technology.extendable && year > system.base_year + 1 &&
                                  year >= kind.first_build_year && year <= kind.last_build_year);
}

// What may be built needs a life, and what stands without a closing year.
void require_life(System& system, const Asset& asset, const std::vector<StockRow>& stock, const std::string& id) {
    const bool needs_life =
        system.technologies[asset.technology].extendable ||
        std::any_of(stock.begin(), stock.end(), [](const StockRow& row) { return is_blank(row.close_year); });
    if (needs_life && !std::isfinite(asset.life))
        system.notes.error({.code = "life_missing",
            .file = "tables/technology_values.csv",
            .message = compose("technology '{}' has no life", {id}),
            .remedy = "add a row with parameter life, unit year"});
}

class AssetReader {
public:
    AssetReader(System& system, const Reading& reading)
        : system_(system), reading_(reading), kinds_(read_kinds(system, reading)) {
        read_stock();
        read_potentials();
        read_paces();
        read_conversions();
        read_bending();
        const Frame& carriers = reading.data.table("carriers");
        for (std::size_t i = 0; i < carriers.rows(); ++i) {
            carbon_[carriers.text(i, "carrier")] = carriers.number(i, "carbon");
            unit_[carriers.text(i, "carrier")] = carriers.text(i, "unit");
        }
    }

    void read() {
        for (auto& kind : kinds_) {
            kind.technology.unit = unit_[kind.carrier];
            system_.technologies.push_back(kind.technology);
        }
        for (std::size_t t = 0; t < kinds_.size(); ++t) {
            if (kinds_[t].kind == "link") continue;
            for (const Region r : system_.regions) read_at(t, r);
        }
        read_links();
        system_.sites = Set<Site>(system_.site.size());
        system_.works = Set<Works>(system_.work.size());
        system_.depots = Set<Depot>(system_.depot.size());
        system_.links = Set<Link>(system_.link.size());
        system_.routes = Set<Route>(system_.route.size());
        system_.patterns = Set<Pattern>(system_.pattern.size());
        system_.sectors = Set<Sector>(system_.sector_ids.size());
        read_availability();
        read_pace();
    }

private:
    using Place = std::pair<std::string, std::string>;  // region, technology
    struct Conversion {
        std::string carrier, series;
        double value{};
    };

    void read_stock() {
        const Frame& t = reading_.data.table("stock");
        for (std::size_t i = 0; i < t.rows(); ++i)
            stock_[{t.text(i, "region"), t.text(i, "technology")}].push_back(
                {t.number(i, "capacity") * scale_of(reading_.scenario, "stock." + t.text(i, "technology")),
                    t.number(i, "build_year"), t.number(i, "close_year")});
    }

    void read_potentials() {
        const Frame& t = reading_.data.table("potentials");
        for (std::size_t i = 0; i < t.rows(); ++i)
            potential_[{t.text(i, "region"), t.text(i, "technology")}] =
                t.number(i, "value") * scale_of(reading_.scenario, "potential." + t.text(i, "technology"));
    }

    void read_paces() {
        const Frame& t = reading_.data.table("build_paces");
        for (std::size_t i = 0; i < t.rows(); ++i)
            regional_pace_[{t.text(i, "region"), t.text(i, "technology")}].add(
                t.number(i, "year"), t.number(i, "value"));
    }

    void read_conversions() {
        const Frame& t = reading_.data.table("conversions");
        for (std::size_t i = 0; i < t.rows(); ++i)
            conversions_[t.text(i, "technology")].push_back(
                {t.text(i, "carrier"), t.text(i, "series"), t.number(i, "value")});
    }

    // Technologies whose load may be moved: their patterns stand apart.
    void read_bending() {
        const Frame& t = reading_.data.table("flexibility");
        for (std::size_t i = 0; i < t.rows(); ++i)
            if (t.text(i, "kind") == "shift") bending_.emplace(t.text(i, "component"), t.text(i, "carrier"));
    }

    void read_at(std::size_t t, Region r) {
        const Kind& kind = kinds_[t];
        Asset asset;
        asset.technology = t;
        fill_costs(asset, system_, reading_, kind.technology.id);
        fill_building_years(asset, system_, kind);
        const Place place{system_.code(r), kind.technology.id};
        const auto& stock = stock_[place];
        fill_existing(asset, system_, stock);
        const auto potential = potential_.find(place);
        asset.potential = potential != potential_.end() ? potential->second : kind.is_listed ? 0.0 : unlimited;
        const bool may_grow = kind.technology.extendable && asset.potential > 0.0;
        const bool stands = std::any_of(asset.existing.begin(), asset.existing.end(), [](double c) { return c > 0.0; });
        if (!may_grow && !stands) return;
        if (!may_grow) std::fill(asset.can_build.begin(), asset.can_build.end(), char{0});
        require_life(system_, asset, stock, kind.technology.id);
        if (const auto pace = regional_pace_.find(place); pace != regional_pace_.end())
            for (const int year : system_.calendar) asset.pace.push_back(pace->second.at(year));
        if (kind.kind == "store")
            add_depot(kind, std::move(asset), r);
        else if (kind.is_hourly)
            add_site(kind, std::move(asset), r);
        else
            add_works(kind, std::move(asset), r);
    }

    // What a process takes and makes of yearly carriers, and where the fossil carbon in it goes (E8).
    void add_yearly(ProcessData& process, const Technology& technology) {
        for (const auto& conversion : conversions_[technology.id]) {
            const double carbon = conversion.value * carbon_[conversion.carrier];
            (carbon < 0.0 ? process.fossil_in : process.fossil_out) += std::abs(carbon);
            const int position_of = position(system_.yearly_ids, conversion.carrier);
            if (position_of < 0) continue;
            const YearlyCarrier c{position_of};
            process.yearly.emplace_back(system_.market_of(c, process.region), conversion.value);
            // What is kept for good is the carbon of materials (captured CO2); the fuel a store burns still emits.
            if (technology.keeps_carbon && system_.yearly[c.at()].unit == "t" && carbon < 0.0)
                process.fossil_kept -= carbon;
        }
        for (const int year : system_.calendar)
            process.other_emission.push_back(reading_.values.or_else(technology.id, "emission", year, 0.0));
    }

    // What works take by the year follows a shape; all of one region that share it are one pattern.
    Pattern pattern_of(HourlyCarrier c, Region r, const std::string& series, const std::string& id) {
        const bool bends = bending_.contains({id, system_.hourly_ids[c.at()]});
        const std::string component = bends ? id : std::string{};
        for (std::size_t p = 0; p < system_.pattern.size(); ++p) {
            const PatternData& known = system_.pattern[p];
            if (known.carrier == c && known.region == r && known.series == series && known.component == component)
                return Pattern{static_cast<std::int32_t>(p)};
        }
        system_.pattern.push_back({.carrier = c,
            .region = r,
            .series = series,
            .component = component,
            .shape = snapshot_shape(system_, reading_, series, system_.code(r)),
            .shift_share = {},
            .room = {}});
        return Pattern{static_cast<std::int32_t>(system_.pattern.size()) - 1};
    }

    void add_site(const Kind& kind, Asset asset, Region r) {
        SiteData site;
        static_cast<Asset&>(site) = std::move(asset);
        site.region = r;
        site.minimum_load = reading_.values.or_else(kind.technology.id, "minimum_load", system_.base_year, 0.0);
        site.has_profile = !kind.profile.empty();
        add_yearly(site, kind.technology);
        for (const auto& conversion : conversions_[kind.technology.id])
            if (const int c = position(system_.hourly_ids, conversion.carrier); c >= 0)
                site.hourly.emplace_back(HourlyCarrier{c}, conversion.value);
        const double firm = site.has_profile
                                ? 0.0
                                : reading_.values.or_else(kind.technology.id, "availability", system_.base_year, 1.0);
        site.capacity_credit = reading_.values.or_else(kind.technology.id, "capacity_credit", system_.base_year, firm);
        system_.site.push_back(std::move(site));
    }

    void add_works(const Kind& kind, Asset asset, Region r) {
        WorksData works;
        static_cast<Asset&>(works) = std::move(asset);
        const auto& id = kind.technology.id;
        works.region = r;
        works.total_limit = reading_.values.or_else(id, "total_limit", system_.base_year, unlimited);
        works.minimum_load = reading_.values.or_else(id, "minimum_load", system_.base_year, 0.0);
        works.availability = reading_.values.or_else(id, "availability", system_.base_year, 1.0);
        add_yearly(works, kind.technology);
        for (const auto& conversion : conversions_[id])
            if (const int c = position(system_.hourly_ids, conversion.carrier); c >= 0)
                works.hourly.emplace_back(pattern_of(HourlyCarrier{c}, r, conversion.series, id), conversion.value);
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
        for (std::size_t i = 0; i < t.rows(); ++i) {
            const auto kind = std::find_if(kinds_.begin(), kinds_.end(),
                [&](const Kind& k) { return k.technology.id == t.text(i, "technology"); });
            const int origin = region_position(system_, t.text(i, "origin")),
                      destination = region_position(system_, t.text(i, "destination"));
            if (kind == kinds_.end() || origin < 0 || destination < 0) continue;
            if (const int c = position(system_.hourly_ids, kind->carrier); c >= 0) {
                LinkData link;
                link.carrier = HourlyCarrier{c};
                if (fill_link(link, *kind, i, Region{origin}, Region{destination}))
                    system_.link.push_back(std::move(link));
            } else if (const int y = position(system_.yearly_ids, kind->carrier); y >= 0) {
                RouteData route;
                route.from = system_.market_of(YearlyCarrier{y}, Region{origin});
                route.to = system_.market_of(YearlyCarrier{y}, Region{destination});
                if (route.from == route.to) report_national(i, kind->carrier);
                if (fill_link(route, *kind, i, Region{origin}, Region{destination}))
                    system_.route.push_back(std::move(route));
            }
        }
    }

    void report_national(std::size_t row, const std::string& carrier) {
        system_.notes.error({.code = "link_of_national_carrier",
            .file = "tables/links.csv",
            .row = row + 2,
            .column = "technology",
            .message =
                compose("'{}' balances for the nation as a whole: there is nothing to move it between", {carrier}),
            .remedy = "write scope region in tables/carriers.csv, or remove the link"});
    }

    // True if the link stands or may grow.
    bool fill_link(auto& link, const Kind& kind, std::size_t row, Region origin, Region destination) {
        const Frame& t = reading_.data.table("links");
        const Frame& stock = reading_.data.table("link_stock");
        link.technology = static_cast<std::size_t>(&kind - kinds_.data());
        link.id = t.text(row, "link");
        link.origin = origin;
        link.destination = destination;
        fill_costs(link, system_, reading_, kind.technology.id);
        fill_building_years(link, system_, kind);
        add_distance(link, kind.technology.id, t.number(row, "length_km"));
        if (!is_blank(t.number(row, "reverse"))) link.reverse = t.number(row, "reverse");
        std::vector<StockRow> rows;
        for (std::size_t k = 0; k < stock.rows(); ++k)
            if (stock.text(k, "link") == link.id)
                rows.push_back(
                    {stock.number(k, "capacity"), stock.number(k, "build_year"), stock.number(k, "close_year")});
        fill_existing(link, system_, rows);
        link.potential = is_blank(t.number(row, "maximum")) ? unlimited : t.number(row, "maximum");
        for (const Year y : system_.years)
            if (system_.calendar_year(y) < t.number(row, "first_year")) link.can_build[y.at()] = 0;
        const bool grows = link.potential > *std::max_element(link.existing.begin(), link.existing.end());
        if (!grows) std::fill(link.can_build.begin(), link.can_build.end(), char{0});
        return grows || link.existing.back() > 0.0 || link.existing.front() > 0.0;
    }

    void add_distance(auto& link, const std::string& id, double length) {
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
    std::map<Place, YearCurve> regional_pace_;
    std::map<std::string, std::vector<Conversion>> conversions_;
    std::set<std::pair<std::string, std::string>> bending_;  // technology, carrier
    std::map<std::string, double> carbon_;                   // by carrier
    std::map<std::string, std::string> unit_;                // by carrier
};

}  // namespace

void read_assets(System& system, const Reading& reading) {
    AssetReader(system, reading).read();
}

}  // namespace ecumene::planning
