#include "output/iamc.hpp"

#include <gtest/gtest.h>

#include <set>

#include "small_world.hpp"

namespace ecumene::output {
namespace {

struct Iamc {
    SmallWorld world;
    Frame frame = iamc(world.input());

    double at(const std::string& region, const std::string& variable, const std::string& year) const {
        for (std::size_t row = 0; row < frame.rows(); ++row)
            if (frame.text(row, "region") == region && frame.text(row, "variable") == variable)
                return frame.number(row, year);
        ADD_FAILURE() << "no " << variable << " of " << region;
        return blank;
    }
};

TEST(Iamc, HasTheHeaderPyamReads) {
    const Iamc it;
    std::vector<std::string> header;
    for (const auto& column : it.frame.columns()) header.push_back(column.name);
    EXPECT_EQ(header, (std::vector<std::string>{"model", "scenario", "region", "variable", "unit", "2025", "2030"}));
    EXPECT_EQ(it.frame.text(0, "model"), "Ecumene 1.2.3");
}

TEST(Iamc, NamesEachRowOnce) {
    const Iamc it;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t row = 0; row < it.frame.rows(); ++row)
        EXPECT_TRUE(seen.emplace(it.frame.text(row, "region"), it.frame.text(row, "variable")).second);
}

TEST(Iamc, RegionsAndPartsAddUp) {
    const Iamc it;
    EXPECT_DOUBLE_EQ(it.at("N", "Capacity|Electricity", "2030"), 3.1);  // 0.4 coal + 2.7 solar GW; storage apart
    EXPECT_DOUBLE_EQ(
        it.at("N|Alpha", "Capacity|Electricity", "2030") + it.at("N|Beta", "Capacity|Electricity", "2030"), 3.1);
    EXPECT_DOUBLE_EQ(
        it.at("N", "Capacity|Electricity|Solar|PV", "2030") + it.at("N", "Capacity|Electricity|Coal", "2030"), 3.1);
    EXPECT_DOUBLE_EQ(it.at("N", "Capacity|Electricity Storage", "2030"), 0.3);
}

TEST(Iamc, ConvertsUnits) {
    const Iamc it;
    EXPECT_NEAR(it.at("N", "Secondary Energy|Electricity", "2030"), 5e6 * 3.6e-9, 1e-12);  // 5 TWh in EJ
    EXPECT_DOUBLE_EQ(it.at("N", "Emissions|CO2|Energy|Supply|Electricity", "2025"), 4.0);
    EXPECT_DOUBLE_EQ(it.at("N|Alpha", "Price|Secondary Energy|Electricity", "2030"), 120 / 3.6e-3);
    EXPECT_DOUBLE_EQ(it.at("N", "Capacity Additions|Electricity|Solar|PV", "2030"), 2.4 / 5);
    EXPECT_DOUBLE_EQ(it.at("N", "Investment|Energy Supply|Electricity", "2030"), (600 + 1800 + 90 + 50) / 5.0);
    EXPECT_DOUBLE_EQ(it.at("N", "Price|Carbon", "2030"), 50000);
}

TEST(Iamc, TheNationsPriceIsWeightedByDemand) {
    const Iamc it;
    EXPECT_NEAR(it.at("N", "Price|Secondary Energy|Electricity", "2030"), (120 * 2.9 + 60 * 2.0) / 4.9 / 3.6e-3, 1e-6);
}

TEST(Iamc, TradeIsNetExport) {
    const Iamc it;
    EXPECT_NEAR(it.at("N|Beta", "Trade|Secondary Energy|Electricity|Volume", "2030"), 0.9e6 * 3.6e-9, 1e-12);
}

TEST(Iamc, KnowsCommonTechnologies) {
    EXPECT_EQ(iamc_technology("wind_offshore", ""), "Wind|Offshore");
    EXPECT_EQ(iamc_technology("gas_ccs", "gas"), "Gas|w/ CCS");
    EXPECT_EQ(iamc_technology("hydrogen_turbine", "hydrogen"), "Hydrogen");
    EXPECT_EQ(iamc_technology("hydro", "hydro"), "Hydro");
    EXPECT_EQ(iamc_technology("magic", "solar"), "Solar|PV");
    EXPECT_EQ(iamc_technology("magic", "magic"), "Other");
}

}  // namespace
}  // namespace ecumene::output
