// What holds for all rules: dates, suppressions, what cannot be judged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "governance/lint.hpp"
#include "invented_plans.hpp"

namespace ecumene::governance {
namespace {

using testing::HasSubstr;

std::vector<std::string> rules_broken(const Lint& found) {
    std::vector<std::string> rules;
    for (const auto& finding : found.findings)
        if (rules.empty() || rules.back() != finding.rule) rules.push_back(finding.rule);
    return rules;
}

void drop_2035(PlanDocument& nation) {
    std::vector<Target> kept;
    for (const auto& target : nation.targets)
        if (target.year <= 2030) kept.push_back(target);
    nation.targets = kept;
    for (const auto& sector : nation.emissions.sectors())
        for (int year = 2031; year <= 2050; ++year) nation.emissions.set(Series::target, sector, year, blank, 0);
}

TEST(RuleSets, SwitchWithTheLawInMarch2027) {
    auto plans = invented_plans();
    drop_2035(plans.front());
    const PlanSet set(std::move(plans));
    EXPECT_TRUE(rules_broken(lint(set, {2027, 3, 8})).empty());
    const auto after = lint(set, {2027, 3, 9});
    EXPECT_EQ(rules_broken(after), std::vector<std::string>{"P3"});
    EXPECT_EQ(after.findings.size(), 3U);  // 2035, 2040, 2045
    EXPECT_EQ(after.findings.front().force, Force::statutory);
    EXPECT_THAT(after.findings.front().message.en, HasSubstr("at least 53.0 % against 2018"));
    EXPECT_THAT(after.findings.front().message.ko, HasSubstr("2035년 순배출량 목표가 없습니다"));
    EXPECT_EQ(rule_book().in_force("P3", {2027, 3, 9})->citation().ko, "탄소중립기본법 제8조 (법률 제21893호)");
}

TEST(RuleSets, KnowTheSectorTargetsDueInJune2027) {
    const PlanSet set(invented_plans());
    EXPECT_TRUE(lint(set, {2027, 6, 30}).findings.empty());
    const auto late = lint(set, {2027, 7, 1});
    ASSERT_EQ(late.findings.size(), 1U);
    EXPECT_EQ(late.findings.front().rule, "T1");
    EXPECT_EQ(set[late.findings.front().plan].scope, Scope::nation);
}

TEST(RuleSets, AskForARevisionSixMonthsAfterThePlanAbove) {
    auto plans = invented_plans();
    plans.front().adopted = Date{2027, 4, 1};
    plans.front().procedures.push_back(
        {.procedure = "sector_targets_2035", .year = 2027, .done = Date{2027, 4, 1}, .reason = {}, .row = 4});
    const PlanSet set(std::move(plans));
    EXPECT_TRUE(lint(set, {2027, 10, 1}).findings.empty());
    const auto late = lint(set, {2027, 10, 2});
    ASSERT_EQ(late.findings.size(), 2U);  // both provinces; municipalities wait for them
    EXPECT_THAT(late.findings.front().message.en, HasSubstr("due on 2027-10-01, not done"));
    EXPECT_THAT(late.findings.front().message.ko, HasSubstr("상위 계획 변경에 따른 계획 변경"));
}

const RuleFinding* finding_of(const Lint& found, const std::string& rule) {
    const auto at = std::find_if(
        found.findings.begin(), found.findings.end(), [&](const RuleFinding& finding) { return finding.rule == rule; });
    return at == found.findings.end() ? nullptr : &*at;
}

// 2026 on the straight line from the inventory of 2018 to the target of 2026 is that target; one sector lies above it.
PlanDocument with_missed_target(PlanDocument nation) {
    for (const auto& sector : nation.sectors)
        nation.inventory.set(
            Series::history, sector.sector, 2026, nation.amount(Series::target, sector.sector, 2026), 2);
    nation.inventory.set(Series::history, "transport", 2026, nation.amount(Series::target, "transport", 2026) + 2e6, 3);
    return nation;
}

TEST(RuleSets, WantARemedialPlanWithinSixtyDaysOfAMiss) {
    auto plans = invented_plans();
    plans.front() = with_missed_target(plans.front());
    const auto said = [&] { return lint(PlanSet(plans), invented_day); };
    const auto unknown = said();
    ASSERT_EQ(unknown.findings.size(), 1U);
    EXPECT_EQ(unknown.findings.front().severity, Severity::warning);
    EXPECT_THAT(unknown.findings.front().message.en, HasSubstr("(2026, by 2.00 Mt): due 60 days after the miss"));
    EXPECT_THAT(unknown.findings.front().message.ko, HasSubstr("(2026년, 2.00백만 t): 미달이 확인된 날부터 60일"));

    auto& procedures = plans.front().procedures;
    procedures.push_back(
        {.procedure = "target_missed", .year = 2026, .done = Date{2027, 4, 1}, .reason = {}, .row = 9});
    const auto open = said();
    ASSERT_EQ(open.findings.size(), 1U);
    EXPECT_EQ(open.findings.front().severity, Severity::error);
    EXPECT_THAT(
        open.findings.front().message.en, HasSubstr("due on 2027-05-31, no record that it was done; 1 day ago"));

    procedures.push_back(
        {.procedure = "remedial_plan", .year = 2026, .done = Date{2027, 5, 31}, .reason = {}, .row = 10});
    EXPECT_TRUE(said().findings.empty());
    procedures.back().done = Date{2027, 6, 1};
    const auto late = said();
    ASSERT_NE(finding_of(late, "T1"), nullptr);
    EXPECT_THAT(finding_of(late, "T1")->message.ko, HasSubstr("기한 2027-05-31, 이행 2027-06-01, 1일 늦음"));
}

TEST(RuleSets, HaveNoRuleBeforeTheLaw) {
    EXPECT_TRUE(lint(PlanSet(invented_plans()), {2020, 1, 1}).rules_in_force.empty());
}

TEST(Suppressions, KeepTheFindingWithItsReasonAndDoNotCount) {
    auto plans = invented_plans();
    plans.front().indicators.front().update_month = 9;
    plans.front().suppressions.push_back({.rule = "I1",
        .item = plans.front().indicators.front().indicator,
        .reason = "the register closes in August",
        .by = "climate division",
        .until = {},
        .row = 2});
    const auto found = lint(PlanSet(std::move(plans)), invented_day);
    ASSERT_EQ(found.findings.size(), 1U);
    EXPECT_EQ(found.findings.front().suppressed_because, "the register closes in August");
    EXPECT_EQ(found.suppressed(), 1U);
    EXPECT_FALSE(found.has_errors());
}

TEST(Suppressions, ThatServeNothingAreListed) {
    auto plans = invented_plans();
    plans.front().suppressions = {{.rule = "I1", .item = {}, .reason = "r", .by = "b", .until = {}, .row = 2},
        {.rule = "Z9", .item = {}, .reason = "r", .by = "b", .until = {}, .row = 3},
        {.rule = "A1", .item = {}, .reason = "r", .by = "b", .until = Date{2026, 1, 1}, .row = 4}};
    const auto found = lint(PlanSet(std::move(plans)), invented_day);
    ASSERT_EQ(found.idle_suppressions.size(), 3U);
    EXPECT_EQ(found.idle_suppressions[0].why.en, "nothing breaks the rule");
    EXPECT_EQ(found.idle_suppressions[1].why.en, "there is no such rule");
    EXPECT_EQ(found.idle_suppressions[2].why.en, "it ran out on 2026-01-01");
}

TEST(RegionsAddUp, IsNotJudgedWhereAPlanIsMissing) {
    auto plans = invented_plans();
    plans.erase(plans.begin() + 1);
    const auto found = lint(PlanSet(std::move(plans)), invented_day);
    const auto note = std::find_if(
        found.findings.begin(), found.findings.end(), [](const RuleFinding& finding) { return finding.rule == "A2"; });
    ASSERT_NE(note, found.findings.end());
    EXPECT_EQ(note->severity, Severity::note);
    EXPECT_THAT(note->message.en, HasSubstr("1 of 2 regions below have no plan here (P00 first)"));
    EXPECT_FALSE(found.has_errors());
}

TEST(RegionsAddUp, NamesThePlanThatIsSilent) {
    auto plans = invented_plans();
    plans.back().emissions.set(Series::target, "transport", 2030, blank, 0);
    const PlanSet set(std::move(plans));
    const auto found = lint(set, invented_day);
    const auto silent = std::find_if(
        found.findings.begin(), found.findings.end(), [](const RuleFinding& finding) { return finding.rule == "A2"; });
    ASSERT_NE(silent, found.findings.end());
    EXPECT_EQ(silent->plan, set.size() - 1);
    EXPECT_THAT(silent->message.en, HasSubstr("does not say its transport"));
}

TEST(OtherPlans, MustCiteTheCarbonPlanInForce) {
    auto plans = invented_plans();
    auto territorial = invented_megaregion_plan(plans.front());
    territorial.kind = PlanKind::territorial;
    territorial.links.front().adopted = Date{2023, 4, 11};
    territorial.links.front().target = "whole-2030";
    territorial.links.front().cut = 35.0;
    plans.push_back(territorial);
    const auto found = lint(PlanSet(std::move(plans)), invented_day);
    ASSERT_EQ(found.findings.size(), 2U);
    EXPECT_THAT(
        found.findings[0].message.en, HasSubstr("as adopted on 2023-04-11; in force is the version of 2025-12-01"));
    EXPECT_THAT(found.findings[1].message.en, HasSubstr("it cites a cut of 35.0 % for 'whole-2030'"));
}

}  // namespace
}  // namespace ecumene::governance
