#include "pipeline/lint_result.hpp"

#include <cmath>

#include "governance/plan/plan_settings.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

Value plan_value(const governance::PlanSet& plans, std::size_t at) {
    const auto& plan = plans[at];
    auto value = Value::object();
    value.set("id", plan.id).set("title", both(plan.title)).set("folder", plan.place);
    value.set("scope", word_of(plan.scope)).set("kind", word_of(plan.kind)).set("region", plan.region);
    value.set("adopted", plan.adopted ? Value(date_text(*plan.adopted)) : Value());
    value.set("current", static_cast<bool>(plans.is_current(at)));
    return value;
}

Value finding_value(const governance::RuleFinding& finding, const governance::PlanSet& plans, governance::Date day) {
    auto value = Value::object();
    value.set("rule", finding.rule).set("force", word_of(finding.force)).set("plan", plans[finding.plan].id);
    value.set("table", finding.place.table).set("row", finding.place.row).set("column", finding.place.column);
    value.set("item", finding.place.item).set("message", both(finding.message));
    value.set("remedy", both(finding.remedy)).set("figure", finding.figure).set("unit", finding.unit);
    value.set("citation", both(governance::rule_book().in_force(finding.rule, day)->citation()));
    if (finding.is_suppressed())
        value.set("suppressed_because", finding.suppressed_because).set("suppressed_by", finding.suppressed_by);
    return value;
}

Value rules_value(const governance::Lint& lint) {
    auto rules = Value::list();
    const auto& book = governance::rule_book();
    for (const auto& name : lint.rules_in_force) {
        const auto* version = book.in_force(name, lint.day);
        auto rule = Value::object();
        rule.set("rule", name).set("title", both(book.find(name)->title)).set("force", word_of(version->force));
        rule.set("from", date_text(version->from)).set("citation", both(version->citation()));
        rules.add(std::move(rule));
    }
    return rules;
}

Value node_value(const governance::RollUpNode& node, const governance::PlanSet& plans) {
    auto below = Value::list(), missing = Value::list(), without = Value::list(), residuals = Value::list();
    for (const auto at : node.below) below.add(plans[at].id);
    for (const auto& region : node.missing) missing.add(region);
    for (const auto& sector : node.without_crossing) without.add(sector);
    for (const auto& cell : node.cells) {
        auto value = Value::object();
        value.set("series", word_of(cell.series)).set("sector", cell.sector).set("year", cell.year);
        value.set("own", cell.own).set("below", cell.below).set("unallocated", cell.unallocated);
        value.set("residual", cell.residual());
        residuals.add(std::move(value));
    }
    auto value = Value::object();
    value.set("plan", plans[node.plan].id).set("below", std::move(below)).set("missing", std::move(missing));
    value.set("without_crossing", std::move(without))
        .set("cuts", cuts_value(node.own))
        .set("cuts_below", cuts_value(node.sum));
    value.set("cells", std::move(residuals));
    return value;
}

Value versions_value(const governance::Lint& lint, const governance::PlanSet& plans) {
    auto all = Value::list();
    for (const auto& comparison : lint.versions) {
        auto lines = Value::list();
        for (const auto& line : comparison.lines) {
            auto value = Value::object();
            value.set("series", word_of(line.series)).set("sector", line.sector).set("name", both(line.name));
            value.set("year", line.year)
                .set("earlier", line.earlier)
                .set("later", line.later)
                .set("change", line.change());
            lines.add(std::move(value));
        }
        auto value = Value::object();
        value.set("earlier", plans[comparison.earlier].id).set("later", plans[comparison.later].id);
        value.set("net_change", comparison.net_change()).set("absolute_change", comparison.absolute_change());
        value.set("lines", std::move(lines));
        all.add(std::move(value));
    }
    return all;
}

}  // namespace

Value cuts_value(const governance::FourBases& cuts) {
    auto value = Value::object();
    value.set("base_year", cuts.base_year).set("year", cuts.year);
    value.set("gross_gross", cuts.at(governance::Coverage::gross, governance::Coverage::gross));
    value.set("gross_net", cuts.at(governance::Coverage::gross, governance::Coverage::net));
    value.set("net_gross", cuts.at(governance::Coverage::net, governance::Coverage::gross));
    value.set("net_net", cuts.at(governance::Coverage::net, governance::Coverage::net));
    return value;
}

std::string word_of(governance::Force force) {
    return force == governance::Force::statutory ? "statutory" : "recommended";
}

Value lint_result(const governance::Lint& lint, const FoundPlans& found) {
    auto plans = Value::list(), findings = Value::list(), suppressed = Value::list(), idle = Value::list(),
         roll_up = Value::list();
    for (std::size_t i = 0; i < found.set.size(); ++i) plans.add(plan_value(found.set, i));
    for (const auto& finding : lint.findings)
        (finding.is_suppressed() ? suppressed : findings).add(finding_value(finding, found.set, lint.day));
    for (const auto& one : lint.idle_suppressions) {
        auto value = Value::object();
        value.set("plan", found.set[one.plan].id).set("rule", one.suppression.rule).set("item", one.suppression.item);
        value.set("row", one.suppression.row).set("why", both(one.why));
        idle.add(std::move(value));
    }
    for (const auto& node : lint.sums.nodes) roll_up.add(node_value(node, found.set));
    auto result = Value::object();
    result.set("date", date_text(lint.day)).set("plans", std::move(plans)).set("unreadable", found.unreadable);
    result.set("rules", rules_value(lint)).set("rule_findings", std::move(findings));
    result.set("suppressed", std::move(suppressed)).set("idle_suppressions", std::move(idle));
    result.set("roll_up", std::move(roll_up)).set("versions", versions_value(lint, found.set));
    return result;
}

}  // namespace ecumene::pipeline
