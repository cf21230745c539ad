#include "pipeline/open_run.hpp"

#include "pipeline/run_scenario.hpp"

namespace ecumene::pipeline {

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
    found.scenario = scenario_of_run(found.record, found.data, package.own_scenarios, found.findings);
    return found;
}

}  // namespace ecumene::pipeline
