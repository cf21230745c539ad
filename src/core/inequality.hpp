// How unequally something is spread over people who live in regions: Theil with its parts, Gini, Williamson.
//
//     const std::vector<Holding> h = {{.value = 6.5, .people = 25.8e6, .group = 0}, {.value = 21.5, .people = 26.0e6, .group = 1}};
//     gini(h)                   // 0 equal, towards 1 unequal
//     theil(h)->between         // what lies between the groups; total = between + within
//     williamson(h)             // coefficient of variation, weighted by people
//
// `value` is per head; `people` weighs it. The measures have no unit; `mean_difference` has the unit of `value`.
// A measure that has no meaning for the input is refused (empty), never forced: nothing to compare, people or values that
// are not finite, people below zero, a mean that is not above zero; for Theil and Gini also any value below zero (net
// emissions): use gross emissions, or `mean_difference`, which always has a meaning. Cost: a sort at most.
//
// Theil (1967), with the decomposition of Shorrocks (1980), which may be repeated inside groups; Gini as relative mean difference; Williamson (1965).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace ecumene {

struct Holding {
    double value{};
    double people{};
    std::size_t group{};
};

struct Theil {
    double total{}, between{}, within{};
};

// sum of y ln(y/p), y the share of what is held, p the share of people; between: the same over groups.
std::optional<Theil> theil(std::span<const Holding> holdings);
// Mean difference over twice the mean.
std::optional<double> gini(std::span<const Holding> holdings);
// sqrt(sum of p (x - mean)^2) / mean
std::optional<double> williamson(std::span<const Holding> holdings);
// sum over pairs of p_i p_j |x_i - x_j|: how far apart two people are, on average.
std::optional<double> mean_difference(std::span<const Holding> holdings);

// What the tenth of people with most hold over what the two fifths with least hold (Palma 2011; Cobham and Sumner 2013). People
// of a region that lies across a bound are shared out in proportion. Refused as Gini is, and where the least hold nothing.
std::optional<double> palma(std::span<const Holding> holdings);

// A point of the Lorenz curve: cumulated shares, from the least per head.
struct LorenzPoint {
    std::size_t holding{};  // position in what was given; the first point, at 0 and 0, repeats the first of the order
    double people{}, held{};
};
// One point more than holdings; empty where Gini is refused.
std::vector<LorenzPoint> lorenz(std::span<const Holding> holdings);

// Theil over nested groups: `levels[l][i]` is the group of holding i at level l, coarse first, each level inside the one above
// (`group` of the holdings is not read). Returns the part between the groups of each level, and last what lies between the
// holdings inside the innermost groups; the parts sum to theil()->total. Empty where Theil is refused, or the levels do
// not nest.
std::vector<double> nested_theil(std::span<const Holding> holdings, std::span<const std::vector<std::size_t>> levels);

}  // namespace ecumene
