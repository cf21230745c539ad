#include "structure/centres/centre_plan.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "core/error.hpp"
#include "small_centres.hpp"
#include "structure/centres/p_median.hpp"

namespace ecumene::structure {
namespace {

constexpr double tight = 1e-7;
const CentreOptions exact{.solver = {.relative_gap = 1e-9}};

void expect_same_cost(const CentrePlan& plan, const small::Choice& choice, unsigned seed) {
    if (choice.cost >= small::none) {
        EXPECT_EQ(plan.termination.reason, solver::Reason::infeasible) << "seed " << seed;
        return;
    }
    ASSERT_TRUE(plan.has_answer()) << "seed " << seed;
    EXPECT_NEAR(plan.objective, choice.cost, 1e-6 * choice.cost) << "seed " << seed;
}

TEST(CentrePlan, OneTierWithoutGrowthIsThePMedianProblem) {
    for (unsigned seed = 0; seed < 6; ++seed) {
        CentreCase ask = small::random_case(seed, 10);
        ask.tiers = {{.name = "centre", .trips = 1.0, .least_count = 3, .most_count = 3}};
        PMedian same{10, 10, {}, 3};
        for (std::size_t i = 0; i < 10; ++i)
            for (std::size_t j = 0; j < 10; ++j)
                same.cost.push_back(ask.units[i].people.today *
                                    ask.price_of_trip(ask.kilometres[ask.place(i, j)], ask.minutes[ask.place(i, j)]));
        const CentrePlan plan = choose_centres(ask, exact);
        EXPECT_NEAR(plan.objective, solve_p_median(same).cost, tight) << "seed " << seed;
        EXPECT_EQ(plan.centres.front().size(), 3U);
    }
}

TEST(CentrePlan, CapacitatedCasesAgreeWithEnumeration) {
    for (unsigned seed = 0; seed < 8; ++seed) {
        CentreCase ask = small::random_case(seed, 7);
        double people = 0.0;
        for (const CentreUnit& unit : ask.units) people += unit.people.today;
        ask.tiers = {{.name = "centre",
            .trips = 10.0,
            .most_people = std::ceil(people * 0.45),
            .least_count = 3,
            .most_count = 3}};
        expect_same_cost(choose_centres(ask, exact), small::best_by_enumeration(ask), seed);
    }
}

// Nested tiers, travel-time limits, least people, base functions in each living area: infeasible ones among them.
TEST(CentrePlan, TieredCasesAgreeWithEnumeration) {
    std::size_t infeasible = 0;
    for (unsigned seed = 0; seed < 12; ++seed) {
        CentreCase ask = small::random_case(seed, 6);
        ask.tiers = {{.name = "local",
                         .reach_minutes = 12,
                         .trips = 30,
                         .least_people = 150,
                         .is_in_every_area = true,
                         .site_money = 5},
            {.name = "core",
                .reach_minutes = seed % 3 == 0 ? 18.0 : 40.0,
                .trips = 8,
                .least_people = 900,
                .most_count = seed % 3 == 0 ? 1U : 6U,
                .site_money = 40,
                .site_carbon = 3}};
        const small::Choice choice = small::best_by_enumeration(ask);
        infeasible += choice.cost >= small::none ? 1 : 0;
        expect_same_cost(choose_centres(ask, exact), choice, seed);
    }
    EXPECT_GT(infeasible, 0U);
    EXPECT_LT(infeasible, 8U);
}

TEST(CentrePlan, GrowthUnderLandAndRatesAgreesWithEnumeration) {
    for (unsigned seed = 0; seed < 8; ++seed) {
        CentreCase ask = small::random_case(seed, 6);
        double people = 0.0;
        for (CentreUnit& unit : ask.units) {
            unit.people.least = std::floor(0.8 * unit.people.today);
            unit.people.most = std::ceil(1.5 * unit.people.today);
            unit.land_km2 = 0.3 * unit.people.today * 0.001;
            people += unit.people.today;
        }
        ask.total_people = std::floor(1.1 * people);
        ask.growth = {.money_per_person = 0.02, .km2_per_person = 0.001};
        ask.tiers = {{.name = "local", .trips = 30, .site_money = 5}, {.name = "core", .trips = 8, .site_money = 40}};
        const CentrePlan plan = choose_centres(ask, exact);
        expect_same_cost(plan, small::best_with_growth(ask), seed);
        EXPECT_NEAR(std::accumulate(plan.people.begin(), plan.people.end(), 0.0), *ask.total_people, 1e-6);
    }
}

TEST(CentrePlan, TheAccessFloorOfTheWorstOffAgreesWithEnumerationAndCosts) {
    for (unsigned seed = 0; seed < 6; ++seed) {
        CentreCase ask = small::random_case(seed, 6);
        ask.tiers = {{.name = "local", .trips = 30, .site_money = 60}, {.name = "core", .trips = 8, .site_money = 90}};
        double people = 0.0;
        for (const CentreUnit& unit : ask.units) people += unit.people.today;
        ask.total_people = people;
        const CentrePlan free = choose_centres(ask, exact);
        ask.floor = {.share = 0.2, .minutes = 0.6 * free.worst_off_minutes};
        const CentrePlan guarded = choose_centres(ask, exact);
        expect_same_cost(guarded, small::best_with_growth(ask), seed);
        if (!guarded.has_answer()) continue;
        EXPECT_LE(guarded.worst_off_minutes, ask.floor.minutes + 1e-6);
        EXPECT_GE(guarded.objective, free.objective - tight);
    }
}

TEST(CentrePlan, BalanceBringsJobsToPeople) {
    CentreCase ask = small::random_case(2, 4);
    for (CentreUnit& unit : ask.units) {
        unit.jobs = {unit.area == 0 ? 400.0 : 10.0, 0.0, 900.0};
        unit.people = {500.0, 500.0, 500.0};
    }
    ask.total_people = 2000.0;
    ask.total_jobs = 1000.0;
    ask.growth.money_per_job = 1.0;
    ask.tiers = {{.name = "local", .trips = 1}};
    const auto jobs_of_second_area = [&](const CentrePlan& plan) {
        double jobs = 0.0;
        for (std::size_t i = 0; i < ask.units.size(); ++i) jobs += ask.units[i].area == 1 ? plan.jobs[i] : 0.0;
        return jobs;
    };
    ask.balance = 0.1;
    double people_of_second = 0.0, jobs_today = 0.0, second_today = 0.0;
    for (const CentreUnit& unit : ask.units) {
        people_of_second += unit.area == 1 ? 500.0 : 0.0;
        jobs_today += unit.jobs.today;
        second_today += unit.area == 1 ? unit.jobs.today : 0.0;
    }
    const double today = (second_today / people_of_second) / (jobs_today / 2000.0);
    const CentrePlan plan = choose_centres(ask, exact);
    ASSERT_TRUE(plan.has_answer());
    EXPECT_GE(jobs_of_second_area(plan), std::min(0.9, today) * 0.5 * people_of_second - 1e-6);
}

TEST(CentrePlan, CommutingDrawsJobsToWhereWorkersLive) {
    CentreCase ask = small::random_case(4, 5);
    for (CentreUnit& unit : ask.units) unit.jobs = {100.0, 0.0, 2000.0};
    ask.total_jobs = 500.0;
    double people = 0.0;
    for (const CentreUnit& unit : ask.units) people += unit.people.today;
    ask.total_people = people;
    ask.tiers = {{.name = "local", .trips = 1}};
    ask.commuting = {.is_counted = true};
    const CentrePlan plan = choose_centres(ask, exact);
    ASSERT_TRUE(plan.has_answer());
    for (std::size_t i = 0; i < ask.units.size(); ++i)
        EXPECT_NEAR(plan.jobs[i], 500.0 * ask.units[i].people.today / people, 1e-5);
}

TEST(CentrePlan, AnIslandIsServedByItselfAndOtherwiseCounted) {
    CentreCase ask = small::random_case(1, 4);
    for (std::size_t j = 0; j < 3; ++j) {
        ask.minutes[ask.place(3, j)] = ask.minutes[ask.place(j, 3)] = unlimited;
        ask.kilometres[ask.place(3, j)] = ask.kilometres[ask.place(j, 3)] = unlimited;
    }
    ask.tiers = {{.name = "local", .trips = 30}, {.name = "core", .trips = 8, .candidates = {0, 1}}};
    const CentrePlan plan = choose_centres(ask, exact);
    ASSERT_TRUE(plan.has_answer());
    EXPECT_EQ(plan.serves[0][3], std::optional<std::size_t>(3));
    EXPECT_FALSE(plan.serves[1][3].has_value());
    EXPECT_NEAR(plan.minutes[3], (30.0 * ask.minutes[ask.place(3, 3)] + 8.0 * ask.unserved_minutes) / 38.0, 1e-6);
}

TEST(CentrePlan, AUnitWithoutPeopleAsksForNothing) {
    CentreCase ask = small::random_case(1, 4);
    ask.tiers = {{.name = "local", .trips = 30, .least_count = 1, .most_count = 1}};
    ask.units[2].people = {};
    const CentrePlan plan = choose_centres(ask, exact);
    ask.units[2].people = {1.0, 1.0, 1.0};
    EXPECT_LE(plan.objective, choose_centres(ask, exact).objective);
}

TEST(CentrePlan, SaysWhatIsWrongWithTheCase) {
    CentreCase ask = small::random_case(1, 4);
    EXPECT_THROW(choose_centres(ask), Error);  // no tier
    ask.tiers = {{.name = "local", .least_count = 3, .most_count = 2}};
    EXPECT_EQ(ask.complaint(), "tier local: least_count is above most_count");
    ask.tiers = {{.name = "local"}};
    ask.units[1].people.least = 1e9;
    EXPECT_EQ(ask.complaint(), "unit b: people and jobs need finite numbers with 0 <= least <= most");
}

TEST(WorstOff, IsTheMeanOfTheShareWithTheLongestWays) {
    EXPECT_DOUBLE_EQ(mean_of_worst_off({10, 40, 20}, {70, 10, 20}, 0.2), (10 * 40 + 10 * 20) / 20.0);
    EXPECT_DOUBLE_EQ(mean_of_worst_off({10, 40, 20}, {70, 10, 20}, 1.0), (700 + 400 + 400) / 100.0);
}

}  // namespace
}  // namespace ecumene::structure
