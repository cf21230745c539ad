#include "pipeline/open_run.hpp"

#include "core/error.hpp"

namespace ecumene::pipeline {
namespace {

dataset::Scenario scenario_of(const RunRecord& record, const dataset::Dataset& data, Findings& findings) {
    dataset::Scenario scenario;
    try {
        scenario = dataset::load_scenario(data, record.inputs.scenario);
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

}  // namespace

OpenRun open_run(const std::string& run, const std::string& package_argument, const Session& session) {
    const auto runs = session.runs.empty() ? session.places.working_folder / "runs" : session.runs;
    OpenRun found;
    found.folder = find_run(run, runs);
    found.record = read_run(found.folder);
    const auto package = package_argument.empty()
                             ? package_of_run(found.folder, found.record.inputs.package_name, session.places)
                             : find_package(package_argument, session.places);
    found.data = dataset::load(package.folder);
    if (found.data.digest() != found.record.inputs.package_digest)
        found.findings.warning({.severity = Severity::warning,
            .code = "package_changed",
            .file = {},
            .row = 0,
            .column = {},
            .message = "the package has changed since this run: its figures stay, names and sources come from the "
                       "package as it is now",
            .remedy = "plan again to bring both together"});
    found.scenario = scenario_of(found.record, found.data, found.findings);
    return found;
}

}  // namespace ecumene::pipeline
