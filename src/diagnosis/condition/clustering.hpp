// Groups of points that are alike, and how many groups the points themselves speak for.
//
//     const Clustering c = cluster(points, {.most = 6});     // Ward; c.groups, c.member[i], c.silhouette
//
// Ward's method (1963) by Lance-Williams on squared Euclidean distances; number of groups: the highest mean silhouette
// (Rousseeuw 1987), with the gap statistic (Tibshirani, Walther, Hastie 2001; seeded uniform reference) beside it. If the
// gap statistic speaks for one group, `is_structured` is false: the groups then are a way of reading, not a finding.
// Cost: cubic at most in the number of points; fine to about a thousand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ecumene::diagnosis {

struct ClusterOptions {
    std::size_t most{6};
    int references{50};
    std::uint64_t seed{1963};
};

struct GroupCount {
    std::size_t groups{};
    double silhouette{};        // mean over points; 0 for one group
    double gap{}, gap_error{};  // gap statistic and its standard error
};

struct Clustering {
    std::size_t groups{1};
    std::vector<std::size_t> member;  // group of each point, numbered by first appearance
    double silhouette{};
    std::vector<double> silhouettes;  // of each point
    std::vector<GroupCount> tried;    // 1 .. most
    std::size_t groups_by_gap{1};
    bool is_structured{};  // the gap statistic speaks for more than one group
};

// Points of equal length, none blank. Fewer than three points: one group.
Clustering cluster(const std::vector<std::vector<double>>& points, const ClusterOptions& options = {});

}  // namespace ecumene::diagnosis
