#include "diagnosis/ledgers/energy_tables.hpp"

#include <cmath>

namespace ecumene::diagnosis {
namespace {

int year_of(const Frame& table, std::size_t row) {
    return static_cast<int>(std::lround(table.number(row, "year")));
}

void add_sources(const std::string& text, std::set<std::string>& to) {
    for (const auto& source : split(text, ';')) to.insert(source);
}

}  // namespace

EnergyTables read_energy(const dataset::Dataset& data, const std::string& carrier) {
    EnergyTables tables;
    const std::map<std::string, RegionalSeries*> places = {
        {"made", &tables.made}, {"used", &tables.used}, {"fossil", &tables.fossil}, {"emissions", &tables.emissions}};
    const Frame& balance = data.table("energy_balance");
    for (std::size_t row = 0; row < balance.rows(); ++row) {
        const double value = balance.number(row, "value");
        if (is_blank(value) || balance.text(row, "carrier") != carrier) continue;
        const int year = year_of(balance, row);
        auto& series = *places.at(balance.text(row, "item"));
        const auto& region = balance.text(row, "region");
        auto& place = region == data.settings().nation ? series.nation : series.by_region[region];
        place[year] = {.year = year, .value = value, .status = balance.text(row, "status")};
        add_sources(balance.text(row, "source"), series.sources);
        add_sources(balance.text(row, "source"), tables.sources);
    }
    const Frame& flows = data.table("energy_flows");
    for (std::size_t row = 0; row < flows.rows(); ++row) {
        const double value = flows.number(row, "value");
        if (is_blank(value) || flows.text(row, "carrier") != carrier) continue;
        const int year = year_of(flows, row);
        tables.flows[year].push_back({flows.text(row, "origin"), flows.text(row, "destination"),
            {.year = year, .value = value, .status = flows.text(row, "status")}});
        add_sources(flows.text(row, "source"), tables.sources);
    }
    return tables;
}

}  // namespace ecumene::diagnosis
