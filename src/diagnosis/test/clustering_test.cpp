#include "diagnosis/condition/clustering.hpp"

#include <gtest/gtest.h>

#include <random>

namespace ecumene::diagnosis {
namespace {

// `count` points about each centre, within half a unit.
std::vector<std::vector<double>> about(const std::vector<std::vector<double>>& centres, int count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> off(-0.5, 0.5);
    std::vector<std::vector<double>> points;
    for (int i = 0; i < count; ++i)
        for (const auto& centre : centres) {
            points.push_back(centre);
            for (auto& x : points.back()) x += off(random);
        }
    return points;
}

TEST(Clustering, FindsThreeHeapsByBothCriteria) {
    const auto c = cluster(about({{0, 0}, {5, 0}, {0, 5}}, 10, 1));
    EXPECT_EQ(c.groups, 3U);
    EXPECT_EQ(c.groups_by_gap, 3U);
    EXPECT_TRUE(c.is_structured);
    EXPECT_GT(c.silhouette, 0.7);
    for (std::size_t i = 0; i < c.member.size(); ++i) EXPECT_EQ(c.member[i], i % 3);
}

TEST(Clustering, SaysWhenThereAreNoGroups) {
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> any(0.0, 1.0);
    std::vector<std::vector<double>> cloud;
    for (int i = 0; i < 60; ++i) cloud.push_back({any(random), any(random), any(random)});
    EXPECT_FALSE(cluster(cloud).is_structured);
}

TEST(Clustering, WardOnALineAsByHand) {
    // 0, 1 and 10, 12 and 30: silhouettes of 3 groups {0,1}, {10,12}, {30}: 0: a 1, b 11: 10/11; 1: a 1, b 10: 0.9;
    // 10: a 2, b 9.5: 7.5/9.5; 12: a 2, b 11.5: 9.5/11.5; 30 alone: 0. Mean 0.684917.
    const auto c = cluster({{0}, {1}, {10}, {12}, {30}}, {.most = 4, .references = 5, .seed = 1});
    EXPECT_NEAR(c.tried[2].silhouette, (10.0 / 11.0 + 0.9 + 7.5 / 9.5 + 9.5 / 11.5) / 5.0, 1e-12);
}

TEST(Clustering, SameSeedSameAnswer) {
    const auto points = about({{0, 0}, {2, 0}}, 8, 9);
    const auto a = cluster(points), b = cluster(points);
    EXPECT_EQ(a.member, b.member);
    EXPECT_EQ(a.tried[1].gap, b.tried[1].gap);
}

TEST(Clustering, TwoPointsAreOneGroup) {
    EXPECT_EQ(cluster({{0}, {9}}).groups, 1U);
}

TEST(Clustering, EqualPointsDoNotBreakIt) {
    const auto c = cluster({{1, 1}, {1, 1}, {1, 1}, {1, 1}});
    EXPECT_EQ(c.member.size(), 4U);
}

}  // namespace
}  // namespace ecumene::diagnosis
