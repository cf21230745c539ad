#include "dataset/dataset.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "core/error.hpp"
#include "dataset/test/small_package.hpp"

namespace ecumene::dataset {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Load, ASoundPackageHasNoFindings) {
    EXPECT_THAT(SmallPackage().said(), IsEmpty());
}

TEST(Load, BringsValuesToCanonicalUnits) {
    const auto data = SmallPackage().load();
    EXPECT_DOUBLE_EQ(data.table("demand").number(0, "value"), 2000.0);  // 2 GWh/year
    EXPECT_EQ(data.table("demand").text(0, "unit"), "MWh/year");
    EXPECT_DOUBLE_EQ(data.table("population").number(0, "value"), 9300.0);
    EXPECT_DOUBLE_EQ(
        data.table("technology_values").number(0, "value"), 0.9 * 1000.0);  // 900 thousand KRW/kW = 900 MKRW/MW
    EXPECT_EQ(data.table("technology_values").text(0, "unit"), "MKRW/MW");
    EXPECT_DOUBLE_EQ(data.table("carriers").number(0, "unserved_value"), 10.0);  // 10,000 KRW/kWh
    EXPECT_DOUBLE_EQ(data.table("imports").number(1, "value"), 1e8);
    EXPECT_DOUBLE_EQ(data.table("stock").number(0, "capacity"), 500.0);
    EXPECT_TRUE(is_blank(data.table("stock").number(0, "close_year")));
    EXPECT_EQ(data.table("stock").text(0, "note"), "") << "an absent optional column is blank";
}

TEST(Load, ANumberWithoutAUnitOfItsOwnFollowsItsRow) {
    const auto data = SmallPackage().load();
    EXPECT_DOUBLE_EQ(data.table("targets").number(1, "value"), 5e6);
    EXPECT_DOUBLE_EQ(data.table("targets").number(1, "published_value"), 6e6);
}

TEST(Load, ReadsSettingsRegionsAndGroups) {
    const auto data = SmallPackage().load();
    EXPECT_EQ(data.settings().nation, "KR");
    EXPECT_EQ(data.settings().base_year, 2024);
    EXPECT_EQ(data.settings().title.ko, "두 지역");
    ASSERT_EQ(data.regions().size(), 2U);
    EXPECT_EQ(data.regions()[1].groups.at("capital"), "rest");
    EXPECT_THAT(data.groupings(), ElementsAre("capital"));
    EXPECT_TRUE(data.has("demand"));
    EXPECT_FALSE(data.has("vehicles"));
    EXPECT_EQ(data.table("vehicles").rows(), 0U);
    EXPECT_TRUE(data.table("vehicles").has("drive"));
}

TEST(Load, ShapesSumToOneAndAvailabilityStaysAsItIs) {
    const auto data = SmallPackage().load();
    const auto& load = data.series("load").at("26");
    EXPECT_NEAR(std::accumulate(load.begin(), load.end(), 0.0), 1.0, 1e-12);
    EXPECT_DOUBLE_EQ(data.series("sun").at("26")[11], 0.75);
    try {
        data.series("sun").at("99");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "the series has no column for region '99' and none for all");
    }
}

TEST(Load, TheDigestFollowsEveryByteThatIsRead) {
    const SmallPackage package;
    const auto before = package.load().digest();
    EXPECT_EQ(before.size(), 64U);
    EXPECT_EQ(package.load().digest(), before);
    package.replace("series/sun.csv", "0.5", "0.6");
    EXPECT_NE(package.load().digest(), before);
}

TEST(Load, ThrowsAllErrorsAtOnce) {
    const SmallPackage package;
    package.replace("tables/demand.csv", ",2,GWh/year", ",-2,GWh/year");
    package.replace("tables/stock.csv", "26,", "27,");
    try {
        package.load();
        FAIL();
    } catch (const FindingsError& error) {
        EXPECT_EQ(error.findings().count(Severity::error), 2U);
    }
}

TEST(Load, SaysThatAFolderIsNone) {
    try {
        load("/nowhere");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "there is no data package at /nowhere: it is not a folder");
    }
}

TEST(Only, KeepsTheChosenRegionsAndTheNation) {
    const auto data = SmallPackage().load();
    const auto part = data.only({"11"});
    EXPECT_EQ(part.regions().size(), 1U);
    EXPECT_EQ(part.table("regions").rows(), 1U);
    EXPECT_THAT(part.table("emissions").texts("region"), ElementsAre("11", "KR"));
    EXPECT_EQ(part.table("links").rows(), 0U) << "one end is gone";
    EXPECT_EQ(part.table("link_stock").rows(), 0U);
    EXPECT_EQ(part.table("link_groups").rows(), 0U);
    EXPECT_EQ(part.table("link_group_limits").rows(), 0U);
    EXPECT_EQ(part.table("stock").rows(), 0U);
    EXPECT_EQ(part.table("demand").rows(), 1U);
    EXPECT_EQ(part.series("sun").by_region.size(), 1U);
    EXPECT_EQ(part.table("technologies").rows(), 3U);
    EXPECT_NE(part.digest(), data.digest());
    EXPECT_EQ(data.only({"11", "26"}).table("links").rows(), 1U);
    EXPECT_THROW(data.only({"99"}), Error);
}

TEST(Check, SaysWhatAPackageAllows) {
    const auto report = check(SmallPackage().folder());
    EXPECT_EQ(report.tables, 20U);
    EXPECT_EQ(report.series, 2U);
    EXPECT_EQ(report.rows_by_status.at("modelled"), 1U);
    ASSERT_EQ(report.capabilities[0].verb, "diagnose");
    EXPECT_TRUE(report.capabilities[0].is_possible);
    EXPECT_THAT(report.capabilities[0].missing, ElementsAre("tables/gva.csv"));
    ASSERT_EQ(report.capabilities[1].verb, "plan");
    EXPECT_TRUE(report.capabilities[1].is_possible);
}

TEST(Check, NamesTheTableThatWouldUnlockAVerb) {
    const SmallPackage package;
    package.remove("tables/emissions.csv");
    package.remove("scenarios/base.toml");
    const auto report = check(package.folder());
    EXPECT_FALSE(report.capabilities[0].is_possible);
    EXPECT_THAT(report.capabilities[0].missing, Contains("tables/emissions.csv"));
    EXPECT_FALSE(report.capabilities[1].is_possible);
    EXPECT_THAT(report.capabilities[1].missing, Contains("scenarios/base.toml"));
}

}  // namespace
}  // namespace ecumene::dataset
