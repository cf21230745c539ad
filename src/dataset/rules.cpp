#include "dataset/rules.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "dataset/unit_cell.hpp"

namespace ecumene::dataset {
namespace {

struct Technology {
    std::string kind, carrier, resolution, profile;
    bool is_extendable{};
    bool is_listed{};
    std::size_t row{};
};

class RuleCheck {
public:
    RuleCheck(const LoadedTables& tables, const SeriesByName& series, const std::string& nation, FindingLog& log)
        : tables_(tables), series_(series), nation_(nation), log_(log) {
        read_technologies();
        for (const auto& region : table("regions").frame.texts("region")) regions_.insert(region);
        const auto& carriers = table("carriers").frame;
        for (std::size_t row = 0; row < carriers.rows(); ++row)
            carrier_unit_[carriers.text(row, "carrier")] = carriers.text(row, "unit");
    }

    void run() {
        check_conversions();
        check_main_carriers();
        check_kinds();
        check_links();
        check_carrier_units();
        check_capacity_units();
        check_parameters();
        check_potentials();
        check_profiles();
        check_demand_series();
        check_conversion_series();
        check_bending();
        check_value_units();
        check_years();
        check_emission_totals();
    }

private:
    const LoadedTable& table(const char* name) const { return tables_.find(name)->second; }

    void read_technologies() {
        const auto& frame = table("technologies").frame;
        for (std::size_t row = 0; row < frame.rows(); ++row)
            technologies_[frame.text(row, "technology")] = {frame.text(row, "kind"), frame.text(row, "carrier"),
                frame.text(row, "resolution"), frame.text(row, "profile"), frame.text(row, "extendable") == "yes",
                frame.text(row, "potential") == "listed", row};
    }

    const Technology* technology(const std::string& name) const {
        const auto found = technologies_.find(name);
        return found == technologies_.end() ? nullptr : &found->second;
    }

    std::string unit_of_carrier(const std::string& carrier) const {
        const auto found = carrier_unit_.find(carrier);
        return found == carrier_unit_.end() ? std::string{} : found->second;
    }

    std::string resolution_of_carrier(const std::string& carrier) const {
        const auto& carriers = table("carriers").frame;
        for (std::size_t row = 0; row < carriers.rows(); ++row)
            if (carriers.text(row, "carrier") == carrier) return carriers.text(row, "resolution");
        return {};
    }

    // Conversions

    void check_conversions() {
        const auto& conversions = table("conversions");
        for (std::size_t row = 0; row < conversions.frame.rows(); ++row) {
            const auto* owner = technology(conversions.frame.text(row, "technology"));
            const auto& carrier = conversions.frame.text(row, "carrier");
            const double value = conversions.frame.number(row, "value");
            if (owner == nullptr) continue;
            if (owner->kind == "store" || owner->kind == "link")
                log_.error(conversions.at(row, "technology"), "wrong_kind",
                    compose("'{}' is a {}; only processes convert",
                        {conversions.frame.text(row, "technology"), owner->kind}));
            else if (carrier == owner->carrier && !is_blank(value) && std::abs(value) != 1.0)
                log_.error(conversions.at(row, "value"), "main_carrier",
                    compose("'{}' is the main carrier and must be 1 (-1 if the process takes it in), not {}",
                        {carrier, shortest(value)}),
                    "state the other carriers per unit of the main one");
            check_unit(conversions, row, unit_of_carrier(carrier) + "/" + unit_of_carrier(owner->carrier));
        }
    }

    void check_main_carriers() {
        const auto& conversions = table("conversions");
        if (!conversions.is_present) return;
        std::set<std::string> with_main;
        for (std::size_t row = 0; row < conversions.frame.rows(); ++row) {
            const auto* owner = technology(conversions.frame.text(row, "technology"));
            if (owner != nullptr && conversions.frame.text(row, "carrier") == owner->carrier)
                with_main.insert(conversions.frame.text(row, "technology"));
        }
        for (const auto& [name, about] : technologies_)
            if (about.kind == "process" && with_main.count(name) == 0)
                log_.error(table("technologies").at(about.row, "technology"), "main_carrier",
                    compose("'{}' has no row in {} for its main carrier '{}'",
                        {name, conversions.schema->file, about.carrier}),
                    compose("add a row {},{},1", {name, about.carrier}));
    }

    void check_unit(
        const LoadedTable& loaded, std::size_t row, const std::string& wanted, const char* number = "value") {
        const auto& unit = loaded.frame.text(row, "unit");
        // A wrong unit, or a carrier that does not exist, was told before.
        if (wanted.empty() || wanted.front() == '/' || wanted.back() == '/' || is_same_dimension(unit, wanted) ||
            !is_converted(*loaded.schema->column(number), unit))
            return;
        log_.error(loaded.at(row, "unit"), "wrong_unit",
            compose("the unit converts to {}, which does not fit the carrier", {unit}),
            "write a unit that converts to " + wanted);
    }

    // The unit of what a row counts, in the unit a technology stands in: MW, or what it can do in a year.
    void check_capacity_unit(const LoadedTable& loaded, std::size_t row, const char* number, const std::string& per) {
        const auto& name = loaded.frame.text(row, "technology");
        const auto* about = technology(name);
        if (about == nullptr || about->kind == "link" || unit_of_carrier(about->carrier).empty()) return;
        check_unit(loaded, row, capacity_unit(*about) + per, number);
    }

    std::string capacity_unit(const Technology& about) const {
        const auto unit = unit_of_carrier(about.carrier);
        return about.resolution == "hour" ? "MW" : unit == "km2" ? unit : unit + "/year";
    }

    static bool is_converted(const ColumnSchema& number, const std::string& unit) {
        const auto holds = [&](const std::vector<std::string>& units) {
            return std::find(units.begin(), units.end(), unit) != units.end();
        };
        return holds(number.canonical) || std::any_of(number.canonical_units.begin(), number.canonical_units.end(),
                                              [&](const auto& entry) { return holds(entry.second); });
    }

    void check_carrier_units() {
        const auto& demand = table("demand");
        for (std::size_t row = 0; row < demand.frame.rows(); ++row)
            if (const auto unit = unit_of_carrier(demand.frame.text(row, "carrier")); !unit.empty())
                check_unit(demand, row, unit == "km2" ? unit : unit + "/year");
        const auto& imports = table("imports");
        for (std::size_t row = 0; row < imports.frame.rows(); ++row) {
            const auto unit = unit_of_carrier(imports.frame.text(row, "carrier"));
            const auto& quantity = imports.frame.text(row, "quantity");
            if (!unit.empty())
                check_unit(imports, row,
                    quantity == "price"   ? "MKRW/" + unit
                    : quantity == "limit" ? unit + "/year"
                                          : "tCO2eq/" + unit);
        }
    }

    void check_capacity_units() {
        const auto& stock = table("stock");
        for (std::size_t row = 0; row < stock.frame.rows(); ++row) check_capacity_unit(stock, row, "capacity", "");
        const auto& paces = table("build_paces");
        for (std::size_t row = 0; row < paces.frame.rows(); ++row) check_capacity_unit(paces, row, "value", "/year");
        const auto& values = table("technology_values");
        for (std::size_t row = 0; row < values.frame.rows(); ++row)
            if (values.frame.text(row, "parameter") == "build_pace") check_capacity_unit(values, row, "value", "/year");
        const auto& potentials = table("potentials");
        for (std::size_t row = 0; row < potentials.frame.rows(); ++row) {
            const auto* about = technology(potentials.frame.text(row, "technology"));
            if (about == nullptr) continue;
            // A store's potential is of what it holds.
            if (about->kind == "store")
                check_unit(potentials, row, unit_of_carrier(about->carrier));
            else
                check_capacity_unit(potentials, row, "value", "");
        }
    }

    // Kinds of technologies where they are used

    void check_kinds() {
        check_kind_of(table("stock"), {"process", "store"}, "stands in a region; links belong to link_stock.csv");
        check_kind_of(
            table("potentials"), {"process", "store"}, "stands in a region; limits of links belong to links.csv");
        check_kind_of(table("build_paces"), {"process", "store"}, "is built in a region; links belong to links.csv");
        check_kind_of(table("links"), {"link"}, "connects regions");
    }

    void check_kind_of(const LoadedTable& loaded, const std::vector<std::string>& kinds, const std::string& why) {
        for (std::size_t row = 0; row < loaded.frame.rows(); ++row) {
            const auto& name = loaded.frame.text(row, "technology");
            const auto* about = technology(name);
            const bool is_known =
                about != nullptr && (about->kind == "process" || about->kind == "store" || about->kind == "link");
            if (!is_known || std::find(kinds.begin(), kinds.end(), about->kind) != kinds.end()) continue;
            log_.error(loaded.at(row, "technology"), "wrong_kind",
                compose("'{}' is a {}; a {} {}", {name, about->kind, join(kinds, " or "), why}));
        }
    }

    void check_links() {
        const auto& links = table("links");
        for (std::size_t row = 0; row < links.frame.rows(); ++row)
            if (links.frame.text(row, "origin") == links.frame.text(row, "destination"))
                log_.error(links.at(row, "destination"), "same_ends",
                    compose("link '{}' ends where it begins", {links.frame.text(row, "link")}));
    }

    // What planning needs of each technology

    void check_parameters() {
        const auto& values = table("technology_values");
        if (!values.is_present) return;
        std::map<std::string, std::set<std::string>> given;
        for (std::size_t row = 0; row < values.frame.rows(); ++row)
            given[values.frame.text(row, "technology")].insert(values.frame.text(row, "parameter"));
        const auto closing = technologies_that_close();
        for (const auto& [name, about] : technologies_) {
            const auto& has = given[name];
            const bool is_costed =
                has.count("investment") + has.count("investment_energy") + has.count("investment_per_km") > 0;
            if (about.is_extendable && !is_costed) report_parameter(name, about, "investment", "it may be built");
            if ((about.is_extendable || closing.count(name) != 0) && has.count("life") == 0)
                report_parameter(name, about, "life",
                    about.is_extendable ? "it may be built" : "a plant in stock.csv has no close_year");
        }
    }

    std::set<std::string> technologies_that_close() const {
        std::set<std::string> names;
        const auto& stock = table("stock").frame;
        for (std::size_t row = 0; row < stock.rows(); ++row)
            if (is_blank(stock.number(row, "close_year"))) names.insert(stock.text(row, "technology"));
        return names;
    }

    void report_parameter(
        const std::string& name, const Technology& about, const std::string& parameter, const std::string& why) {
        log_.error(table("technologies").at(about.row, "technology"), "missing_parameter",
            compose("'{}' has no {} in {}, but {}", {name, parameter, table("technology_values").schema->file, why}),
            "add a row with its source");
    }

    void check_potentials() {
        std::set<std::string> placed;
        for (const auto& name : table("potentials").frame.texts("technology")) placed.insert(name);
        for (const auto& [name, about] : technologies_)
            if (about.is_listed && about.is_extendable && about.kind != "link" && placed.count(name) == 0)
                log_.warning(table("technologies").at(about.row, "potential"), "no_potential",
                    compose("'{}' may stand only where potentials.csv says so, and it says so nowhere", {name}),
                    "add rows to tables/potentials.csv, or write 'unlimited'");
    }

    // Series

    // Where a technology may stand.
    std::map<std::string, std::set<std::string>> places() const {
        std::map<std::string, std::set<std::string>> found;
        for (const auto* name : {"potentials", "stock"}) {
            const auto& frame = table(name).frame;
            for (std::size_t row = 0; row < frame.rows(); ++row)
                found[frame.text(row, "technology")].insert(frame.text(row, "region"));
        }
        const auto& regions = table("regions").frame.texts("region");
        for (const auto& [name, about] : technologies_)
            if (!about.is_listed && about.is_extendable) found[name].insert(regions.begin(), regions.end());
        return found;
    }

    void check_profiles() {
        const auto standing = places();
        for (const auto& [name, about] : technologies_) {
            const auto series = series_.find(about.profile);
            if (series == series_.end()) continue;
            const auto place = table("technologies").at(about.row, "profile");
            if (about.resolution == "hour" && !series->second.is_availability)
                log_.error(place, "wrong_series",
                    compose(
                        "series '{}' is a shape; what runs by the hour needs availability (0..1)", {about.profile}));
            if (const auto at = standing.find(name); at != standing.end())
                check_covered(series->second, about.profile, at->second, place);
        }
    }

    void check_demand_series() {
        const auto& demand = table("demand");
        for (std::size_t row = 0; row < demand.frame.rows(); ++row) {
            const auto& name = demand.frame.text(row, "series");
            const auto series = series_.find(name);
            if (series == series_.end()) continue;
            if (series->second.is_availability)
                log_.error(demand.at(row, "series"), "wrong_series",
                    compose("series '{}' is an availability; demand needs a shape", {name}));
            check_covered(series->second, name, {demand.frame.text(row, "region")}, demand.at(row, "series"));
        }
    }

    // What works take of an hourly carrier may follow a shape; nothing else may.
    void check_conversion_series() {
        const auto& conversions = table("conversions");
        const auto standing = places();
        for (std::size_t row = 0; row < conversions.frame.rows(); ++row) {
            const auto& name = conversions.frame.text(row, "series");
            const auto series = series_.find(name);
            const auto* owner = technology(conversions.frame.text(row, "technology"));
            if (series == series_.end() || owner == nullptr) continue;
            const auto place = conversions.at(row, "series");
            if (series->second.is_availability)
                log_.error(place, "wrong_series",
                    compose("series '{}' is an availability; what is taken over a year needs a shape", {name}));
            if (owner->resolution != "year" || owner->kind != "process" ||
                resolution_of_carrier(conversions.frame.text(row, "carrier")) != "hour")
                log_.error(place, "series_without_use",
                    "a shape says how a process that runs by the year takes a carrier balanced by the hour",
                    "leave it blank here");
            if (const auto at = standing.find(conversions.frame.text(row, "technology")); at != standing.end())
                check_covered(series->second, name, at->second, place);
        }
    }

    // Flexibility is of a component of demand, or of a technology that runs by the year.
    void check_bending() {
        const auto& flexibility = table("flexibility");
        std::set<std::string> known;
        for (const auto& component : table("demand").frame.texts("component")) known.insert(component);
        for (const auto& [name, about] : technologies_)
            if (about.resolution == "year") known.insert(name);
        for (std::size_t row = 0; row < flexibility.frame.rows(); ++row) {
            const auto& component = flexibility.frame.text(row, "component");
            if (known.count(component) != 0) continue;
            log_.error(flexibility.at(row, "component"), "unknown_reference",
                compose("'{}' is neither a component of demand nor a technology that runs by the year", {component}),
                did_you_mean(component, std::vector<std::string>(known.begin(), known.end())));
        }
    }

    // Figures per unit of a technology fit the unit of its main carrier.
    void check_value_units() {
        static const std::map<std::string, std::string> numerators{{"variable_om", "MKRW"}, {"emission", "tCO2eq"}};
        const auto& values = table("technology_values");
        for (std::size_t row = 0; row < values.frame.rows(); ++row) {
            const auto* about = technology(values.frame.text(row, "technology"));
            if (about == nullptr || about->kind == "link") continue;
            const auto unit = unit_of_carrier(about->carrier);
            const auto& parameter = values.frame.text(row, "parameter");
            const auto capacity = about->resolution == "hour" ? "MW" : unit == "km2" ? unit : "(" + unit + "/year)";
            if (const auto found = numerators.find(parameter); found != numerators.end())
                check_unit(values, row, found->second + "/" + unit);
            if (parameter == "investment") check_unit(values, row, "MKRW/" + capacity);
        }
    }

    void check_covered(
        const Series& series, const std::string& name, const std::set<std::string>& regions, const Place& place) {
        if (series.by_region.count("all") != 0) return;
        std::vector<std::string> missing;
        for (const auto& region : regions)
            if (series.by_region.count(region) == 0 && regions_.count(region) != 0) missing.push_back(region);
        if (!missing.empty())
            log_.error(place, "series_lacks_region",
                compose("series '{}' has no column for region {}", {name, join(missing, ", ")}),
                "add the columns, or one column 'all'");
    }

    void check_years() {
        for (const auto* name : {"stock", "link_stock"}) {
            const auto& loaded = table(name);
            for (std::size_t row = 0; row < loaded.frame.rows(); ++row)
                if (loaded.frame.number(row, "close_year") <= loaded.frame.number(row, "build_year"))
                    log_.error(loaded.at(row, "close_year"), "wrong_years",
                        compose("it closes in {} but is built in {}",
                            {shortest(loaded.frame.number(row, "close_year")),
                                shortest(loaded.frame.number(row, "build_year"))}));
        }
    }

    // Totals beside their parts

    struct Total {
        double nation{blank};
        double parts{};
        std::size_t regions{};
        std::size_t row{};
    };

    void check_emission_totals() {
        const auto& emissions = table("emissions");
        const auto& frame = emissions.frame;
        std::map<std::vector<std::string>, std::map<int, Total>> totals;
        for (std::size_t row = 0; row < frame.rows(); ++row) {
            const double value = frame.number(row, "value"), year = frame.number(row, "year");
            if (is_blank(value) || is_blank(year)) continue;
            auto& total = totals[{frame.text(row, "ledger"), frame.text(row, "coverage"), frame.text(row, "tree"),
                frame.text(row, "sector"), frame.text(row, "gas")}][static_cast<int>(year)];
            if (frame.text(row, "region") == nation_) {
                total.nation = value;
                total.row = row;
            } else {
                total.parts += value;
                ++total.regions;
            }
        }
        for (const auto& [of, by_year] : totals) report_worst(emissions, of, by_year);
    }

    // One line for each account, at its worst year: thirty years of the same gap are one thing to know.
    void report_worst(
        const LoadedTable& emissions, const std::vector<std::string>& of, const std::map<int, Total>& by_year) {
        constexpr double rounding_share = 0.001, tonnes_per_million = 1e6;
        const Total* worst = nullptr;
        int worst_year = 0, years = 0;
        for (const auto& [year, total] : by_year) {
            if (is_blank(total.nation) || total.regions == 0) continue;
            const double gap = std::abs(total.nation - total.parts);
            if (gap <= rounding_share * std::abs(total.nation)) continue;
            ++years;
            if (worst != nullptr && gap <= std::abs(worst->nation - worst->parts)) continue;
            worst = &total;
            worst_year = year;
        }
        if (worst == nullptr) return;
        log_.warning(emissions.at(worst->row, "value"), "unallocated",
            compose("{}: the nation's row says {:.2f} MtCO2eq in {}, its regions sum to {:.2f}; {:.2f} is shown as "
                    "unallocated ({} year(s) differ)",
                {join(of, ", "), worst->nation / tonnes_per_million, worst_year, worst->parts / tonnes_per_million,
                    (worst->nation - worst->parts) / tonnes_per_million, years}),
            "nothing is spread silently; add the missing rows if they exist");
    }

    const LoadedTables& tables_;
    const SeriesByName& series_;
    const std::string& nation_;
    FindingLog& log_;
    std::map<std::string, Technology> technologies_;
    std::map<std::string, std::string> carrier_unit_;
    std::set<std::string> regions_;
};

}  // namespace

void check_rules(const LoadedTables& tables, const SeriesByName& series, const std::string& nation, FindingLog& log) {
    RuleCheck(tables, series, nation, log).run();
}

}  // namespace ecumene::dataset
