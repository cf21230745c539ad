// The interior point on its own, against CLP and HiGHS on problems drawn at random: whoever is right, it must never call
// optimal what is not.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "solver/backend.hpp"
#include "solver/barrier/border.hpp"
#include "solver/certificate.hpp"
#include "solver/infeasibility.hpp"
#include "solver/solve.hpp"

namespace ecumene::solver {
namespace {

lp::Problem random_problem(std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto whole = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    const int rows = whole(2, 25), columns = whole(2, 30);
    lp::Problem p;
    p.start.push_back(0);
    for (int j = 0; j < columns; ++j) {
        p.cost.push_back(whole(-4, 9));
        const int kind = whole(0, 9);
        p.lower.push_back(kind == 0 ? -lp::infinity : kind == 1 ? -3.0 : 0.0);
        p.upper.push_back(kind < 4 ? whole(1, 12) : lp::infinity);
        for (int i = 0; i < rows; ++i)
            if (whole(0, 3) == 0) {
                const int value = whole(-3, 6);
                if (value == 0) continue;
                p.index.push_back(i);
                p.value.push_back(value);
            }
        p.start.push_back(static_cast<std::int64_t>(p.index.size()));
    }
    // Three of four are built around a point, so that there is something to find.
    const bool is_feasible = seed % 4 != 0;
    std::vector<double> middle(static_cast<std::size_t>(rows), 0.0);
    for (int j = 0; j < columns; ++j) {
        const double x = std::max(p.lower[j], -1.0) + 1.0;
        for (std::int64_t e = p.start[j]; e < p.start[j + 1]; ++e) middle[p.index[e]] += x * p.value[e];
        if (is_feasible && seed % 3 != 0) p.cost[j] = std::abs(p.cost[j]);
    }
    for (int i = 0; i < rows; ++i) {
        const int kind = whole(0, 3), room = whole(0, 9);
        const double limit = is_feasible ? middle[i] : whole(0, 20);
        p.row_lower.push_back(kind == 1 ? -lp::infinity : kind == 0 ? limit : limit - room);
        p.row_upper.push_back(kind == 2 ? lp::infinity : kind == 0 ? limit : limit + room);
    }
    return p;
}

Solution alone(const lp::Problem& problem) {
    const Options options;
    Watch watch(0.0, silent());
    return barrier_engine().run({problem, options, Method::interior_point, Effort::usual}, watch);
}

TEST(Barrier, AgreesWithTheSimplexOnTwoHundredRandomProblems) {
    int optimal = 0, without_answer = 0, found = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        const lp::Problem problem = random_problem(seed);
        if (problem.entries() == 0) continue;
        const Solution known = solve(problem, {.backend = Backend::clp, .method = Method::simplex});
        const Solution own = alone(problem);
        if (known.termination.reason == Reason::optimal) {
            ++optimal;
            if (own.termination.reason != Reason::optimal) continue;
            ++found;
            EXPECT_NEAR(certify(problem, own).objective, known.objective, 1e-5 * (1.0 + std::abs(known.objective)));
            EXPECT_TRUE(certify(problem, own).holds(1e-6));
        } else {
            ++without_answer;
            EXPECT_NE(own.termination.reason, Reason::optimal);
        }
    }
    EXPECT_GT(optimal, 50);
    EXPECT_GT(without_answer, 30);
    EXPECT_GE(found, optimal - optimal / 50);  // what it leaves open another engine answers
}

TEST(Barrier, IsAskedFirstAndAnotherEngineSettlesWhatHasNoOptimum) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        const lp::Problem problem = random_problem(seed);
        const Solution known = solve(problem, {.backend = Backend::clp, .method = Method::simplex});
        const Solution chained = solve(problem, {.backend = Backend::barrier});
        // A problem may be infeasible and its dual too: which of the two is found first is no matter.
        EXPECT_EQ(chained.termination.reason == Reason::optimal, known.termination.reason == Reason::optimal);
        if (known.termination.reason == Reason::optimal) {
            EXPECT_NEAR(chained.objective, known.objective, 1e-5 * (1.0 + std::abs(known.objective)));
        }
    }
}

// A store filled and emptied over many hours, with capacities to choose: more columns than one slice holds.
lp::Problem store_over(int hours) {
    constexpr int capacities = 2, per_hour = 4;  // supply, filling, emptying, level
    lp::Problem p;
    p.cost.assign(capacities, 40.0 * hours);
    p.row_lower.assign(static_cast<std::size_t>(hours) * 3, 0.0);
    p.row_upper = p.row_lower;
    const int columns = capacities + per_hour * hours;
    std::vector<std::vector<std::pair<std::int32_t, double>>> entries(static_cast<std::size_t>(columns));
    for (int t = 0; t < hours; ++t) {
        const int balance = 3 * t, storage = balance + 1, limit = balance + 2, first = capacities + per_hour * t;
        const double demand = 60.0 + 30.0 * std::sin(0.26 * t) + 10.0 * std::sin(0.017 * t);
        p.row_lower[balance] = p.row_upper[balance] = demand;
        p.row_lower[limit] = -lp::infinity;
        entries[first] = {{balance, 1.0}, {limit, 1.0}};
        entries[0].emplace_back(limit, -(0.5 + 0.5 * std::sin(0.1 * t)));
        entries[first + 1] = {{balance, -1.0}, {storage, 0.9}};
        entries[first + 2] = {{balance, 1.0}, {storage, -1.0}};
        entries[first + 3].emplace_back(storage, -1.0);
        if (t + 1 < hours) entries[first + 3].emplace_back(storage + 3, 0.999);
        p.cost.insert(p.cost.end(), {1.0 + 0.1 * (t % 5), 0.01, 0.01, 0.0});
    }
    for (int t = 0; t < hours; ++t) entries[1].emplace_back(3 * t, 0.8);
    p.lower.assign(static_cast<std::size_t>(columns), 0.0);
    p.upper.assign(static_cast<std::size_t>(columns), lp::infinity);
    p.start.push_back(0);
    for (auto& column : entries) {
        std::sort(column.begin(), column.end());
        for (const auto& [row, value] : column) {
            p.index.push_back(row);
            p.value.push_back(value);
        }
        p.start.push_back(static_cast<std::int64_t>(p.index.size()));
    }
    return p;
}

// Regions in a ring, each with supply, a store and a line to the next one; caps on the supply of all hours, each region's and all.
lp::Problem ring_under_caps(int regions, int hours) {
    lp::Problem p;
    const int cap = 2 * regions * hours;
    p.start.push_back(0);
    const auto add = [&](double cost, double upper, std::vector<std::pair<std::int32_t, double>> entries) {
        std::sort(entries.begin(), entries.end());
        for (const auto& [row, value] : entries) {
            p.index.push_back(row);
            p.value.push_back(value);
        }
        p.start.push_back(static_cast<std::int64_t>(p.index.size()));
        p.cost.push_back(cost);
        p.lower.push_back(0.0);
        p.upper.push_back(upper);
    };
    for (int t = 0; t < hours; ++t)
        for (int r = 0; r < regions; ++r) {
            const auto balance_of = [&](int region) { return 2 * (t * regions + region % regions); };
            const int balance = balance_of(r), store = balance + 1;
            add(1.0 + 0.1 * ((t + r) % 7), 100.0, {{balance, 1.0}, {cap, 0.5}, {cap + 1 + r, 0.5}});
            add(0.01, 30.0, {{balance, -1.0}, {store, 0.9}});
            add(0.01, 30.0, {{balance, 1.0}, {store, -1.0}});
            add(0.02, 20.0, {{balance, -1.0}, {balance_of(r + 1), 0.97}});
            if (t + 1 < hours) add(0.0, 200.0, {{store, -1.0}, {store + 2 * regions, 0.999}});
            p.row_lower.insert(p.row_lower.end(), {50.0 + 20.0 * std::sin(0.26 * t + r), 0.0});
        }
    p.row_upper = p.row_lower;
    p.row_lower.insert(p.row_lower.end(), static_cast<std::size_t>(regions) + 1, -lp::infinity);
    p.row_upper.push_back(26.0 * regions * hours);
    p.row_upper.insert(p.row_upper.end(), static_cast<std::size_t>(regions), 30.0 * hours);
    return p;
}

TEST(Barrier, GivesTheSameBytesWithOneThreadAndTwo) {
    const lp::Problem problem = store_over(10'500);
    const auto solved_with = [&](int threads) {
        Options options;
        options.threads = threads;
        Watch watch(0.0, silent());
        return barrier_engine().run({problem, options, Method::interior_point, Effort::usual}, watch);
    };
    const Solution one = solved_with(1), two = solved_with(2);
    EXPECT_EQ(one.termination.reason, Reason::optimal) << one.termination.detail;
    EXPECT_EQ(one.values, two.values);
    EXPECT_EQ(one.duals, two.duals);
    EXPECT_EQ(one.iterations, two.iterations);
}

// A level nobody limits, whose price hardly differs from hour to hour: products run ahead of residuals here.
TEST(Barrier, ComesThroughLongChainsOfHours) {
    for (const int hours : {500, 1000, 2000, 3000}) {
        Watch watch(0.0, silent());
        const Options options;
        const lp::Problem problem = store_over(hours);
        const Solution s = barrier_engine().run({problem, options, Method::interior_point, Effort::usual}, watch);
        EXPECT_EQ(s.termination.reason, Reason::optimal) << hours << " hours: " << s.termination.detail;
    }
}

// Rows that touch a whole year follow the hours' own: 17 regions x 8760 hours else had a row of every hour in one dense block.
TEST(Barrier, PutsCapsOverAllHoursLast) {
    constexpr int regions = 2, hours = 4000;
    barrier::Presolve presolve(ring_under_caps(regions, hours));
    const barrier::StandardForm form(presolve.take_reduced());
    const barrier::Border border = barrier::choose_border(form);
    int last = 0;
    for (std::int32_t i = 0; i < form.a.rows; ++i) {
        last += border.tier[i];
        EXPECT_EQ(border.tier[i] == 1, form.by_rows.count(i) > hours);
    }
    EXPECT_EQ(last, regions + 1);
}

// Keeps every state, for a run that is to be left at any moment.
class EveryState : public Checkpoints {
public:
    bool is_due() override { return true; }
    void keep(const Checkpoint& checkpoint) override { kept.push_back(checkpoint); }
    std::optional<Checkpoint> find(std::uint64_t problem) override {
        if (!given || given->problem != problem) return {};
        return given;
    }

    std::vector<Checkpoint> kept;
    std::optional<Checkpoint> given;
};

Solution run_with(const lp::Problem& problem, const Options& options) {
    Watch watch(0.0, silent());
    return barrier_engine().run({problem, options, Method::interior_point, Effort::usual}, watch);
}

TEST(Barrier, GoesOnFromAnyCheckpointToTheSameBytes) {
    const lp::Problem problem = store_over(500);
    EveryState states;
    const Solution whole = run_with(problem, {.checkpoints = &states});
    ASSERT_EQ(whole.termination.reason, Reason::optimal);
    ASSERT_GT(states.kept.size(), 5U);
    for (const Checkpoint& state : std::vector<Checkpoint>(states.kept)) {
        states.given = state;
        const Solution resumed = run_with(problem, {.checkpoints = &states});
        EXPECT_EQ(resumed.values, whole.values) << "from iteration " << state.iteration;
        EXPECT_EQ(resumed.duals, whole.duals);
        EXPECT_EQ(resumed.iterations, whole.iterations);
    }
}

TEST(Barrier, PassesOverACheckpointOfAnotherProblem) {
    EveryState states;
    const lp::Problem problem = store_over(500);
    run_with(store_over(400), {.checkpoints = &states});
    states.given = states.kept.back();
    EXPECT_EQ(run_with(problem, {.checkpoints = &states}).values, run_with(problem, {}).values);
    states.given->problem = fingerprint(problem, 1e-6);  // and one whose size gives it away
    EXPECT_EQ(run_with(problem, {.checkpoints = &states}).values, run_with(problem, {}).values);
}

TEST(Barrier, StartsFromANeighbourAndArrivesSooner) {
    const lp::Problem problem = store_over(2000);
    Checkpoint middle;
    ASSERT_EQ(run_with(problem, {.middle = &middle}).termination.reason, Reason::optimal);
    lp::Problem neighbour = problem;
    for (std::size_t j = 0; j < neighbour.cost.size(); ++j) neighbour.cost[j] *= j % 2 == 0 ? 1.001 : 0.999;
    const Solution cold = run_with(neighbour, {}), warm = run_with(neighbour, {.start = &middle});
    ASSERT_EQ(warm.termination.reason, Reason::optimal);
    EXPECT_LT(warm.iterations, cold.iterations);
    EXPECT_NEAR(certify(neighbour, warm).objective, certify(neighbour, cold).objective,
        2e-6 * certify(neighbour, cold).objective);
}

TEST(Barrier, RefusesWhatNeedsMoreMemoryThanAllowed) {
    constexpr std::int64_t little = 1000, plenty = 1'000'000'000;
    struct Case {
        std::int64_t at_first;
        const char* refused;
    };
    for (const auto& [at_first, what] : {Case{little, "ordering"}, Case{plenty, "factor"}}) {
        std::int64_t now = at_first;
        const auto at_hand = [&] { return std::exchange(now, little); };
        const Solution refused = run_with(store_over(500), {.memory_at_hand = at_hand});
        EXPECT_EQ(refused.termination.reason, Reason::limit);
        EXPECT_EQ(refused.termination.limit, Limit::memory);
        EXPECT_NE(refused.termination.detail.find(what), std::string::npos) << refused.termination.detail;
        EXPECT_NE(refused.termination.detail.find("GB"), std::string::npos);
    }
}

// The least violation stands for the simplex method's verdict: wherever rows contradict each other, and nowhere else.
TEST(Infeasibility, IsProvedByTheLeastViolation) {
    int infeasible = 0, proved = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        const lp::Problem problem = random_problem(seed);
        if (problem.entries() == 0) continue;
        lp::Problem costless = problem;  // a verdict on the rows alone
        std::fill(costless.cost.begin(), costless.cost.end(), 0.0);
        const auto known = solve(costless, {.backend = Backend::clp, .method = Method::simplex}).termination.reason;
        const Options options;
        Watch watch(0.0, silent());
        const bool is_proved = is_proved_infeasible(problem, options, watch);
        if (known != Reason::infeasible) {
            EXPECT_FALSE(is_proved);
        }
        infeasible += known == Reason::infeasible ? 1 : 0;
        proved += is_proved ? 1 : 0;
    }
    EXPECT_GT(infeasible, 20);
    EXPECT_EQ(proved, infeasible);
}

}  // namespace
}  // namespace ecumene::solver
