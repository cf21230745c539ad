#include "structure/centres/p_median.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

#include "core/error.hpp"
#include "structure/centres/interchange.hpp"

namespace ecumene::structure {
namespace {

PMedian random_problem(unsigned seed, std::size_t clients, std::size_t sites, std::size_t count, bool is_whole) {
    std::mt19937 random(seed);
    PMedian problem{clients, sites, {}, count};
    for (std::size_t k = 0; k < clients * sites; ++k) {
        const double draw = static_cast<double>(random() % 1000);
        problem.cost.push_back(is_whole ? draw : draw / 7.0);
    }
    return problem;
}

double least_of_all(const PMedian& problem) {
    std::vector<char> mask(problem.sites, 0);
    std::fill(mask.end() - static_cast<std::ptrdiff_t>(problem.count), mask.end(), 1);
    double least = std::numeric_limits<double>::infinity();
    do {
        std::vector<std::size_t> open;
        for (std::size_t j = 0; j < problem.sites; ++j)
            if (mask[j]) open.push_back(j);
        least = std::min(least, cost_of(problem, open));
    } while (std::next_permutation(mask.begin(), mask.end()));
    return least;
}

// Random costs have no triangle inequality and large gaps: the branching has work to do.
TEST(PMedian, AgreesWithEnumerationOnThirtyRandomCases) {
    for (unsigned seed = 0; seed < 30; ++seed) {
        const PMedian problem = random_problem(seed, 14, 10, 1 + seed % 6, seed % 2 == 0);
        const PMedianAnswer answer = solve_p_median(problem);
        EXPECT_NEAR(answer.cost, least_of_all(problem), 1e-7) << "seed " << seed;
        EXPECT_TRUE(answer.is_proven) << "seed " << seed;
        EXPECT_LE(answer.root_bound, answer.cost + 1e-7);
        EXPECT_EQ(answer.open.size(), problem.count);
    }
}

TEST(PMedian, EveryClientIsServedByItsNearestOpenSite) {
    const PMedian problem = random_problem(3, 20, 12, 4, true);
    const PMedianAnswer answer = solve_p_median(problem);
    double cost = 0.0;
    for (std::size_t i = 0; i < problem.clients; ++i) {
        for (const std::size_t site : answer.open) EXPECT_LE(problem.at(i, answer.served_by[i]), problem.at(i, site));
        cost += problem.at(i, answer.served_by[i]);
    }
    EXPECT_DOUBLE_EQ(cost, answer.cost);
}

TEST(PMedian, OpensEverySiteWhenAskedTo) {
    const PMedian problem = random_problem(5, 9, 6, 6, true);
    const PMedianAnswer answer = solve_p_median(problem);
    EXPECT_EQ(answer.open, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
    EXPECT_TRUE(answer.is_proven);
}

TEST(PMedian, TiesGoToTheSameAnswerEachTime) {
    const PMedian problem{4, 4, std::vector<double>(16, 1.0), 2};
    EXPECT_EQ(solve_p_median(problem).open, solve_p_median(problem).open);
    EXPECT_DOUBLE_EQ(solve_p_median(problem).cost, 4.0);
}

TEST(PMedian, ALimitLeavesAnHonestBound) {
    const PMedian problem = random_problem(11, 60, 60, 12, false);
    const PMedianAnswer cut = solve_p_median(problem, {.node_limit = 1});
    const PMedianAnswer whole = solve_p_median(problem);
    EXPECT_FALSE(cut.is_proven);
    EXPECT_LE(cut.bound, whole.cost + 1e-7);
    EXPECT_GE(cut.cost, whole.cost - 1e-7);
}

TEST(PMedian, SaysWhatIsWrongWithTheNumbers) {
    EXPECT_THROW(solve_p_median({2, 2, {1, 2, 3, 4}, 3}), Error);
    EXPECT_THROW(solve_p_median({2, 2, {1, 2, 3}, 1}), Error);
    EXPECT_THROW(solve_p_median({1, 2, {1, std::numeric_limits<double>::infinity()}, 1}), Error);
}

}  // namespace
}  // namespace ecumene::structure
