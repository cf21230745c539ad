#include "small_package.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/text.hpp"

namespace ecumene::diagnosis {
namespace {

void write(const std::filesystem::path& path, const std::string& header, const std::vector<std::string>& lines) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path);
    file << header << "\n";
    for (const auto& line : lines) file << line << "\n";
}

}  // namespace

SmallPackage::SmallPackage(const std::string& name, std::string nation)
    : folder_(std::filesystem::path(testing::TempDir()) / ("diagnosis_" + name)), nation_(std::move(nation)) {}

SmallPackage& SmallPackage::emission(
    const std::string& region, int year, double value, const std::string& status, const std::string& coverage) {
    emissions_.push_back(compose("{},{},production,{},ipcc1996,total,all,sar,{},tCO2eq,{},s",
        {region, year, coverage, shortest(value), status}));
    return *this;
}

SmallPackage& SmallPackage::people(const std::string& region, int year, double value, const std::string& status) {
    population_.push_back(compose("{},{},history,{},person,{},s", {region, year, shortest(value), status}));
    return *this;
}

SmallPackage& SmallPackage::product(
    const std::string& region, int year, double value, const std::string& prices, const std::string& status) {
    gva_.push_back(compose("{},{},grdp,{},total,{},MKRW,{},s", {region, year, prices, shortest(value), status}));
    return *this;
}

SmallPackage& SmallPackage::ungrouped(const std::string& region) {
    ungrouped_.push_back(region);
    return *this;
}

SmallPackage& SmallPackage::sector(const std::string& region, int year, const std::string& sector, double value,
    const std::string& tree, const std::string& gwp) {
    return raw_emission(compose("{},{},production,gross,{},{},all,{},{},tCO2eq,reported,s",
        {region, year, tree, sector, gwp, shortest(value)}));
}

SmallPackage& SmallPackage::raw_emission(const std::string& line) {
    emissions_.push_back(line);
    return *this;
}

SmallPackage& SmallPackage::industry(const std::string& region, int year, const std::string& industry, double value) {
    gva_.push_back(compose("{},{},gva,nominal,{},{},MKRW,reported,s", {region, year, industry, shortest(value)}));
    return *this;
}

SmallPackage& SmallPackage::power(const std::string& region, int year, const std::string& item,
    const std::string& value, const std::string& carrier, const std::string& status) {
    power_.push_back(compose("{},{},{},{},{},{},{},s",
        {carrier, item, region, year, value, item == "emissions" ? "tCO2eq" : "MWh", status}));
    return *this;
}

SmallPackage& SmallPackage::flow(const std::string& from, const std::string& to, int year, double value) {
    flows_.push_back(compose("electricity,{},{},{},{},MWh,reported,s", {from, to, year, shortest(value)}));
    return *this;
}

SmallPackage& SmallPackage::change(
    int year, const std::string& kind, const std::string& before, const std::string& after) {
    changes_.push_back(compose("{},{},{},{},s", {year, kind, before, after}));
    return *this;
}

SmallPackage& SmallPackage::neighbours(const std::string& a, const std::string& b) {
    neighbours_.push_back(compose("{},{},s", {a, b}));
    return *this;
}

SmallPackage& SmallPackage::region(const std::string& code, const std::string& level, const std::string& group) {
    more_regions_.push_back({code, level, group});
    return *this;
}

dataset::Dataset SmallPackage::load() const {
    std::filesystem::remove_all(folder_);
    const auto group_of = [&](const std::string& region, const std::string& group) {
        return std::find(ungrouped_.begin(), ungrouped_.end(), region) == ungrouped_.end() ? group : std::string();
    };
    std::vector<std::string> regions;
    for (const auto& [region, group] :
        std::vector<std::pair<std::string, std::string>>{{"A", "capital"}, {"B", "rest"}, {"C", "rest"}})
        regions.push_back(compose("{},province,{},Region {},{} 지역,37,127,1000,{},s",
            {region, nation_, region, region, group_of(region, group)}));
    for (const auto& more : more_regions_)
        regions.push_back(compose(
            "{},{},{},Region {},{} 지역,37,127,1000,{},s", {more[0], more[1], nation_, more[0], more[0], more[2]}));
    write(folder_ / "ecumene.toml", "format = 1",
        {"name = \"small\"", "[title]", "en = \"Small\"", "ko = \"작은 자료\"", "[package]",
            "nation = \"" + nation_ + "\"", "base_year = 2002", "currency = \"KRW\"", "price_year = 2002",
            "default_scenario = \"base\"", "inventory_basis = \"ipcc1996\""});
    write(folder_ / "scenarios/base.toml", "years = [2030]", {});
    write(folder_ / "sources.csv", "source,title,publisher,year,licence,note", {"s,A test,None,2000,none,"});
    write(
        folder_ / "regions.csv", "region,level,parent,name_en,name_ko,lat,lon,area_km2,group_capital,source", regions);
    write(folder_ / "groups.csv", "grouping,group,name_en,name_ko,source",
        {"capital,capital,Capital,수도권,s", "capital,rest,Rest,비수도권,s"});
    write(folder_ / "tables/emissions.csv", "region,year,ledger,coverage,tree,sector,gas,gwp,value,unit,status,source",
        emissions_);
    write(folder_ / "tables/population.csv", "region,year,scenario,value,unit,status,source", population_);
    write(folder_ / "tables/gva.csv", "region,year,measure,prices,industry,value,unit,status,source", gva_);
    const auto write_if_any = [&](const char* file, const char* header, const std::vector<std::string>& lines) {
        if (!lines.empty()) write(folder_ / file, header, lines);
    };
    write_if_any("tables/energy_balance.csv", "carrier,item,region,year,value,unit,status,source", power_);
    write_if_any("tables/energy_flows.csv", "carrier,origin,destination,year,value,unit,status,source", flows_);
    write_if_any("tables/region_changes.csv", "year,kind,old,new,source", changes_);
    write_if_any("tables/neighbours.csv", "region,neighbour,source", neighbours_);
    return dataset::load(folder_);
}

SmallPackage three_regions(const std::string& name) {
    SmallPackage p(name);
    p.emission("A", 2000, 100).emission("A", 2001, 110).emission("A", 2002, 121);
    p.emission("B", 2000, 300).emission("B", 2001, 300).emission("B", 2002, 300);
    p.emission("C", 2000, 100, "derived").emission("C", 2001, 100, "derived").emission("C", 2002, 100, "derived");
    p.people("A", 2000, 50)
        .people("A", 2002, 55)
        .people("B", 2000, 40)
        .people("B", 2002, 40)
        .people("C", 2000, 40)
        .people("C", 2002, 40);
    p.product("A", 2000, 1000).product("A", 2002, 1210).product("B", 2000, 500).product("B", 2002, 1000);
    p.product("C", 2000, 500).product("C", 2002, 600);
    return p;
}

}  // namespace ecumene::diagnosis
