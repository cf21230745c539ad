// The published national targets, as they ship in data/plans.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "governance/lint.hpp"
#include "governance/plan/read_plan.hpp"

namespace ecumene::governance {
namespace {

using testing::HasSubstr;

PlanDocument shipped(const std::string& name) {
    auto read = read_plan("data/plans/" + name, name);
    read.findings.raise_if_errors();
    return std::move(read.plan);
}

constexpr double million = 1e6;

TEST(NationalTargets, AddUpAsPublished) {
    const auto plan = shipped("korea-2023");
    EXPECT_NEAR(total_of(plan, Series::target, 2030, Coverage::gross) / million, 512.0, 1e-6);
    EXPECT_NEAR(sum_of_sectors(plan, plan.emissions, Series::target, 2030, Coverage::net).value / million, 436.6, 1e-6);
    EXPECT_NEAR(total_of(plan, Series::history, 2018, Coverage::gross) / million, 727.6, 1e-6);
}

TEST(NationalTargets, AreFortyOrThirtyPerCentByTheirBases) {
    const auto cuts = four_bases(shipped("korea-2023"), 2018, 2030);
    EXPECT_NEAR(cuts.at(Coverage::gross, Coverage::net), 0.400, 5e-4);    // as published
    EXPECT_NEAR(cuts.at(Coverage::gross, Coverage::gross), 0.296, 5e-4);  // gross on gross
    EXPECT_NEAR(cuts.at(Coverage::net, Coverage::net), 1 - 436.6 / 686.4, 5e-4);
    EXPECT_TRUE(cuts.is_complete());
}

TEST(NationalTargets, PassTheArithmeticRules) {
    const PlanSet set({shipped("korea-2021"), shipped("korea-2023")});
    for (const auto& finding : lint(set, {2026, 11, 1}).findings)
        EXPECT_TRUE(finding.rule != "A1" && finding.rule != "A3" && finding.rule != "P3")
            << sentence(finding, set, Language::en);
}

TEST(NationalTargets, AreFlaggedWhereTheCutIsUnlabelled) {
    auto plan = shipped("korea-2023");
    plan.targets.front().base_basis.reset();
    const auto found = lint(PlanSet({plan}), {2026, 11, 1});
    const auto a3 = std::find_if(
        found.findings.begin(), found.findings.end(), [](const RuleFinding& finding) { return finding.rule == "A3"; });
    ASSERT_NE(a3, found.findings.end());
    EXPECT_THAT(a3->message.en, HasSubstr("does not say whether its base is gross or net"));
    EXPECT_THAT(a3->message.en, HasSubstr("29.6 % (gross target) or 40.0 % (net target)"));
    EXPECT_THAT(a3->message.ko, HasSubstr("29.6 %(총배출량 목표)도 40.0 %(순배출량 목표)도"));
}

TEST(NationalTargets, Of2021And2023AreComparedLineByLine) {
    const PlanSet set({shipped("korea-2023"), shipped("korea-2021")});
    const auto found = lint(set, {2026, 11, 1});
    ASSERT_EQ(found.versions.size(), 1U);
    const auto& comparison = found.versions.front();
    EXPECT_EQ(set[comparison.earlier].id, "korea-2021");
    EXPECT_FALSE(set.is_current(comparison.earlier));
    std::map<std::string, double> moved;
    for (const auto& line : comparison.lines)
        if (line.series == Series::target) moved[line.sector] = line.change() / million;
    EXPECT_NEAR(moved["power"], -4.0, 1e-6);
    EXPECT_NEAR(moved["industry"], 8.1, 1e-6);
    EXPECT_NEAR(moved["hydrogen"], 0.8, 1e-6);
    EXPECT_NEAR(moved["capture"], -0.9, 1e-6);
    EXPECT_NEAR(moved["credits"], -4.0, 1e-6);
    for (const char* same : {"buildings", "transport", "agriculture", "waste", "fugitive", "sink", "total_net"})
        EXPECT_NEAR(moved[same], 0.0, 1e-6) << same;
    EXPECT_NEAR(comparison.net_change() / million, 0.0, 1e-6);
    EXPECT_NEAR(comparison.absolute_change() / million, 17.8, 1e-6);
}

// Sums by hand: A 51.1 + 6.2 + 2.8 + 15.4 + 4.4 + 0.5 = 80.4 Mt; B with 20.7 of power, 9.2 of transport, 9.0 of hydrogen, 1.3 fugitive.
TEST(Scenarios2050, EmitAsReportedAndEndAtZero) {
    for (const auto& [name, gross] : {std::pair{"korea-2050-a", 80.4}, {"korea-2050-b", 117.3}}) {
        const auto plan = shipped(name);
        EXPECT_NEAR(total_of(plan, Series::target, 2050, Coverage::gross) / million, gross, 1e-6) << name;
        EXPECT_NEAR(sum_of_sectors(plan, plan.emissions, Series::target, 2050, Coverage::net).value, 0.0, 1.0) << name;
    }
    EXPECT_NEAR(shipped("korea-2050-b").amount(Series::target, "hydrogen", 2050) / million, 9.0, 1e-9);
}

TEST(Versions, AreOfPlansForTheSameYear) {
    const PlanSet set({shipped("korea-2021"), shipped("korea-2023"), shipped("korea-2050-a"), shipped("korea-2050-b")});
    std::set<std::pair<std::string, std::string>> pairs;
    for (const auto& [earlier, later] : set.versions()) pairs.emplace(set[earlier].id, set[later].id);
    EXPECT_EQ(pairs, (std::set<std::pair<std::string, std::string>>{
                         {"korea-2021", "korea-2023"}, {"korea-2050-a", "korea-2050-b"}}));
}

// As the press reported them on the day of adoption.
TEST(ProvincialPlans, LeaveWhatTheReportsLeaveOpen) {
    const PlanSet set(
        {shipped("korea-2023"), shipped("jeonnam-2024"), shipped("gyeongnam-2024"), shipped("gyeonggi-2024")});
    const auto found = lint(set, {2026, 11, 1});
    std::map<std::string, const RuleFinding*> by_plan;
    for (const auto& finding : found.findings)
        if (finding.rule == "A1") by_plan[set[finding.plan].id] = &finding;
    ASSERT_EQ(by_plan.size(), 1U);
    ASSERT_EQ(by_plan.count("jeonnam-2024"), 1U);
    EXPECT_NEAR(by_plan.at("jeonnam-2024")->figure / million, 9.80 - 11.33, 1e-6);
    for (const auto& finding : found.findings)
        EXPECT_FALSE(finding.rule == "A3" && finding.place.column == "cut") << sentence(finding, set, Language::en);
    const auto cuts = four_bases(shipped("gyeongnam-2024"), 2018, 2030);
    EXPECT_NEAR(cuts.at(Coverage::gross, Coverage::gross), 0.225, 5e-4);
    EXPECT_NEAR(cuts.at(Coverage::gross, Coverage::net), 0.404, 5e-4);
}

}  // namespace
}  // namespace ecumene::governance
