// A run becomes plans that add up; what a run cannot know is said to be missing.
#include <gtest/gtest.h>

#include <set>

#include "governance/lint.hpp"
#include "governance/plan/plans_of_run.hpp"
#include "governance/plan/write_plan.hpp"

namespace ecumene::governance {
namespace {

// Invented: coal in A gives way to wind, two thirds, and solar, one third; what gas in B cuts has no technology of its own. B has a
// store, and a forest that grows.
struct InventedRun {
    Frame emissions{
        "emissions", {text_column("region"), text_column("technology"), number_column("year"), number_column("value")}};
    Frame capacity{"capacity",
        {text_column("region"), text_column("technology"), number_column("year"), number_column("investment")}};
    std::vector<RunCut> cuts;

    InventedRun() {
        for (const int year : {2024, 2030, 2050}) {
            emissions.add({"A", "coal", year, 4e6 - 1e5 * (year - 2024)});
            emissions.add({"B", "gas", year, 2e6 - 5e4 * (year - 2024)});
            emissions.add({"B", "forest", year, -1e5 - 1e3 * (year - 2024)});
            emissions.add({"A", "kiln", year, 3e5});
            for (const char* technology : {"wind", "solar"})
                capacity.add({"A", technology, year, year == 2024 ? 0.0 : 5e4});
            capacity.add({"B", "battery", year, year == 2024 ? 0.0 : 1e4});
            if (year == 2024) continue;
            cuts.push_back({"A", "wind", year, 8e5});
            cuts.push_back({"A", "solar", year, 4e5});
        }
    }

    std::vector<PlanDocument> plans() const {
        return plans_of_run({.emissions = &emissions,
            .capacity = &capacity,
            .technologies = {{"wind", {{"Wind", "풍력"}, {}}}, {"kiln", {{"Kiln", "소성로"}, "industry"}},
                {"forest", {{"Forest", "숲"}, "sink"}}},
            .cuts = cuts,
            .regions = {{"A", {"A", "가"}}, {"B", {"B", "나"}}},
            .nation = {"N", {"N", "전국"}},
            .run = "0123",
            .gwp = "ar5",
            .guidelines = "ipcc2006"});
    }
};

TEST(PlansOfRun, HaveAMeasureForEachTechnologyThatCuts) {
    const auto plans = InventedRun().plans();
    ASSERT_EQ(plans.size(), 3U);
    const auto& a = plans[1];
    ASSERT_NE(a.measure("wind"), nullptr);
    EXPECT_EQ(a.measure("wind")->name.ko, "풍력");
    EXPECT_DOUBLE_EQ(a.measure("wind")->cut(2030), 4e5);   // two thirds of 600,000 t
    EXPECT_DOUBLE_EQ(a.measure("solar")->cut(2030), 2e5);  // one third
    EXPECT_DOUBLE_EQ(a.measure("wind")->all_money(), 1e5);
    EXPECT_EQ(a.measure("power-other"), nullptr);
    const auto& b = plans[2];
    EXPECT_DOUBLE_EQ(b.measure("power-other")->cut(2030), 3e5);
    EXPECT_DOUBLE_EQ(b.measure("power-enabling")->all_money(), 2e4);
    EXPECT_EQ(b.measure("power-enabling")->all_cuts(), 0.0);
    EXPECT_DOUBLE_EQ(b.measure("sink-other")->cut(2050), 2.6e4);
    EXPECT_DOUBLE_EQ(plans[0].measure("wind")->cut(2030), 6e5);  // of all that power cuts in the nation
}

TEST(PlansOfRun, KeepSectorsAndSinksApart) {
    const auto plans = InventedRun().plans();
    const auto& nation = plans.front();
    EXPECT_DOUBLE_EQ(nation.amount(Series::target, "industry", 2050), 3e5);
    EXPECT_DOUBLE_EQ(nation.amount(Series::history, total_gross, 2024), 6.3e6);
    EXPECT_DOUBLE_EQ(nation.amount(Series::history, total_net, 2024), 6.2e6);
    EXPECT_EQ(plans[2].amount(Series::target, "industry", 2050), 0.0);  // none, and not unknown
}

TEST(PlansOfRun, AddUpAndComeBackThroughTheirFiles) {
    std::vector<PlanDocument> again;
    for (const auto& plan : InventedRun().plans()) {
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
