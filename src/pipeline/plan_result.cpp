#include "pipeline/plan_result.hpp"

#include <utility>

#include "pipeline/plan_record.hpp"

namespace ecumene::pipeline {
namespace {

files::Value size_value(const planning::ProblemSize& size) {
    return files::Value::object()
        .set("rows", size.rows)
        .set("columns", size.columns)
        .set("entries", size.entries)
        .set("snapshots", size.snapshots);
}

}  // namespace

files::Value plan_result(const RunRecord& record, const RunEnding& ending, const PlanFacts& facts) {
    const auto& plan = record.plan;
    const auto whole = plan_value(plan);
    auto result = value_of(facts);
    result.set("run", ending.run)
        .set("folder", ending.folder.string())
        .set("report", (ending.folder / "report.html").string());
    result.set("package", record.inputs.package_name).set("scenario", record.inputs.scenario);
    result.set("outcome", name_of(plan.outcome)).set("objective", plan.objective).set("backend", plan.backend);
    result.set("from_folder", ending.is_from_folder).set("size", size_value(plan.size));
    result.set("conflicts", whole.at("conflicts")).set("time_text", whole.at("time_text"));
    result.set("certificate", certificate_value(plan, {}));
    return result;
}

}  // namespace ecumene::pipeline
