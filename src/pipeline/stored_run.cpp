#include "pipeline/stored_run.hpp"

#include <chrono>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "pipeline/open_run.hpp"
#include "pipeline/run_exports.hpp"
#include "pipeline/run_folder.hpp"
#include "pipeline/run_plans.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/target_folder.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

Answer written(
    const std::string& verb, const Bilingual& label, const fs::path& file, OpenRun found, const Session& session) {
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
    auto found = open_run(request.run, request.package, session);
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
    auto found = open_run(request.run, request.package, session);
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
