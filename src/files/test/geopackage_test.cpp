#include "files/geopackage.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/error.hpp"

namespace ecumene::files {
namespace {

const char* const left = "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)))";
const char* const right = "MULTIPOLYGON(((1 0,2 0,2 1,1 1,1 0)))";

TEST(Geometry, ReadsWellKnownText) {
    const auto shape = parse_multipolygon("MULTIPOLYGON(((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1)),((9 9,10 9,10 10,9 9)))");
    ASSERT_EQ(shape.size(), 2U);
    EXPECT_EQ(shape[0].size(), 2U);
    EXPECT_EQ(shape[1][0][2], (Point{10, 10}));
}

TEST(Geometry, SaysWhereTextIsNoMultipolygon) {
    EXPECT_THROW(parse_multipolygon("POLYGON((0 0,1 1,0 1,0 0))"), Error);
    EXPECT_THROW(parse_multipolygon("MULTIPOLYGON(((0 0,1 x)))"), Error);
    EXPECT_THROW(parse_multipolygon("MULTIPOLYGON(((0 0,1 1)))x"), Error);
}

TEST(Dissolved, NeighboursLoseTheirCommonBorder) {
    const auto a = parse_multipolygon(left), b = parse_multipolygon(right);
    const auto both = dissolved({&a, &b});
    ASSERT_EQ(both.size(), 1U);
    ASSERT_EQ(both[0].size(), 1U);
    EXPECT_EQ(both[0][0].size(), 7U);  // six corners, closed
    EXPECT_DOUBLE_EQ(turning(both[0][0]), 4.0);
}

TEST(Dissolved, ARingAroundAnotherBecomesItsHole) {
    const auto around = parse_multipolygon("MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3)))");
    const auto same = dissolved({&around});
    ASSERT_EQ(same.size(), 1U);
    EXPECT_EQ(same[0].size(), 2U);
}

class GeoPackage : public testing::Test {
protected:
    std::filesystem::path path() const { return std::filesystem::path(testing::TempDir()) / "areas.gpkg"; }
    static std::string bytes(const std::filesystem::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static GeoLayer layer() {
        Frame rows("areas", {text_column("name"), number_column("people")});
        rows.add({"왼쪽", 5.0});
        rows.add({"right", blank});
        return {.name = "areas",
            .title = "Areas",
            .attributes = rows,
            .geometry = {parse_multipolygon(left), parse_multipolygon(right)},
            .style = "<qgis/>"};
    }
};

TEST_F(GeoPackage, IsOneByItsHeader) {
    write_geopackage(path(), {layer()});
    const auto all = bytes(path());
    ASSERT_GT(all.size(), 100U);
    EXPECT_EQ(all.substr(0, 15), "SQLite format 3");
    EXPECT_EQ(all.substr(68, 4), "GPKG");
}

TEST_F(GeoPackage, OfTheSameLayersHasTheSameBytes) {
    write_geopackage(path(), {layer()});
    const auto first = bytes(path());
    write_geopackage(path(), {layer()});
    EXPECT_EQ(bytes(path()), first);
}

TEST_F(GeoPackage, NeedsAShapeForEveryRow) {
    auto torn = layer();
    torn.geometry.pop_back();
    EXPECT_THROW(write_geopackage(path(), {torn}), Error);
}

}  // namespace
}  // namespace ecumene::files
