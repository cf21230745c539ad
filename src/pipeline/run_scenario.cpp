#include "pipeline/run_scenario.hpp"

#include "core/error.hpp"
#include "core/text.hpp"
#include "dataset/scenario_draft.hpp"

namespace ecumene::pipeline {

dataset::Scenario scenario_of_run(const RunRecord& record, const dataset::Dataset& data,
    const std::filesystem::path& own_scenarios, Findings& findings) {
    dataset::Scenario scenario;
    try {
        scenario = dataset::load_scenario(data, {.name = record.inputs.scenario, .own = own_scenarios});
    } catch (const Error& e) {
        findings.warning({.severity = Severity::warning,
            .code = "scenario_gone",
            .file = {},
            .row = 0,
            .column = {},
            .message = compose(
                "the scenario '{}' of this run can no longer be read: its title is left out", {record.inputs.scenario}),
            .remedy = e.message()});
        scenario.name = record.inputs.scenario;
    }
    scenario.regions = record.inputs.regions;
    scenario.years = record.years;
    scenario.foresight = record.is_myopic ? dataset::Foresight::myopic : dataset::Foresight::perfect;
    return scenario;
}

}  // namespace ecumene::pipeline
