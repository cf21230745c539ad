// A run becomes plans that add up; what a run cannot know is said to be missing.
#include <gtest/gtest.h>

#include <set>

#include "governance/lint.hpp"
#include "governance/plan/plans_of_run.hpp"
#include "governance/plan/write_plan.hpp"

namespace ecumene::governance {
namespace {

TEST(PlansOfRun, AddUpAndComeBackThroughTheirFiles) {
    Frame emissions(
        "emissions", {text_column("region"), text_column("technology"), number_column("year"), number_column("value")});
    Frame capacity("capacity",
        {text_column("region"), text_column("technology"), number_column("year"), number_column("investment")});
    for (const int year : {2024, 2030, 2050}) {
        emissions.add({"A", "coal", year, 4e6 - 1e5 * (year - 2024)});
        emissions.add({"B", "gas", year, 2e6 - 5e4 * (year - 2024)});
        capacity.add({"A", "wind", year, year == 2024 ? 0.0 : 5e4});
    }
    const auto plans = plans_of_run({.emissions = &emissions,
        .capacity = &capacity,
        .regions = {{"A", {"A", "가"}}, {"B", {"B", "나"}}},
        .nation = {"N", {"N", "전국"}},
        .run = "0123",
        .gwp = "ar5",
        .guidelines = "ipcc2006"});
    ASSERT_EQ(plans.size(), 3U);
    std::vector<PlanDocument> again;
    for (const auto& plan : plans) {
        auto read = read_plan(plan_texts(plan, {.source = "run", .title = "Ecumene run 0123"}), plan.id);
        ASSERT_FALSE(read.findings.has_errors()) << describe(read.findings.all().front());
        again.push_back(std::move(read.plan));
    }
    const PlanSet set(std::move(again));
    EXPECT_EQ(set.below(0).size(), 2U);
    std::set<std::string> broken;
    for (const auto& finding : lint(set, {2026, 11, 1}).findings) broken.insert(finding.rule);
    for (const char* sound : {"A1", "A2", "A3", "A4", "A5", "D1", "R1", "X1"})
        EXPECT_EQ(broken.count(sound), 0U) << sound;
    for (const char* human : {"F1", "K1", "K2"}) EXPECT_EQ(broken.count(human), 1U) << human;
}

}  // namespace
}  // namespace ecumene::governance
