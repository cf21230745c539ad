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
// Theil (1967), with the decomposition of Shorrocks (1980); Gini as relative mean difference; Williamson (1965).
#pragma once

#include <cstddef>
#include <optional>
#include <span>

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

}  // namespace ecumene
