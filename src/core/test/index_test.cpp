#include "core/index.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <vector>

#include "core/table.hpp"

namespace ecumene {
namespace {

using Region = Index<struct RegionTag>;
using Hour = Index<struct HourTag>;

static_assert(!std::is_convertible_v<Region, Hour>, "a region can never be used where an hour is meant");
static_assert(!std::is_constructible_v<Hour, Region>);

TEST(Set, RunsFromZeroToItsSize) {
    std::vector<int> seen;
    for (const Region r : Set<Region>(3)) seen.push_back(r.pos);
    EXPECT_EQ(seen, (std::vector<int>{0, 1, 2}));
    for (const Region r : Set<Region>{}) FAIL() << r.pos;
}

TEST(Layout, IsRowMajor) {
    const Layout<Region, Hour> layout(Set<Region>(3), Set<Hour>(24));
    EXPECT_EQ(layout.count(), 72);
    EXPECT_EQ(layout.at(Region{0}, Hour{0}), 0);
    EXPECT_EQ(layout.at(Region{0}, Hour{1}), 1);
    EXPECT_EQ(layout.at(Region{2}, Hour{23}), 71);
}

TEST(Layout, CountsIn64Bits) {
    const Layout<Region, Hour> layout(Set<Region>(2'000'000'000), Set<Hour>(8760));
    EXPECT_EQ(layout.count(), 17'520'000'000'000);
    EXPECT_EQ(layout.at(Region{1'999'999'999}, Hour{8759}), 17'519'999'999'999);
}

TEST(Layout, OfNoSetsIsOnePlace) {
    const Layout<> layout;
    EXPECT_EQ(layout.count(), 1);
    EXPECT_EQ(layout.at(), 0);
}

TEST(Table, HoldsOneQuantityPerPlace) {
    const Set<Region> regions(2);
    const Set<Hour> hours(3);
    Table<MW, Region, Hour> demand(regions, hours);
    EXPECT_EQ(demand(Region{1}, Hour{2}).value, 0.0);
    demand.set(Region{1}, Hour{2}, Quantity<MW>{120.0});
    demand.add(Region{1}, Hour{2}, Quantity<MW>{5.0});
    EXPECT_EQ(demand(Region{1}, Hour{2}).value, 125.0);
    EXPECT_EQ(demand(Region{1}, Hour{1}).value, 0.0);
    EXPECT_EQ(demand.values().size(), 6u);
}

}  // namespace
}  // namespace ecumene
