// What a planner reads when something is wrong: every message in full.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "dataset/test/small_package.hpp"

namespace ecumene::dataset {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> after(const std::string& file, std::string_view what, std::string_view with) {
    const SmallPackage package;
    package.replace(file, what, with);
    return package.said();
}

const std::string units_of_demand = "MWh/year or t/year or Mpkm/year or Mtkm/year or Mkm/year or km2";

TEST(Findings, UnknownUnit) {
    EXPECT_THAT(after("tables/demand.csv", "GWh/year", "Gwh/year"),
        ElementsAre("tables/demand.csv, row 2, column unit: 'Gwh/year' is not a unit - did you mean 'GWh/year'?"));
    EXPECT_THAT(after("tables/demand.csv", "GWh/year", "mwh/yr"),
        ElementsAre("tables/demand.csv, row 2, column unit: 'mwh/yr' is not a unit - did you mean 'MWh/yr'?"));
    EXPECT_THAT(after("tables/demand.csv", "GWh/year", "?"),
        ElementsAre("tables/demand.csv, row 2, column unit: '?' is not a unit - write a unit that converts to " +
                    units_of_demand));
}

TEST(Findings, UnitOfAnotherDimension) {
    EXPECT_THAT(after("tables/demand.csv", "GWh/year", "GWh"),
        ElementsAre("tables/demand.csv, row 2, column unit: 'GWh' measures something else than " + units_of_demand +
                    " - write a unit that converts to " + units_of_demand));
    EXPECT_THAT(after("tables/technology_values.csv", "kKRW/kW", "year"),
        Contains(HasSubstr("'year' measures something else than MKRW/MW or MKRW/(MWh/year) or MKRW/(t/year)")));
    EXPECT_THAT(after("tables/demand.csv", "GWh/year", "kt/year"),
        ElementsAre("tables/demand.csv, row 2, column unit: the unit converts to t/year, which does not fit the "
                    "carrier - write a unit that converts to MWh/year"));
}

TEST(Findings, MissingUnit) {
    EXPECT_THAT(after("tables/demand.csv", "GWh/year", ""),
        ElementsAre("tables/demand.csv, row 2, column unit: the unit is missing - write a unit that converts to " +
                    units_of_demand));
}

TEST(Findings, MissingColumn) {
    EXPECT_THAT(after("tables/stock.csv", "technology,", "tecnology,"),
        ElementsAre("tables/stock.csv, row 1, column technology: the column 'technology' is missing - the column "
                    "'tecnology' was probably meant: rename it"));
    EXPECT_THAT(after("sources.csv", "publisher", "who"),
        Contains("sources.csv, row 1, column publisher: the column 'publisher' is missing - add the column"));
}

TEST(Findings, UnknownColumnIsAWarning) {
    const SmallPackage package;
    package.replace("tables/stock.csv",
        "plant,region,technology,capacity,unit,build_year,status,source\nbusan_gas,26,gas_cc,0.5,GW,2010,reported,hand",
        "plant,region,technology,capacity,unit,build_year,status,source,nota\nbusan_gas,26,gas_cc,0.5,GW,2010,reported,"
        "hand,x");
    EXPECT_THAT(package.said(), ElementsAre("tables/stock.csv, row 1, column nota: the column 'nota' is not known and "
                                            "is not read - did you mean 'note'?"));
    EXPECT_FALSE(package.findings().has_errors());
}

TEST(Findings, UnknownRegionByCodeAndByName) {
    EXPECT_THAT(after("tables/stock.csv", "busan_gas,26", "busan_gas,Busan"),
        ElementsAre("tables/stock.csv, row 2, column region: region 'Busan' is not in regions.csv - did you mean '26' "
                    "(Busan)?"));
    EXPECT_THAT(after("tables/stock.csv", "busan_gas,26", "busan_gas,Busam"),
        Contains(HasSubstr("did you mean '26' (Busan)?")));
    EXPECT_THAT(
        after("tables/stock.csv", "busan_gas,26", "busan_gas,부산"), Contains(HasSubstr("did you mean '26' (Busan)?")));
    EXPECT_THAT(after("tables/emissions.csv", "KR,2018", "KOR,2018"),
        Contains(HasSubstr("region 'KOR' is not in regions.csv - use a code of regions.csv, or 'KR' for the nation")));
}

TEST(Findings, UnknownReference) {
    EXPECT_THAT(after("tables/conversions.csv", "gas_cc,gas", "gas_cc,gass"),
        Contains("tables/conversions.csv, row 4, column carrier: carrier 'gass' is not in tables/carriers.csv - did "
                 "you mean 'gas'?"));
    EXPECT_THAT(
        after("technologies.csv", ",sun,", ",son,"), Contains("technologies.csv, row 2, column profile: profile 'son' "
                                                              "is not in tables/series.csv - did you mean 'sun'?"));
    EXPECT_THAT(after("tables/links.csv", "wire_1,wire,11,26", "wire_1,wire,11,62"),
        Contains(HasSubstr("destination '62' is not in regions.csv")));
}

TEST(Findings, AReferenceToAnAbsentTableIsToldOnce) {
    const SmallPackage package;
    package.remove("tables/technology_groups.csv");
    EXPECT_THAT(
        package.said(), ElementsAre("technologies.csv, column group: group refers to tables/technology_groups.csv, "
                                    "which is not there - add tables/technology_groups.csv"));
}

TEST(Findings, NegativeDemand) {
    EXPECT_THAT(after("tables/demand.csv", ",2,GWh/year", ",-2,GWh/year"),
        ElementsAre("tables/demand.csv, row 2, column value: value is -2; it cannot be negative"));
}

TEST(Findings, OutOfRange) {
    EXPECT_THAT(after("regions.csv", "37.5", "97.5"),
        ElementsAre("regions.csv, row 2, column lat: lat is 97.5; the greatest possible is 90"));
    EXPECT_THAT(after("tables/demand.csv", "2024", "20244"),
        Contains(HasSubstr("year is 20244; the greatest possible is 2200")));
}

TEST(Findings, WrongTypes) {
    EXPECT_THAT(after("tables/demand.csv", ",2,GWh/year", ",two,GWh/year"),
        ElementsAre("tables/demand.csv, row 2, column value: value is 'two', which is not a number - write a plain "
                    "decimal number such as 12.5, or leave the cell blank if it is unknown"));
    EXPECT_THAT(after("tables/demand.csv", ",2,GWh/year", ",\"2,000\",GWh/year"),
        Contains(HasSubstr("write 2000 without separators of thousands")));
    EXPECT_THAT(
        after("tables/demand.csv", "2024", "2024.5"), Contains(HasSubstr("year must be a whole number, not 2024.5")));
    EXPECT_THAT(after("tables/demand.csv", ",2,GWh/year", ",inf,GWh/year"),
        Contains(HasSubstr("value is 'inf', which is not a finite number")));
    EXPECT_THAT(after("tables/demand.csv", ",2,GWh/year", ",1e308,TWh/year"),
        Contains(HasSubstr("value is too large in its unit")));
    EXPECT_THAT(after("tables/stock.csv", "busan_gas", "busan gas"),
        Contains(HasSubstr("plant is 'busan gas'; a name of this kind has no spaces - use '_' or '-'")));
}

TEST(Findings, BadChoice) {
    EXPECT_THAT(after("technologies.csv", "process,solar", "proces,solar"),
        Contains("technologies.csv, row 2, column kind: kind is 'proces'; it must be one of process, store, link - did "
                 "you mean 'process'?"));
    EXPECT_THAT(after("tables/technology_values.csv", "solar,life", "solar,lief"),
        Contains(HasSubstr("parameter is 'lief'; it must be one of availability, ")));
}

TEST(Findings, BlankIsNotZero) {
    EXPECT_THAT(after("tables/demand.csv", ",2,GWh/year", ",,GWh/year"),
        ElementsAre("tables/demand.csv, row 2, column value: value is blank - blank means unknown, not zero: write the "
                    "number, or leave the row out"));
}

TEST(Findings, MissingStatusOrSource) {
    EXPECT_THAT(after("tables/stock.csv", ",reported,", ",,"),
        ElementsAre("tables/stock.csv, row 2, column status: the row has no status - write one of reported, derived, "
                    "estimated, modelled, assumed"));
    EXPECT_THAT(after("tables/stock.csv", ",reported,hand", ",reported,"),
        ElementsAre("tables/stock.csv, row 2, column source: the row has no source - name a source of sources.csv; "
                    "several are separated by ';'"));
    EXPECT_THAT(after("tables/population.csv", "hand;book", "hand;boook"),
        ElementsAre("tables/population.csv, row 3, column source: source 'boook' is not in sources.csv - did you mean "
                    "'book'?"));
}

TEST(Findings, DuplicateKeyNamesTheOtherRow) {
    const SmallPackage package;
    package.append("tables/potentials.csv", "11,solar,2,GW,estimated,hand");
    EXPECT_THAT(package.said(), ElementsAre("tables/potentials.csv, row 4, column region: region 11, technology solar "
                                            "stands already in row 2 - keep one of the two rows"));
}

TEST(Findings, GroupsOfRegions) {
    EXPECT_THAT(after("regions.csv", ",rest,hand", ",rust,hand"),
        ElementsAre("regions.csv, row 3, column group_capital: group 'rust' is not in groups.csv under 'capital' - did "
                    "you mean 'rest'?"));
    EXPECT_THAT(after("regions.csv", "group_capital", "group_capitol"),
        ElementsAre("regions.csv, row 1, column group_capitol: groups.csv has no grouping 'capitol' - did you mean "
                    "'group_capital'?"));
}

TEST(Findings, CutOffFile) {
    const SmallPackage package;
    const auto text = package.read("tables/potentials.csv");
    package.write("tables/potentials.csv", text.substr(0, text.size() - 10));
    EXPECT_THAT(package.said(), Contains(HasSubstr("tables/potentials.csv, row 3")));
    package.write("tables/potentials.csv", text.substr(0, text.size() - 20));
    EXPECT_THAT(package.said(), Contains("tables/potentials.csv, row 3: the last row has 3 of 6 cells: the file was "
                                         "cut off - fetch or save the file again"));
}

TEST(Findings, Cp949Text) {
    const SmallPackage package;
    package.replace("regions.csv", "서울특별시", "\xBC\xAD\xBF\xEF");
    package.replace("regions.csv", "부산광역시", "\xBA\xCE\xBB\xEA");
    EXPECT_THAT(package.said(),
        ElementsAre(
            "regions.csv: the text is CP949 (EUC-KR), not UTF-8 - save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")"));
}

TEST(Findings, MissingTableAndUnknownFile) {
    const SmallPackage package;
    package.remove("sources.csv");
    package.write("tables/demnad.csv", "x\n1\n");
    package.write("series/left.csv", "x\n1\n");
    package.remove("tables/demand.csv");
    const auto said = package.said();
    EXPECT_THAT(said, Contains("sources.csv: the table is missing: Where every figure comes from - add sources.csv"));
    EXPECT_THAT(said, Contains("tables/demnad.csv: the file is no table of a package and is not read - did you mean "
                               "'tables/demand.csv'?"));
    EXPECT_THAT(said,
        Contains("series/left.csv: the file is no table of a package and is not read - list it in tables/series.csv"));
}

TEST(Findings, SettingsAreChecked) {
    EXPECT_THAT(after("ecumene.toml", "nation = \"KR\"\n", ""),
        Contains("ecumene.toml, row 6, column package.nation: the key 'package.nation' is missing - add nation = ... "
                 "below [package]"));
    EXPECT_THAT(after("ecumene.toml", "base_year = 2024", "base_year = \"2024\""),
        ElementsAre("ecumene.toml, row 8, column package.base_year: package.base_year must be a whole number from 1900 "
                    "to 2200"));
    EXPECT_THAT(after("ecumene.toml", "format = 1", "format = 9"),
        ElementsAre("ecumene.toml, row 1, column format: the package is of format 9, this program reads format 1 - use "
                    "a newer program"));
    EXPECT_THAT(after("ecumene.toml", "price_year", "prise_year"),
        Contains(HasSubstr("the key 'package.prise_year' is not known and is not read - did you mean 'price_year'?")));
}

TEST(Findings, MainCarrierIsOne) {
    EXPECT_THAT(after("tables/conversions.csv", "gas_cc,electricity,1,", "gas_cc,electricity,0.55,"),
        ElementsAre("tables/conversions.csv, row 3, column value: 'electricity' is the main carrier and must be 1 (-1 "
                    "if the process takes it in), not 0.55 - "
                    "state the other carriers per unit of the main one"));
    EXPECT_THAT(after("tables/conversions.csv", "solar,electricity,1,MWh/MWh,assumed,hand\n", ""),
        ElementsAre("technologies.csv, row 2, column technology: 'solar' has no row in tables/conversions.csv for its "
                    "main carrier 'electricity' - add a row solar,electricity,1"));
}

TEST(Findings, KindsOfTechnologiesFitTheirTables) {
    EXPECT_THAT(after("tables/links.csv", "wire_1,wire,", "wire_1,solar,"),
        ElementsAre("tables/links.csv, row 2, column technology: 'solar' is a process; a link connects regions"));
    EXPECT_THAT(after("tables/links.csv", "11,26", "11,11"),
        ElementsAre("tables/links.csv, row 2, column destination: link 'wire_1' ends where it begins"));
    EXPECT_THAT(after("tables/stock.csv", "gas_cc", "wire"),
        Contains(HasSubstr("'wire' is a link; a process or store stands in a region; links belong to link_stock.csv")));
}

std::string with_paces(const std::string& row) {
    const SmallPackage package;
    package.write("tables/build_paces.csv", "region,technology,year,value,unit,status,source\n" + row + "\n");
    const auto lines = package.said();
    EXPECT_LE(lines.size(), 1U);
    return lines.empty() ? std::string{} : lines.front();
}

TEST(Findings, PacesOfARegionAreReadAsTheyAreMeant) {
    EXPECT_EQ(with_paces("11,solar,2024,30,MW/year,assumed,hand"), "");
    EXPECT_EQ(with_paces("11,solar,2024,30,kt/year/year,assumed,hand"),
        "tables/build_paces.csv, row 2, column unit: the unit converts to t/year/year, which does not fit the carrier "
        "- "
        "write a unit that converts to MW/year");
    EXPECT_EQ(with_paces("11,solar,2024,-1,MW/year,assumed,hand"),
        "tables/build_paces.csv, row 2, column value: value is -1; it cannot be negative");
    EXPECT_EQ(with_paces("11,wire,2024,30,MW/year,assumed,hand"),
        "tables/build_paces.csv, row 2, column technology: 'wire' is a link; a process or store is built in a region; "
        "links belong to links.csv");
    EXPECT_EQ(with_paces("12,solar,2024,30,MW/year,assumed,hand"),
        "tables/build_paces.csv, row 2, column region: region '12' is not in regions.csv - did you mean '11'?");
    EXPECT_EQ(with_paces("11,solr,2024,30,MW/year,assumed,hand"),
        "tables/build_paces.csv, row 2, column technology: technology 'solr' is not in technologies.csv - did you mean "
        "'solar'?");
}

TEST(Findings, WhatStandsAndMayStandIsInTheUnitOfItsTechnology) {
    EXPECT_THAT(after("tables/stock.csv", "0.5,GW", "0.5,Mt/year"),
        ElementsAre("tables/stock.csv, row 2, column unit: the unit converts to t/year, which does not fit the carrier "
                    "- write a unit that converts to MW"));
    EXPECT_THAT(after("tables/potentials.csv", "1,GW", "1,GWh"),
        ElementsAre("tables/potentials.csv, row 2, column unit: the unit converts to MWh, which does not fit the "
                    "carrier - write a unit that converts to MW"));
    EXPECT_THAT(after("tables/technology_values.csv", "solar,life,,25,year", "solar,build_pace,,25,km2/year"),
        Contains("tables/technology_values.csv, row 3, column unit: the unit converts to km2/year, which does not fit "
                 "the carrier - write a unit that converts to MW/year"));
}

TEST(Findings, AStoreOfAnUnknownCarrierIsToldOnce) {
    const SmallPackage package;
    package.append("technologies.csv", "pit,Pit,구덩이,store,gas,heta,hour,no,no,,unlimited,hand\n");
    package.append("tables/potentials.csv", "11,pit,2,GWh,estimated,hand\n");
    EXPECT_THAT(package.said(), Contains(HasSubstr("'heta' is not in tables/carriers.csv")));
    EXPECT_THAT(package.said(), Not(Contains(HasSubstr("tables/potentials.csv"))));
}

// Heat pumps take power over the year by the shape of the load.
std::string with_heat_pumps(const std::string& series_of_power, const std::string& series_of_heat) {
    const SmallPackage package;
    package.append("tables/carriers.csv", "heat,Heat,열,MWh,year,region,equal,0,tCO2eq/MWh,,,assumed,hand\n");
    package.append("technologies.csv", "heat_pump,Heat pump,히트펌프,process,gas,heat,year,no,no,,unlimited,hand\n");
    package.write("tables/conversions.csv",
        "technology,carrier,value,unit,status,source,series\nsolar,electricity,1,MWh/MWh,assumed,hand,\n"
        "gas_cc,electricity,1,MWh/MWh,assumed,hand,\ngas_cc,gas,-1.8,MWh/MWh,assumed,hand,\n"
        "heat_pump,heat,1,MWh/MWh,assumed,hand," +
            series_of_heat + "\nheat_pump,electricity,-0.3,MWh/MWh,assumed,hand," + series_of_power + "\n");
    const auto lines = package.said();
    EXPECT_LE(lines.size(), 1U);
    return lines.empty() ? std::string{} : lines.front();
}

TEST(Findings, ShapesAreOfWhatWorksTakeByTheHour) {
    EXPECT_EQ(with_heat_pumps("load", ""), "");
    EXPECT_EQ(with_heat_pumps("sun", ""),
        "tables/conversions.csv, row 6, column series: series 'sun' is an availability; "
        "what is taken over a year needs a shape");
    EXPECT_EQ(with_heat_pumps("", "load"),
        "tables/conversions.csv, row 5, column series: a shape says how a process that runs by the year takes a "
        "carrier "
        "balanced by the hour - leave it blank here");
}

TEST(Findings, WhatBendsIsAComponentOrAWork) {
    const SmallPackage package;
    package.write("tables/flexibility.csv",
        "carrier,component,kind,step,year,share,value,unit,status,source\n"
        "electricity,bace,shift,1,2024,0.1,0,MKRW/MWh,assumed,hand\n");
    EXPECT_THAT(package.said(),
        ElementsAre("tables/flexibility.csv, row 2, column component: 'bace' is neither a component of demand nor a "
                    "technology that runs by the year - did you mean 'base'?"));
}

TEST(Findings, TargetsAreOfSectorsAndRegionsThereAre) {
    EXPECT_THAT(after("tables/targets.csv", "zero,power,KR,2050", "zero,pwer,KR,2050"),
        ElementsAre(HasSubstr("tables/targets.csv, row 2, column scope: ")));
    EXPECT_THAT(after("tables/targets.csv", "zero,power,KR,2050", "zero,pwer,KR,2050"),
        ElementsAre(HasSubstr("did you mean 'power'?")));
    EXPECT_THAT(after("tables/targets.csv", "zero,power,KR,2050", "zero,power,KOR,2050"),
        ElementsAre(HasSubstr("tables/targets.csv, row 2, column region: region 'KOR' is not in regions.csv")));
}

TEST(Findings, WhatMayBeBuiltHasACostAndALife) {
    EXPECT_THAT(after("tables/technology_values.csv", "solar,life", "gas_cc,availability"),
        Contains(HasSubstr("'solar' has no life in tables/technology_values.csv, but it may be built")));
    EXPECT_THAT(after("tables/technology_values.csv", "gas_cc,life,,30,year,estimated,book\n", ""),
        ElementsAre("technologies.csv, row 3, column technology: 'gas_cc' has no life in tables/technology_values.csv, "
                    "but a plant in stock.csv has no close_year - add a row with its source"));
}

TEST(Findings, SeriesAreHourly) {
    const SmallPackage package;
    package.append("series/sun.csv", "8761,0,0");
    EXPECT_THAT(package.said(),
        ElementsAre("series/sun.csv: the series has 8761 hours, a year has 8760 - give every hour of one year"));
    EXPECT_THAT(after("series/sun.csv", "\n2,", "\n3,"),
        ElementsAre("series/sun.csv, row 3, column hour: the hour is '3', 2 should stand here - hours run from 1 to "
                    "8760 without a gap"));
    EXPECT_THAT(after("series/sun.csv", "0.5", "1.5"),
        ElementsAre("series/sun.csv, row 8, column 11: '1.5' is above 1: availability is a share of capacity"));
    EXPECT_THAT(after("series/sun.csv", "0.5", "x"),
        ElementsAre("series/sun.csv, row 8, column 11: 'x' is not a finite number"));
    EXPECT_THAT(after("series/sun.csv", "11,26", "11,Busan"),
        Contains("series/sun.csv, row 1, column Busan: the column 'Busan' is no region of regions.csv - did you mean "
                 "'26' (Busan)?"));
    EXPECT_THAT(after("tables/series.csv", "series/sun.csv", "series/moon.csv"),
        Contains("tables/series.csv, row 2, column file: the file 'series/moon.csv' is not in the package - add it, or "
                 "remove the row"));
}

TEST(Findings, SeriesFitTheirUse) {
    EXPECT_THAT(after("tables/demand.csv", ",load,", ",sun,"),
        ElementsAre("tables/demand.csv, row 2, column series: series 'sun' is an availability; demand needs a shape"));
    EXPECT_THAT(after("technologies.csv", ",sun,", ",load,"),
        ElementsAre("technologies.csv, row 2, column profile: series 'load' is a shape; what runs by the hour needs "
                    "availability (0..1)"));
    const SmallPackage package;
    auto text = package.read("series/sun.csv");
    std::string one_region;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) one_region += line.substr(0, line.rfind(',')) + "\n";
    package.write("series/sun.csv", one_region);
    EXPECT_THAT(package.said(), ElementsAre("technologies.csv, row 2, column profile: series 'sun' has no column for "
                                            "region 26 - add the columns, or one column 'all'"));
}

TEST(Findings, TotalsThatDoNotAddUpAreUnallocated) {
    const SmallPackage package;
    package.replace("tables/emissions.csv", "all,sar,100", "all,sar,103.5");
    EXPECT_THAT(
        package.said(), ElementsAre("tables/emissions.csv, row 4, column value: production, net, ipcc1996, total, all: "
                                    "the nation's row says 103.50 MtCO2eq in 2018, "
                                    "its regions sum to 100.00; 3.50 is shown as unallocated (1 year(s) differ) - "
                                    "nothing is spread silently; add the missing rows if they exist"));
    EXPECT_FALSE(package.findings().has_errors());
}

TEST(Findings, PathsDoNotLeaveThePackage) {
    EXPECT_THAT(after("tables/series.csv", "series/sun.csv", "../../etc/passwd"),
        Contains("../../etc/passwd: the file lies outside the package - name a file inside the package folder"));
    const SmallPackage package, other;
    package.remove("tables/demand.csv");
    std::filesystem::create_symlink(other.folder() / "tables/demand.csv", package.folder() / "tables/demand.csv");
    EXPECT_THAT(package.said(),
        Contains("tables/demand.csv: the file lies outside the package - name a file inside the package folder"));
}

TEST(Findings, ManyOfOneKindAreCountedNotListed) {
    const SmallPackage package;
    for (int i = 0; i < 80; ++i) package.append("tables/potentials.csv", compose("x{},solar,1,GW,estimated,hand", {i}));
    const auto said = package.said();
    EXPECT_EQ(said.size(), 51U);
    EXPECT_EQ(said.back(), "tables/potentials.csv, row 54: and 30 more like these");
    EXPECT_TRUE(package.findings().has_errors());
}

}  // namespace
}  // namespace ecumene::dataset
