#include "pipeline/stored_run.hpp"

#include <chrono>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "pipeline/run_exports.hpp"
#include "pipeline/run_folder.hpp"
#include "pipeline/run_plans.hpp"
#include "pipeline/run_scenario.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/target_folder.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

struct Stored {
    fs::path folder;
    RunRecord record;
    dataset::Dataset data;
    dataset::Scenario scenario;
    Findings findings;
};

Stored stored(const std::string& run, const std::string& package_argument, const Session& session) {
    const auto runs = session.runs.empty() ? session.places.working_folder / "runs" : session.runs;
    Stored found;
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

Answer written(
    const std::string& verb, const Bilingual& label, const fs::path& file, Stored found, const Session& session) {
    Answer answer;
    answer.verb = verb;
    answer.findings = std::move(found.findings);
    answer.result = files::Value::object().set("run", found.record.key.name()).set("file", file.string());
    Sheet sheet(session);
    sheet.field(label, session.style().accent(shown(file, session)));
    answer.screen = sheet.text();
    if (!answer.findings.all().empty()) answer.screen += screen_of(answer.findings, session);
    return answer;
}

}  // namespace

Answer report(const ReportRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    auto found = stored(request.run, request.package, session);
    const auto file = request.output.empty() ? found.folder / "report.html" : request.output;
    write_report(file, found.record, found.data, found.scenario,
        request.language.value_or(report_language(found.data.settings())));
    auto answer = written("report", {"Report", "보고서"}, file, std::move(found), session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

Answer export_run(const ExportRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    if (request.format != "iamc" && request.format != "pypsa" && request.format != "plans")
        throw WrongUse(
            compose("there is no export format '{}'", {request.format}), "the formats are iamc, pypsa and plans");
    const bool is_network = request.format == "pypsa", is_plans = request.format == "plans";
    auto found = stored(request.run, request.package, session);
    auto file = request.output;
    if (file.empty()) {
        const auto folder = fs::absolute(found.folder).lexically_normal();
        file = folder.parent_path().parent_path() / "export" /
               (found.record.key.name() + (is_network    ? "-pypsa"
                                              : is_plans ? "-plans"
                                                         : "-iamc.csv"));
    }
    if (is_network || is_plans) refuse_filled_folder(file);
    if (file.has_parent_path()) fs::create_directories(file.parent_path());
    if (is_network)
        write_pypsa(file, found.record, found.data, found.scenario);
    else if (is_plans)
        write_plans(file, found.record, found.data);
    else
        write_iamc(file, found.record, found.data, found.scenario);
    const Bilingual label = is_network ? Bilingual{"PyPSA", "PyPSA"}
                            : is_plans ? Bilingual{"Plans", "계획"}
                                       : Bilingual{"IAMC", "IAMC"};
    auto answer = written("export", label, file, std::move(found), session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
