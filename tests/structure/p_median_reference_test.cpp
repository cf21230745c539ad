// Against the published optima of the OR-Library (Beasley 1985): locations/pmed*, of duplicate edges the last one counts.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "reference_data.hpp"
#include "structure/centres/p_median.hpp"

namespace ecumene::structure::reference {
namespace {

constexpr double far_off = 1e9;

// Shortest ways between all nodes (Floyd and Warshall).
PMedian problem_of(const std::string& instance, std::size_t nodes, std::size_t count) {
    PMedian problem{nodes, nodes, std::vector<double>(nodes * nodes, far_off), count};
    std::vector<double>& way = problem.cost;
    for (std::size_t i = 0; i < nodes; ++i) way[i * nodes + i] = 0.0;
    const Frame edges = table("../locations/" + instance + "_edges.csv");
    for (std::size_t r = 0; r < edges.rows(); ++r) {
        const auto u = static_cast<std::size_t>(edges.number(r, "u")) - 1;
        const auto v = static_cast<std::size_t>(edges.number(r, "v")) - 1;
        way[u * nodes + v] = way[v * nodes + u] = edges.number(r, "cost");
    }
    for (std::size_t k = 0; k < nodes; ++k)
        for (std::size_t i = 0; i < nodes; ++i)
            for (std::size_t j = 0; j < nodes; ++j)
                way[i * nodes + j] = std::min(way[i * nodes + j], way[i * nodes + k] + way[k * nodes + j]);
    return problem;
}

TEST(PMedianReference, ReachesAndProvesThePublishedOptima) {
    if (!has_reference()) GTEST_SKIP() << no_reference;
    const Frame index = table("../locations/pmed_index.csv");
    ASSERT_EQ(index.rows(), 5U);
    for (std::size_t r = 0; r < index.rows(); ++r) {
        const std::string instance = index.text(r, "instance");
        const PMedianAnswer answer = solve_p_median(problem_of(
            instance, static_cast<std::size_t>(index.number(r, "n")), static_cast<std::size_t>(index.number(r, "p"))));
        EXPECT_DOUBLE_EQ(answer.cost, index.number(r, "pmedian_opt")) << instance;
        EXPECT_DOUBLE_EQ(answer.bound, answer.cost) << instance;
        EXPECT_TRUE(answer.is_proven) << instance;
    }
}

}  // namespace
}  // namespace ecumene::structure::reference
