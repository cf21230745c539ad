// The map of agreement: provinces at their places, municipalities in rows, every region marked with more than a colour.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "output/inspection/agreement_map.hpp"

namespace ecumene::output {
namespace {

using governance::PlanDocument;
using governance::Scope;
using testing::HasSubstr;

PlanDocument plan_of(const std::string& region, Scope scope, const std::string& parent) {
    PlanDocument plan;
    plan.id = region;
    plan.title = {"Plan of " + region, region + " 계획"};
    plan.region = region;
    plan.scope = scope;
    plan.parent = parent;
    return plan;
}

governance::RuleFinding finding_of(const std::string& rule, Severity severity, std::size_t plan) {
    governance::RuleFinding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.plan = plan;
    return finding;
}

TEST(AgreementMap, MarksRegionsByColourAndSign) {
    const governance::PlanSet plans({plan_of("N", Scope::nation, ""), plan_of("11", Scope::province, "N"),
        plan_of("11-1", Scope::municipality, "11"), plan_of("11-2", Scope::municipality, "11")});
    governance::Lint lint;
    lint.sums = governance::roll_up(plans);
    lint.findings = {finding_of("A1", Severity::error, 1), finding_of("C1", Severity::warning, 2)};
    const std::vector<TilePlace> places{{"11", {"Seoul", "서울"}, 0, 0}, {"21", {"Busan", "부산"}, 1, 1}};
    const auto html = agreement_map(lint, plans, places);
    EXPECT_THAT(html, HasSubstr("✗ 1"));
    EXPECT_THAT(html, HasSubstr("tile differs"));
    EXPECT_THAT(html, HasSubstr("! 1"));
    EXPECT_THAT(html, HasSubstr("tile doubtful"));
    EXPECT_THAT(html, HasSubstr("tile agrees"));
    EXPECT_THAT(html, HasSubstr("tile q-none"));  // Busan has no plan here
    EXPECT_THAT(html, HasSubstr("Below Plan of 11"));
    EXPECT_THAT(html, HasSubstr("지역 코드 순서이며 실제 위치가 아닙니다"));
}

TEST(AgreementMap, IsEmptyWithoutRegionsToLayOut) {
    const governance::PlanSet plans({plan_of("N", Scope::nation, "")});
    governance::Lint lint;
    lint.sums = governance::roll_up(plans);
    EXPECT_EQ(agreement_map(lint, plans, {}), "");
}

}  // namespace
}  // namespace ecumene::output
