// The published national targets, as they ship in data/plans.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

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

TEST(Scenarios2050, KeepBlankWhatWasNotRead) {
    const auto plan = shipped("korea-2050-b");
    EXPECT_NEAR(plan.amount(Series::target, "power", 2050) / million, 20.7, 1e-9);
    EXPECT_TRUE(is_blank(plan.amount(Series::target, "capture", 2050)));
    EXPECT_TRUE(sum_of_sectors(plan, plan.emissions, Series::target, 2050, Coverage::net).has_blank);
}

}  // namespace
}  // namespace ecumene::governance
