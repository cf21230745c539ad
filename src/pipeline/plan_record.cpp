#include "pipeline/plan_record.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;
using planning::Outcome;

constexpr std::array<std::pair<Outcome, const char*>, 6> outcomes{
    {{Outcome::optimal, "optimal"}, {Outcome::exploring, "exploring"}, {Outcome::infeasible, "infeasible"},
        {Outcome::limit, "limit"}, {Outcome::cancelled, "cancelled"}, {Outcome::failed, "failed"}}};

Outcome outcome_named(const std::string& name) {
    for (const auto& [outcome, word] : outcomes)
        if (name == word) return outcome;
    throw Error(ErrorKind::input, compose("plan.json names an outcome '{}' that there is not", {name}));
}

// Written as JSON a number that is none becomes null: this is the way back.
double number_of(const Value& value, double otherwise) {
    return value.is_null() ? otherwise : value.as_number();
}

Value conflict_value(const planning::Conflict& conflict) {
    auto value = Value::object();
    value.set("policy", conflict.policy).set("region", conflict.region).set("year", conflict.year);
    value.set("amount", conflict.amount).set("unit", conflict.unit).set("sentence", both(conflict.sentence));
    return value;
}

planning::Conflict conflict_of(const Value& value) {
    return {.policy = value.at("policy").as_text(),
        .region = value.at("region").as_text(),
        .year = static_cast<int>(value.at("year").as_integer()),
        .amount = number_of(value.at("amount"), blank),
        .unit = value.at("unit").as_text(),
        .sentence = both_of(value.at("sentence"))};
}

Value kept_table(const Frame& table) {
    auto columns = Value::list();
    for (const auto& column : table.columns()) {
        auto entry = Value::object();
        entry.set("name", column.name)
            .set("kind", column.kind == Frame::Kind::text ? "text" : "number")
            .set("unit", column.unit);
        columns.add(std::move(entry));
    }
    return Value::object().set("name", table.name()).set("rows", table.rows()).set("columns", std::move(columns));
}

Frame table_of(const Value& value) {
    std::vector<Frame::Column> columns;
    for (const auto& column : value.at("columns").items()) {
        const bool is_text = column.at("kind").as_text() == "text";
        columns.push_back(is_text ? text_column(column.at("name").as_text())
                                  : number_column(column.at("name").as_text(), column.at("unit").as_text()));
    }
    return {value.at("name").as_text(), std::move(columns)};
}

Value violation_value(const solver::Violation& violation) {
    return Value::object().set("name", violation.name).set("amount", violation.amount).set("unit", violation.unit);
}

solver::Violation violation_of(const Value& value) {
    return {value.at("name").as_text(), number_of(value.at("amount"), blank), value.at("unit").as_text()};
}

solver::Certificate certificate_of(const Value& value) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    solver::Certificate c;
    c.primal = number_of(value.at("primal"), infinite);
    c.dual = number_of(value.at("dual"), infinite);
    c.gap = number_of(value.at("gap"), infinite);
    c.integrality = number_of(value.at("integrality"), infinite);
    c.objective = number_of(value.at("objective"), infinite);
    c.dual_objective = number_of(value.at("dual_objective"), infinite);
    c.has_duals = value.at("has_duals").as_boolean();
    c.worst_primal = violation_of(value.at("worst_primal"));
    c.worst_dual = violation_of(value.at("worst_dual"));
    return c;
}

void add_measures(const solver::Certificate& c, Value& entry) {
    entry.set("primal", c.primal).set("dual", c.dual).set("gap", c.gap).set("integrality", c.integrality);
    entry.set("objective", c.objective).set("dual_objective", c.dual_objective).set("has_duals", c.has_duals);
    entry.set("worst_primal", violation_value(c.worst_primal)).set("worst_dual", violation_value(c.worst_dual));
}

}  // namespace

std::string name_of(Outcome outcome) {
    for (const auto& [known, word] : outcomes)
        if (known == outcome) return word;
    return "failed";
}

Value plan_value(const planning::Plan& plan) {
    auto conflicts = Value::list();
    for (const auto& conflict : plan.conflicts) conflicts.add(conflict_value(conflict));
    auto tables = Value::list();
    for (const auto& table : plan.tables) tables.add(kept_table(table));
    auto size = Value::object();
    size.set("rows", plan.size.rows)
        .set("columns", plan.size.columns)
        .set("entries", plan.size.entries)
        .set("snapshots", plan.size.snapshots);
    auto value = Value::object();
    value.set("outcome", name_of(plan.outcome)).set("detail", plan.detail).set("backend", plan.backend);
    value.set("objective", plan.objective).set("objective_unit", "MKRW, discounted to the first year");
    value.set("size", std::move(size)).set("time_text", both(plan.time_text));
    value.set("conflicts", std::move(conflicts)).set("tables", std::move(tables));
    return value;
}

Value certificate_value(const planning::Plan& plan, const std::vector<std::string>& stages) {
    auto list = Value::list();
    for (std::size_t i = 0; i < plan.certificates.size(); ++i) {
        auto entry = Value::object();
        entry.set("solve", i < stages.size() ? stages[i] : std::to_string(i + 1));
        add_measures(plan.certificates[i], entry);
        list.add(std::move(entry));
    }
    auto worst = Value::object();
    add_measures(plan.worst_certificate(), worst);
    return worst.set("about", "computed on the problem as written, outside the solver").set("solves", std::move(list));
}

Value certificate_value(const solver::Certificate& certificate) {
    auto value = Value::object();
    value.set("about", "computed on the problem as written, outside the solver");
    add_measures(certificate, value);
    return value;
}

planning::Plan plan_of(const Value& value, const Value& certificates) {
    planning::Plan plan;
    plan.outcome = outcome_named(value.at("outcome").as_text());
    plan.detail = value.at("detail").as_text();
    plan.backend = value.at("backend").as_text();
    plan.objective = number_of(value.at("objective"), blank);
    const auto& size = value.at("size");
    plan.size = {size.at("rows").as_integer(), size.at("columns").as_integer(), size.at("entries").as_integer(),
        size.at("snapshots").as_integer()};
    plan.time_text = both_of(value.at("time_text"));
    for (const auto& conflict : value.at("conflicts").items()) plan.conflicts.push_back(conflict_of(conflict));
    for (const auto& table : value.at("tables").items()) plan.tables.push_back(table_of(table));
    for (const auto& certificate : certificates.at("solves").items())
        plan.certificates.push_back(certificate_of(certificate));
    return plan;
}

}  // namespace ecumene::pipeline
