// How plans stand, gathered from findings.
#include <gtest/gtest.h>

#include "governance/agreement.hpp"
#include "invented_plans.hpp"

namespace ecumene::governance {
namespace {

TEST(Agreement, CountsFindingsByTopicAndLeavesAcceptedOnesOut) {
    auto plans = invented_plans();
    plans.back().procedures.clear();
    plans.back().basis.gwp.clear();
    const auto last = plans.size() - 1;
    const PlanSet set(plans);
    const Agreement agreement(lint(set, invented_day), set);
    EXPECT_EQ(agreement.of(last, Topic::links).standing(), Standing::differs);
    EXPECT_EQ(agreement.of(last, Topic::contents).errors, 1U);
    EXPECT_EQ(agreement.of(last, Topic::sums).standing(), Standing::agrees);
    EXPECT_EQ(agreement.of(last, Topic::all).errors, agreement.of(last, Topic::links).errors + 1U);
    EXPECT_EQ(agreement.of(0, Topic::all).standing(), Standing::agrees);

    plans.back().suppressions.push_back(
        {.rule = "D1", .item = {}, .reason = "known", .by = "x", .until = {}, .row = 2});
    const PlanSet accepted(plans);
    EXPECT_EQ(Agreement(lint(accepted, invented_day), accepted).of(last, Topic::contents).errors, 0U);
}

TEST(Agreement, EveryRuleHasATopicOfItsOwn) {
    for (const auto& rule : rule_book().rules) EXPECT_NE(topic_of(rule.rule), Topic::all) << rule.rule;
    EXPECT_EQ(topic_of("A2"), Topic::sums);
    EXPECT_EQ(topic_of("K2"), Topic::contents);
}

}  // namespace
}  // namespace ecumene::governance
