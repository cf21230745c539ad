#include "pipeline/package_cut.hpp"

#include <gtest/gtest.h>

#include "files/text_file.hpp"

namespace ecumene::pipeline {
namespace {

const dataset::Dataset& toy() {
    static const auto data = dataset::load("data/toy");
    return data;
}

std::string cut_of(const PackageCut& cut, const std::string& file) {
    return cut.csv(file, files::read_bytes("data/toy/" + file));
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// Harbour uses 20 MW and Town 100 MW of electricity all year; Hills none.
TEST(PackageCut, SharesTheNationByElectricityDemand) {
    EXPECT_NEAR(PackageCut(toy(), {"A", "C"}).share_of_nation(), 20.0 / 120.0, 1e-12);
    EXPECT_DOUBLE_EQ(PackageCut(toy(), {"A", "B", "C"}).share_of_nation(), 1.0);
}

TEST(PackageCut, LeavesOutOtherRegionsAndTheirLines) {
    const PackageCut cut(toy(), {"B", "C"});
    EXPECT_FALSE(has(cut_of(cut, "regions.csv"), "\nA,"));
    EXPECT_TRUE(has(cut_of(cut, "regions.csv"), "\nB,"));
    EXPECT_FALSE(has(cut_of(cut, "tables/links.csv"), "harbour-town"));
    EXPECT_FALSE(has(cut_of(cut, "tables/link_stock.csv"), "harbour-town"));
    EXPECT_TRUE(has(cut_of(cut, "tables/link_stock.csv"), "hills-town"));
    EXPECT_FALSE(has(cut_of(cut, "tables/stock.csv"), "harbour-1"));
}

// 420,480 t of the nation, of which Town uses 100 of 120 MW: 350,400 t.
TEST(PackageCut, ScalesNationalLimitsAndSaysSo) {
    const auto targets = cut_of(PackageCut(toy(), {"B", "C"}), "tables/targets.csv");
    EXPECT_TRUE(has(targets, ",350400,")) << targets;
    EXPECT_TRUE(has(targets, ",derived,")) << targets;
    EXPECT_TRUE(has(targets, "0.8333 of the national value: share of base-year electricity demand")) << targets;
}

TEST(PackageCut, LeavesPricesAsTheyAre) {
    const auto text = files::read_bytes("data/toy/tables/imports.csv");
    const auto cut = PackageCut(toy(), {"B", "C"}).csv("tables/imports.csv", text);
    EXPECT_TRUE(has(cut, "coal,price,2025,20,KRW/kWh,assumed,toy,0.02 MKRW/MWh"));
}

const dataset::Dataset& korea() {
    static const auto data = dataset::load("data/korea");
    return data;
}

std::string korea_cut(const std::vector<std::string>& kept, const std::string& file) {
    return PackageCut(korea(), kept).csv(file, files::read_bytes("data/korea/" + file));
}

// Busan touches Gyeongnam and Gyeongbuk is beyond: what stays names regions that stay, in every column.
TEST(PackageCut, LeavesOutRowsThatNameAnotherRegionAnywhere) {
    const auto neighbours = korea_cut({"21", "26", "38"}, "tables/neighbours.csv");
    EXPECT_TRUE(has(neighbours, "\n21,38,")) << neighbours;
    EXPECT_FALSE(has(neighbours, ",37,")) << neighbours;
    EXPECT_FALSE(has(neighbours, ",23,")) << neighbours;
    const auto changes = korea_cut({"21", "26", "38"}, "tables/region_changes.csv");
    EXPECT_TRUE(has(changes, "split,38,26")) << changes;
    EXPECT_FALSE(has(changes, "split,34,29")) << changes;
    EXPECT_FALSE(has(korea_cut({"21", "26"}, "tables/region_changes.csv"), "split"));
}

TEST(PackageCut, KeepsOfficialFiguresOfWholeGroupsOnly) {
    const auto part = korea_cut({"21", "26"}, "tables/observed.csv");
    EXPECT_FALSE(has(part, ",capital,"));
    EXPECT_FALSE(has(part, ",rest,"));
    EXPECT_FALSE(has(part, ",KR,"));
    EXPECT_TRUE(has(part, ",21,"));
    const auto whole = korea_cut({"11", "23", "31"}, "tables/observed.csv");
    EXPECT_TRUE(has(whole, ",capital,"));
    EXPECT_FALSE(has(whole, ",rest,"));
}

TEST(PackageCut, LeavesFilesItDoesNotKnowAlone) {
    EXPECT_EQ(PackageCut(toy(), {"B"}).csv("notes/mine.csv", "a,b\nregion,A\n"), "a,b\nregion,A\n");
}

}  // namespace
}  // namespace ecumene::pipeline
