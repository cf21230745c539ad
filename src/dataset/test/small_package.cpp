#include "dataset/test/small_package.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "dataset/scenario.hpp"

namespace ecumene::dataset {
namespace {

namespace fs = std::filesystem;

struct File {
    const char* name;
    const char* text;
};

constexpr File package_files[] = {
    {"ecumene.toml", R"(format = 1
name = "small"
[title]
en = "Two regions"
ko = "두 지역"
[package]
nation = "KR"
base_year = 2024
currency = "KRW"
price_year = 2024
default_scenario = "base"
inventory_basis = "made up"
[exchange]
krw_per_eur = 1400
)"},
    {"sources.csv", "source,title,publisher\nhand,Made by hand,this test\nbook,A book,A house\n"},
    {"regions.csv",
        "region,level,parent,name_en,name_ko,lat,lon,area_km2,group_capital,source\n"
        "11,province,KR,Seoul,서울특별시,37.5,127,605,capital,hand\n"
        "26,province,KR,Busan,부산광역시,35.2,129,770,rest,hand\n"},
    {"groups.csv",
        "grouping,group,name_en,name_ko,source\ncapital,capital,Capital,수도권,hand\ncapital,rest,Rest,비수도권,"
        "hand\n"},
    {"tables/population.csv",
        "region,year,scenario,value,unit,status,source\n11,2024,history,9.3,thousand_person,reported,hand\n26,2024,"
        "history,3300,person,reported,hand;book\n"
        "11,2050,projection,8000,person,modelled,hand\n"},
    {"tables/emissions.csv",
        "region,year,ledger,coverage,tree,sector,gas,gwp,value,unit,status,source\n"
        "11,2018,production,net,ipcc1996,total,all,sar,40,MtCO2eq,reported,hand\n26,2018,production,net,ipcc1996,total,"
        "all,sar,60,MtCO2eq,reported,hand\n"
        "KR,2018,production,net,ipcc1996,total,all,sar,100,MtCO2eq,reported,hand\n"},
    {"tables/targets.csv",
        "target,scope,region,year,value,unit,basis,published_value,status,source\nzero,power,KR,2050,0,MtCO2eq,net on "
        "net,0,assumed,hand\nzero,power,KR,2030,5,MtCO2eq,net on net,6,assumed,hand\n"},
    {"tables/carriers.csv",
        "carrier,name_en,name_ko,unit,resolution,scope,balance,carbon,carbon_unit,unserved_value,unserved_unit,status,"
        "source\n"
        "electricity,Electricity,전기,MWh,hour,region,equal,0,tCO2eq/MWh,10000,KRW/"
        "kWh,assumed,hand\ngas,Gas,가스,MWh,year,nation,equal,0.2,tCO2eq/MWh,,,reported,book\n"},
    {"tables/technology_groups.csv",
        "group,name_en,name_ko,colour,order\nsolar,Solar,태양광,#ffcc00,1\ngas,Gas,가스,#999999,2\ngrid,Grid,전력망,#"
        "333333,3\n"},
    {"technologies.csv",
        "technology,name_en,name_ko,kind,group,carrier,resolution,extendable,clean,profile,potential,source\n"
        "solar,Solar,태양광,process,solar,electricity,hour,yes,yes,sun,listed,hand\n"
        "gas_cc,Gas,가스발전,process,gas,electricity,hour,no,no,,unlimited,hand\n"
        "wire,Wire,송전선,link,grid,electricity,hour,yes,no,,unlimited,hand\n"},
    {"tables/conversions.csv",
        "technology,carrier,value,unit,status,source\nsolar,electricity,1,MWh/"
        "MWh,assumed,hand\ngas_cc,electricity,1,MWh/MWh,assumed,hand\ngas_cc,gas,-1.8,MWh/MWh,assumed,hand\n"},
    {"tables/technology_values.csv",
        "technology,parameter,year,value,unit,status,source\nsolar,investment,2030,900,kKRW/"
        "kW,estimated,book\nsolar,life,,25,year,estimated,book\n"
        "gas_cc,life,,30,year,estimated,book\nwire,investment_per_km,,1.5,MKRW/(MW "
        "km),estimated,book\nwire,life,,40,year,estimated,book\n"},
    {"tables/stock.csv",
        "plant,region,technology,capacity,unit,build_year,status,source\nbusan_gas,26,gas_cc,0.5,GW,2010,reported,"
        "hand\n"},
    {"tables/potentials.csv",
        "region,technology,value,unit,status,source\n11,solar,1,GW,estimated,hand\n26,solar,3,GW,estimated,hand\n"},
    {"tables/series.csv",
        "series,file,kind,status,source\nsun,series/sun.csv,availability,derived,hand\nload,series/"
        "load.csv,shape,derived,hand\n"},
    {"tables/demand.csv",
        "carrier,region,scenario,component,year,value,unit,series,status,source\nelectricity,11,reference,base,2024,2,"
        "GWh/year,load,reported,hand\nelectricity,26,reference,base,2024,1,GWh/year,,reported,hand\n"},
    {"tables/imports.csv",
        "carrier,quantity,year,value,unit,status,source\ngas,price,2024,70,KRW/"
        "kWh,reported,book\ngas,limit,2024,100,TWh/year,assumed,hand\n"},
    {"tables/links.csv",
        "link,technology,origin,destination,length_km,reverse,maximum,status,source\nwire_1,wire,11,26,325,1,5000,"
        "assumed,hand\n"},
    {"tables/link_stock.csv", "link,capacity,unit,build_year,status,source\nwire_1,1,GW,2000,reported,hand\n"},
    {"tables/link_groups.csv", "link_group,link,direction\nnorthward,wire_1,backward\n"},
    {"tables/link_group_limits.csv",
        "link_group,year,value,unit,status,source,name_en,name_ko\nnorthward,2024,900,MW,assumed,hand,Northward,"
        "북상\n"},
    {"scenarios/base.toml",
        "title = {en = \"Base\", ko = \"기준\"}\n[plan]\nyears = [2030, 2050]\ndemand = "
        "\"reference\"\n[policies]\ncarbon_cap = \"zero\"\n"},
    {"scenarios/solar.toml",
        "title = {en = \"Cheap sun\", ko = \"값싼 태양광\"}\n[scale]\n\"technology.solar.investment\" = 0.5\n"},
};

std::string hourly(const char* columns, double first, double second) {
    std::string text = std::string("hour,") + columns + "\n";
    for (int hour = 1; hour <= 8760; ++hour) {
        const bool is_day = hour % 24 >= 7 && hour % 24 <= 18;
        text += compose("{},{}", {hour, is_day ? first : 0.1});
        if (std::string_view(columns).find(',') != std::string_view::npos)
            text += compose(",{}", {is_day ? second : 0.0});
        text += "\n";
    }
    return text;
}

}  // namespace

SmallPackage::SmallPackage() {
    std::string name = testing::TempDir() + "ecumene-package-XXXXXX";
    folder_ = ::mkdtemp(name.data());
    for (const auto& file : package_files) write(file.name, file.text);
    write("series/sun.csv", hourly("11,26", 0.5, 0.75));
    write("series/load.csv", hourly("all", 3.0, 0.0));
}

SmallPackage::~SmallPackage() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string SmallPackage::read(const std::string& file) const {
    std::ifstream in(folder_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void SmallPackage::write(const std::string& file, std::string_view bytes) const {
    fs::create_directories((folder_ / file).parent_path());
    std::ofstream(folder_ / file, std::ios::binary) << bytes;
}

void SmallPackage::replace(const std::string& file, std::string_view what, std::string_view with) const {
    auto text = read(file);
    const auto at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what << " is not in " << file;
    write(file, text.replace(at, what.size(), with));
}

void SmallPackage::append(const std::string& file, std::string_view row) const {
    write(file, read(file) + std::string(row) + "\n");
}

void SmallPackage::remove(const std::string& file) const {
    fs::remove(folder_ / file);
}

Findings SmallPackage::findings() const {
    return check(folder_).findings;
}

std::vector<std::string> SmallPackage::said() const {
    std::vector<std::string> lines;
    const auto found = findings();
    for (const auto& finding : found.all()) lines.push_back(describe(finding));
    return lines;
}

std::vector<std::string> SmallPackage::files() const {
    std::vector<std::string> names{"series/sun.csv", "series/load.csv"};
    for (const auto& file : package_files) names.emplace_back(file.name);
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> said_of_scenario(
    const Dataset& data, const std::string& name, const std::vector<std::string>& overrides) {
    std::vector<std::string> lines;
    try {
        load_scenario(data, name, overrides);
    } catch (const FindingsError& error) {
        for (const auto& finding : error.findings().all()) lines.push_back(describe(finding));
    }
    return lines;
}

}  // namespace ecumene::dataset
