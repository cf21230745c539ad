#include "output/iamc.hpp"

#include <array>
#include <cmath>
#include <map>
#include <set>

#include "output/plan_view.hpp"
#include "output/sums.hpp"

namespace ecumene::output {

namespace {

constexpr double exajoule_per_mwh = 3.6e-9;
constexpr double gigajoule_per_kwh = 3.6e-3;

struct Rule {
    std::string_view word, name;
};
// First match wins, so the more particular words stand first.
constexpr std::array<Rule, 24> rules{{{"offshore", "Wind|Offshore"}, {"onshore", "Wind|Onshore"}, {"wind", "Wind"},
    {"csp", "Solar|CSP"}, {"solar", "Solar|PV"}, {"pv", "Solar|PV"}, {"nuclear", "Nuclear"}, {"smr", "Nuclear"},
    {"gas_ccs", "Gas|w/ CCS"}, {"coal_ccs", "Coal|w/ CCS"}, {"coal", "Coal|w/o CCS"}, {"fuel_cell", "Gas|w/o CCS"},
    {"gas", "Gas|w/o CCS"}, {"lng", "Gas|w/o CCS"}, {"oil", "Oil|w/o CCS"}, {"diesel", "Oil|w/o CCS"},
    {"hydrogen", "Hydrogen"}, {"ammonia", "Ammonia"}, {"tidal", "Ocean"}, {"hydro", "Hydro"},
    {"geothermal", "Geothermal"}, {"waste", "Other"}, {"biomass", "Biomass|w/o CCS"}, {"bio", "Biomass|w/o CCS"}}};

std::string matched(const std::string& text) {
    for (const auto& rule : rules)
        if (text.find(rule.word) != std::string::npos) return std::string(rule.name);
    return {};
}

// "Wind|Onshore" also counts towards "Wind".
std::vector<std::string> with_parents(const std::string& name) {
    std::vector<std::string> names{name};
    for (auto bar = name.rfind('|'); bar != std::string::npos;
         bar = bar == 0 ? std::string::npos : name.rfind('|', bar - 1))
        names.push_back(name.substr(0, bar));
    return names;
}

// Years each milestone year stands for; 1 where the plan does not say.
double years_of(const PlanView& view, const std::string& year) {
    const double years = sum_by(view.table("summary"), {"year"}, "period_years").at({year});
    return years > 0 ? years : 1.0;
}

class IamcTable {
public:
    explicit IamcTable(const PlanView& view) : view_(view) {
        const auto& settings = view.input().settings;
        nation_ = settings.nation.empty() ? "Nation" : settings.nation;
        for (const auto& region : view.input().regions)
            if (region.code == settings.nation) nation_ = region.name.en;
    }

    // Adds to the variable of the region and of the nation.
    void add(const std::string& variable, const std::string& unit, const std::string& region, const std::string& year,
        double value) {
        if (is_blank(value)) return;
        units_[variable] = unit;
        if (!region.empty() && region != view_.input().settings.nation)
            values_[{region_name(region), variable}][year] += value;
        values_[{nation_, variable}][year] += value;
    }
    // For one region alone: prices and per-region figures that do not add up.
    void set(const std::string& variable, const std::string& unit, const std::string& region, const std::string& year,
        double value) {
        if (is_blank(value)) return;
        units_[variable] = unit;
        values_[{region.empty() ? nation_ : region_name(region), variable}][year] = value;
    }

    Frame frame() const {
        std::vector<Frame::Column> columns;
        for (const auto name : {"model", "scenario", "region", "variable", "unit"})
            columns.push_back(text_column(name));
        for (const auto& year : view_.year_texts()) columns.push_back(number_column(year));
        Frame frame("iamc", columns);
        for (const auto& [key, years] : values_) {
            std::vector<Frame::Cell> row{"Ecumene " + view_.input().version, view_.input().scenario, key.first,
                key.second, units_.at(key.second)};
            for (const auto& year : view_.year_texts()) {
                const auto found = years.find(year);
                row.emplace_back(found == years.end() ? blank : found->second);
            }
            frame.add(row);
        }
        return frame;
    }

private:
    std::string region_name(const std::string& code) const { return nation_ + "|" + view_.region(code).en; }

    const PlanView& view_;
    std::string nation_;
    std::map<std::string, std::string> units_;
    std::map<std::pair<std::string, std::string>, std::map<std::string, double>> values_;
};

void add_tree(IamcTable& out, const std::string& stem, const std::string& name, const std::string& unit,
    const std::string& region, const std::string& year, double value) {
    for (const auto& part : with_parents(name)) out.add(stem + "|" + part, unit, region, year, value);
    out.add(stem, unit, region, year, value);
}

void add_capacity(IamcTable& out, const PlanView& view, const std::string& money) {
    const auto& t = view.table("capacity");
    for (std::size_t row = 0; row < t.rows(); ++row) {
        const auto region = text_at(t, row, "region"), technology = text_at(t, row, "technology"),
                   year = text_at(t, row, "year");
        const double capacity = number_at(t, row, "capacity") / 1e3, years = years_of(view, year);
        const double built = number_at(t, row, "built") / 1e3 / years,
                     investment = number_at(t, row, "investment") / 1e3 / years;
        const auto kind = view.kind_of(technology);
        const auto name = iamc_technology(technology, view.group_of(technology));
        if (kind == TechnologyKind::plant) {
            add_tree(out, "Capacity|Electricity", name, "GW", region, year, capacity);
            add_tree(out, "Capacity Additions|Electricity", name, "GW/yr", region, year, built);
            add_tree(out, "Investment|Energy Supply|Electricity", name, money, region, year, investment);
        } else if (kind == TechnologyKind::store) {
            out.add("Capacity|Electricity Storage", "GW", region, year, capacity);
            out.add("Capacity Additions|Electricity Storage", "GW/yr", region, year, built);
            out.add("Investment|Energy Supply|Electricity|Electricity Storage", money, region, year, investment);
            out.add("Investment|Energy Supply|Electricity", money, region, year, investment);
        }
    }
}

void add_generation(IamcTable& out, const PlanView& view) {
    const auto& t = view.table("generation");
    for (std::size_t row = 0; row < t.rows(); ++row) {
        const auto region = text_at(t, row, "region"), technology = text_at(t, row, "technology"),
                   year = text_at(t, row, "year");
        const auto carrier = text_at(t, row, "carrier");
        const double value = number_at(t, row, "value") * exajoule_per_mwh;
        if (carrier == view.electricity() && view.kind_of(technology) == TechnologyKind::plant && value > 0)
            add_tree(out, "Secondary Energy|Electricity", iamc_technology(technology, view.group_of(technology)),
                "EJ/yr", region, year, value);
        if (carrier == "hydrogen" && value > 0) {
            const bool is_made = technology.find("electroly") != std::string::npos;
            add_tree(out, "Secondary Energy|Hydrogen", is_made ? "Electricity" : "Other", "EJ/yr", region, year, value);
        }
    }
}

void add_balances(IamcTable& out, const PlanView& view) {
    const auto& t = view.table("balances");
    for (std::size_t row = 0; row < t.rows(); ++row) {
        if (text_at(t, row, "carrier") != view.electricity()) continue;
        const auto region = text_at(t, row, "region"), year = text_at(t, row, "year");
        const auto value = [&](std::string_view column) {
            const double v = number_at(t, row, column);
            return is_blank(v) ? 0.0 : v * exajoule_per_mwh;
        };
        out.add("Final Energy|Electricity", "EJ/yr", region, year, value("demand") - value("cut") - value("unserved"));
        out.set("Trade|Secondary Energy|Electricity|Volume", "EJ/yr", region, year, value("sent") - value("received"));
    }
}

// The plan's sectors under the names of the common template; power alone keeps its old name.
void add_emissions(
    IamcTable& out, const std::string& sector, const std::string& region, const std::string& year, double megatonnes) {
    static const std::map<std::string, std::string> names{{"industry", "Industry"}, {"buildings", "Buildings"},
        {"transport", "Transportation"}, {"agriculture", "AFOLU|Agriculture"}, {"forest", "AFOLU|Land"},
        {"waste", "Waste"}, {"fugitive", "Fugitive"}, {"hydrogen", "Energy|Supply|Hydrogen"},
        {"capture", "Carbon Capture"}, {"credits", "International Credits"}, {"other", "Other"}};
    out.add("Emissions|Kyoto Gases", "Mt CO2-equiv/yr", region, year, megatonnes);
    const auto found = names.find(sector);
    if (found == names.end())
        out.add("Emissions|CO2|Energy|Supply|Electricity", "Mt CO2/yr", region, year, megatonnes);
    else
        out.add("Emissions|Kyoto Gases|" + found->second, "Mt CO2-equiv/yr", region, year, megatonnes);
}

// "Production|Steel|eaf": what yearly carriers are made by, in the units people compare.
void add_production(IamcTable& out, const PlanView& view) {
    struct Unit {
        double factor;
        const char* name;
    };
    static const std::map<std::string, Unit> units{{"t", {1e-6, "Mt/yr"}}, {"Mkm", {1e-3, "bn vkm/yr"}},
        {"Mpkm", {1e-3, "bn pkm/yr"}}, {"Mtkm", {1e-3, "bn tkm/yr"}}, {"MWh", {exajoule_per_mwh, "EJ/yr"}},
        {"km2", {1.0, "km2"}}};
    std::map<std::string, std::pair<std::string, Unit>> carriers;
    const auto& t = view.package("carriers");
    for (std::size_t row = 0; row < t.rows(); ++row)
        if (text_at(t, row, "resolution") == "year")
            if (const auto unit = units.find(text_at(t, row, "unit")); unit != units.end())
                carriers[text_at(t, row, "carrier")] = {text_at(t, row, "name_en"), unit->second};
    const auto& made = view.table("generation");
    for (std::size_t row = 0; row < made.rows(); ++row) {
        const auto found = carriers.find(text_at(made, row, "carrier"));
        const double value = number_at(made, row, "value");
        if (found == carriers.end() || !(value > 0)) continue;
        const auto& [name, unit] = found->second;
        add_tree(out, "Production|" + name, view.technology(text_at(made, row, "technology")).en, unit.name,
            text_at(made, row, "region"), text_at(made, row, "year"), value * unit.factor);
    }
}

void add_carbon(IamcTable& out, const PlanView& view) {
    const auto& flow = view.table("carbon_flow");
    for (std::size_t row = 0; row < flow.rows(); ++row) {
        const auto kind = text_at(flow, row, "kind");
        const double value = number_at(flow, row, "value") / 1e6;
        if (kind == "stored") out.add("Carbon Capture|Storage", "Mt CO2/yr", "", text_at(flow, row, "year"), value);
        if (kind == "products") out.add("Carbon in Products", "Mt CO2/yr", "", text_at(flow, row, "year"), value);
    }
    const auto& jobs = view.table("jobs");
    for (std::size_t row = 0; row < jobs.rows(); ++row)
        out.add("Employment", "million", text_at(jobs, row, "region"), text_at(jobs, row, "year"),
            number_at(jobs, row, "total") / 1e6);
}

void add_nation(IamcTable& out, const PlanView& view, const std::string& money) {
    const auto& emissions = view.table("emissions");
    for (std::size_t row = 0; row < emissions.rows(); ++row)
        add_emissions(out, text_at(emissions, row, "sector"), text_at(emissions, row, "region"),
            text_at(emissions, row, "year"), number_at(emissions, row, "value") / 1e6);
    const auto& summary = view.table("summary");
    const auto price_year = std::to_string(view.input().settings.price_year);
    for (std::size_t row = 0; row < summary.rows(); ++row) {
        const auto year = text_at(summary, row, "year");
        out.set("Price|Carbon", "KRW_" + price_year + "/t CO2", "", year, number_at(summary, row, "carbon_price"));
        out.set("Total Energy System Cost", money, "", year, number_at(summary, row, "cost") / 1e3);
        out.set("Population", "million", "", year, number_at(summary, row, "population") / 1e6);
        out.set("Policy|Emissions Cap", "Mt CO2/yr", "", year, number_at(summary, row, "cap") / 1e6);
    }
}

// Weighted by demand for the nation.
void add_prices(IamcTable& out, const PlanView& view) {
    const auto& t = view.table("prices");
    const auto& balances = view.table("balances");
    const auto demand = sum_by(balances, {"region", "year"}, "demand",
        [&](std::size_t row) { return text_at(balances, row, "carrier") == view.electricity(); });
    const auto unit = "KRW_" + std::to_string(view.input().settings.price_year) + "/GJ";
    std::map<std::string, std::pair<double, double>> nation;  // year -> value, weight
    for (std::size_t row = 0; row < t.rows(); ++row) {
        if (text_at(t, row, "carrier") != view.electricity()) continue;
        const auto region = text_at(t, row, "region"), year = text_at(t, row, "year");
        const double price = number_at(t, row, "mean") / gigajoule_per_kwh;
        if (is_blank(price)) continue;
        out.set("Price|Secondary Energy|Electricity", unit, region, year, price);
        nation[year].first += price * demand.at({region, year});
        nation[year].second += demand.at({region, year});
    }
    for (const auto& [year, sums] : nation)
        if (sums.second > 0) out.set("Price|Secondary Energy|Electricity", unit, "", year, sums.first / sums.second);
}

void add_links(IamcTable& out, const PlanView& view, const std::string& money) {
    const auto& t = view.table("flows");
    for (std::size_t row = 0; row < t.rows(); ++row) {
        const auto year = text_at(t, row, "year");
        const double investment = number_at(t, row, "investment") / 1e3 / years_of(view, year);
        out.add("Investment|Energy Supply|Electricity|Transmission and Distribution", money, "", year, investment);
        out.add("Investment|Energy Supply|Electricity", money, "", year, investment);
    }
}

}  // namespace

std::string iamc_technology(const std::string& technology, const std::string& group) {
    auto own = matched(technology);
    if (!own.empty()) return own;
    const auto by_group = matched(group);
    return by_group.empty() ? "Other" : by_group;
}

Frame iamc(const ReportInput& input) {
    const PlanView view(input);
    const auto money = "billion KRW_" + std::to_string(input.settings.price_year) + "/yr";
    IamcTable out(view);
    add_capacity(out, view, money);
    add_generation(out, view);
    add_balances(out, view);
    add_production(out, view);
    add_carbon(out, view);
    add_prices(out, view);
    add_links(out, view, money);
    add_nation(out, view, money);
    return out.frame();
}

}  // namespace ecumene::output
