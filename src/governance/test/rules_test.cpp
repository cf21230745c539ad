// Each rule: a set that passes, a fault that is found and said in both languages, and the border that still passes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "governance/lint.hpp"
#include "governance/rules/all_rules.hpp"
#include "invented_plans.hpp"
#include "rule_cases.hpp"
#include "rule_faults.hpp"

namespace ecumene::governance {
namespace {

using testing::HasSubstr;

std::vector<RuleFinding> of_rule(const Lint& found, const std::string& rule) {
    std::vector<RuleFinding> some;
    std::copy_if(found.findings.begin(), found.findings.end(), std::back_inserter(some),
        [&](const RuleFinding& finding) { return finding.rule == rule; });
    return some;
}

std::string all_sentences(const Lint& found, const PlanSet& plans) {
    std::string text;
    for (const auto& finding : found.findings) text += sentence(finding, plans, Language::en) + "\n";
    return text;
}

std::string name_of_case(const testing::TestParamInfo<RuleCase>& one) {
    return one.param.rule;
}

class EachRule : public testing::TestWithParam<RuleCase> {};

TEST_P(EachRule, PassesWherePlansAgree) {
    const PlanSet plans(invented_plans());
    EXPECT_TRUE(of_rule(lint(plans, invented_day), GetParam().rule).empty());
}

TEST_P(EachRule, SaysWhatIsWrongInBothLanguages) {
    auto broken = invented_plans();
    GetParam().break_it(broken);
    const PlanSet plans(std::move(broken));
    const auto found = of_rule(lint(plans, invented_day), GetParam().rule);
    ASSERT_FALSE(found.empty());
    const auto said = std::find_if(found.begin(), found.end(),
        [&](const RuleFinding& finding) { return finding.message.en.find(GetParam().en) != std::string::npos; });
    ASSERT_NE(said, found.end()) << sentence(found.front(), plans, Language::en);
    EXPECT_THAT(said->message.ko, HasSubstr(GetParam().ko));
    EXPECT_EQ(said->place.table + ", " + said->place.column, GetParam().place);
    EXPECT_FALSE(said->remedy.en.empty());
    EXPECT_FALSE(said->remedy.ko.empty());
    EXPECT_THAT(
        sentence(*said, plans, Language::ko), HasSubstr("[" + GetParam().rule + "] " + plans[said->plan].title.ko));
}

TEST_P(EachRule, PassesOnItsBorder) {
    auto changed = invented_plans();
    GetParam().to_the_border(changed);
    const PlanSet plans(std::move(changed));
    const auto found = of_rule(lint(plans, invented_day), GetParam().rule);
    EXPECT_TRUE(found.empty()) << sentence(found.front(), plans, Language::en);
}

INSTANTIATE_TEST_SUITE_P(Rules, EachRule, testing::ValuesIn(rule_cases()), name_of_case);

std::string name_of_fault(const testing::TestParamInfo<RuleFault>& one) {
    return one.param.rule + one.param.name;
}

class EachOtherFault : public testing::TestWithParam<RuleFault> {};

TEST_P(EachOtherFault, IsSaidInBothLanguages) {
    auto broken = invented_plans();
    GetParam().break_it(broken);
    const PlanSet plans(std::move(broken));
    const auto found = of_rule(lint(plans, invented_day), GetParam().rule);
    const auto said = std::find_if(found.begin(), found.end(),
        [&](const RuleFinding& finding) { return finding.message.en.find(GetParam().en) != std::string::npos; });
    ASSERT_NE(said, found.end()) << (found.empty() ? "nothing" : sentence(found.front(), plans, Language::en));
    EXPECT_THAT(said->message.ko, HasSubstr(GetParam().ko));
    EXPECT_EQ(said->place.table + ", " + said->place.column, GetParam().place);
    EXPECT_FALSE(said->remedy.en.empty());
    EXPECT_FALSE(said->remedy.ko.empty());
}

INSTANTIATE_TEST_SUITE_P(Rules, EachOtherFault, testing::ValuesIn(rule_faults()), name_of_fault);

TEST(Rules, EachHasACaseAndAVersion) {
    for (const auto& row : rule_table()) {
        EXPECT_TRUE(std::any_of(rule_cases().begin(), rule_cases().end(), [&](const RuleCase& one) {
            return one.rule == row.rule;
        })) << row.rule;
        EXPECT_NE(rule_book().in_force(row.rule, invented_day), nullptr) << row.rule;
    }
    EXPECT_EQ(rule_table().size(), rule_book().rules.size());
}

// The whole country of invented plans, made once.
class TheWholeCountry : public testing::TestWithParam<RuleCase> {
protected:
    static const std::vector<PlanDocument>& country() {
        static const auto plans = invented_plans({.provinces = 17, .municipalities = 226});
        return plans;
    }
};

TEST_F(TheWholeCountry, GivesNoFindingWhereItIsClean) {
    const PlanSet plans(country());
    ASSERT_EQ(plans.size(), 1U + 17U + 226U);
    const auto found = lint(plans, invented_day);
    EXPECT_TRUE(found.findings.empty()) << all_sentences(found, plans);
}

TEST_P(TheWholeCountry, LetsEachRuleCatchItsSeededFault) {
    auto broken = country();
    GetParam().break_it(broken);
    const PlanSet plans(std::move(broken));
    EXPECT_FALSE(of_rule(lint(plans, invented_day), GetParam().rule).empty());
}

INSTANTIATE_TEST_SUITE_P(Rules, TheWholeCountry, testing::ValuesIn(rule_cases()), name_of_case);

}  // namespace
}  // namespace ecumene::governance
