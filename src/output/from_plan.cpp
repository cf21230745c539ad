#include "output/from_plan.hpp"

#include <utility>

#include "core/version.hpp"

namespace ecumene::output {

namespace {

const Frame* find_table(const std::vector<Frame>& tables, std::string_view name) {
    for (const auto& table : tables)
        if (table.name() == name) return &table;
    return nullptr;
}

std::vector<Proof> proofs_of(const dataset::Scenario& scenario, const planning::Plan& plan) {
    std::vector<Proof> proofs;
    const bool is_by_year = plan.certificates.size() == scenario.years.size() && plan.certificates.size() > 1;
    for (std::size_t i = 0; i < plan.certificates.size(); ++i)
        proofs.push_back({is_by_year ? std::to_string(scenario.years[i]) : "all", plan.backend, plan.certificates[i]});
    return proofs;
}

}  // namespace

ReportInput report_input(
    const dataset::Dataset& data, const dataset::Scenario& scenario, const planning::Plan& plan, std::string run) {
    ReportInput input;
    input.settings = data.settings();
    input.regions = data.regions();
    input.groups = data.groups();
    input.package = [&data](std::string_view name) { return data.has(name) ? &data.table(name) : nullptr; };
    input.plan = [&plan](std::string_view name) { return find_table(plan.tables, name); };
    input.scenario = scenario.name;
    input.title = scenario.title;
    input.about = scenario.about;
    input.run = std::move(run);
    input.version = std::string(version);
    input.outcome = plan.outcome;
    input.detail = plan.detail;
    input.proofs = proofs_of(scenario, plan);
    input.conflicts = plan.conflicts;
    input.time_text = plan.time_text;
    input.is_myopic = scenario.foresight == dataset::Foresight::myopic;
    return input;
}

}  // namespace ecumene::output
