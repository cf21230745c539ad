#include "core/units.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ecumene {
namespace {

void expect_unit(const char* text, Dim dim, double factor) {
    const auto unit = parse_unit(text);
    ASSERT_TRUE(unit) << text;
    EXPECT_TRUE(unit->dim == dim) << text;
    EXPECT_NEAR(unit->factor, factor, 1e-12 * factor) << text;
}

TEST(Quantity, KeepsItsDimensionThroughArithmetic) {
    const Quantity<MWh> energy = Quantity<hour>{3.0} * Quantity<MW>{20.0};
    EXPECT_EQ(energy.value, 60.0);
    const Quantity<MKRW> cost = Quantity<MKRW_per_MWh>{0.1} * energy;
    EXPECT_EQ(cost.value, 6.0);
    EXPECT_EQ((energy / Quantity<hour>{2.0}).value, 30.0);
    EXPECT_EQ((2.0 * energy - energy).value, 60.0);
    EXPECT_EQ((-energy).value, -60.0);
    EXPECT_LT(Quantity<MW>{1.0}, Quantity<MW>{2.0});
}

TEST(Quantity, KnowsAYearFromAnHour) {
    constexpr Dim per_year = MWh / Dim{.year = 1};
    EXPECT_FALSE(per_year == MW);
}

TEST(ParseUnit, ReadsNamesAndTheirPrefixes) {
    expect_unit("MWh", MWh, 1.0);
    expect_unit("GWh", MWh, 1e3);
    expect_unit("TKRW", MKRW, 1e6);
    expect_unit("ktCO2eq", tCO2, 1e3);
    expect_unit("thousand_person", person, 1e3);
    expect_unit("%", one, 0.01);
    expect_unit("1", one, 1.0);
    expect_unit("ha", km * km, 0.01);
}

TEST(ParseUnit, ReadsEnergyInJoulesAndToe) {
    expect_unit("PJ", MWh, 1e6 / 3.6);  // 1 MWh = 3.6 GJ
    expect_unit("ktoe", MWh, 11630.0);  // 1 toe = 11.63 MWh
}

TEST(ParseUnit, ReadsQuotients) {
    expect_unit("kKRW/kW", MKRW_per_MW, 1.0);  // 1000 KRW / 1 kW = 1e-3 MKRW / 1e-3 MW
    expect_unit("KRW/kWh", MKRW_per_MWh, 1e-3);
    expect_unit("MKRW/MW/year", MKRW_per_MW / Dim{.year = 1}, 1.0);
    expect_unit("kKRW/(MW km)", MKRW_per_MW / km, 1e-3);
    expect_unit("t/(MW*year)", tonne / MW / Dim{.year = 1}, 1.0);
    expect_unit("MKRW/(t/year)", MKRW / (tonne / Dim{.year = 1}), 1.0);
}

TEST(ParseUnit, RefusesWhatIsNoUnit) {
    for (const char* text : {"", " ", "MW/", "/MW", "(MW", "MW)", "MWx", "MW//h", "EUR", "2 MW", "MW  h", "MW/()"})
        EXPECT_FALSE(parse_unit(text)) << "'" << text << "'";
}

TEST(ParseUnit, RefusesEndlessBracketsWithoutFallingOver) {
    EXPECT_FALSE(parse_unit(std::string(1'000'000, '(')));
    EXPECT_FALSE(parse_unit(std::string(1'000'000, '(') + "MW" + std::string(1'000'000, ')')));
}

TEST(NearestUnit, HelpsWithSpelling) {
    EXPECT_EQ(nearest_unit("tCO2e"), "tCO2eq");
    EXPECT_EQ(nearest_unit("persons"), "person");
    EXPECT_EQ(nearest_unit("qqqqqq"), "");
}

}  // namespace
}  // namespace ecumene
