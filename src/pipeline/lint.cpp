#include "pipeline/lint.hpp"

#include <chrono>

#include "core/version.hpp"
#include "files/atomic.hpp"
#include "governance/lint.hpp"
#include "output/inspection/lint_report.hpp"
#include "pipeline/lint_result.hpp"
#include "pipeline/lint_screen.hpp"
#include "pipeline/plan_folders.hpp"
#include "pipeline/plan_needs.hpp"
#include "pipeline/plan_places.hpp"
#include "pipeline/sarif.hpp"

namespace ecumene::pipeline {
namespace {

Finding told(const governance::RuleFinding& finding, const governance::PlanSet& plans, const Session& session) {
    const auto shown = plans[finding.plan].shown(finding.place.table, finding.place.row);
    return {.severity = finding.severity,
        .code = finding.rule,
        .file = shown.file,
        .row = shown.row,
        .column = finding.place.column,
        .message = session.in(finding.message),
        .remedy = session.in(finding.remedy)};
}

}  // namespace

Answer lint(const LintRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    const auto day = day_named(request.date);
    const auto found = read_plans(request.plans, session);
    session.progress->stage({"Judging", "규칙 검사"}, 0.0);
    const auto lint = governance::lint(found.set, day);
    const auto needs = plan_needs(request.run, governance::gaps_of(lint, found.set), found.set, session);

    Answer answer;
    answer.verb = "lint";
    answer.findings = found.findings;
    answer.findings.append(needs.findings);
    for (const auto& finding : lint.findings)
        if (!finding.is_suppressed()) answer.findings.add(told(finding, found.set, session));
    answer.result = lint_result(lint, found);
    if (!needs.run.empty()) answer.result.set("needs", needs_value(needs, found.set));
    if (!request.sarif.empty()) {
        files::write_file(request.sarif, sarif_text(lint, found, session.language));
        answer.result.set("sarif", request.sarif.string());
    }
    if (!request.report.empty()) {
        const output::LintReportInput input{.lint = &lint,
            .plans = &found.set,
            .version = std::string(version),
            .places = plan_places(session.places),
            .needs = {.needs = &needs.needs, .method = needs.method}};
        files::write_file(request.report, output::lint_report(input, session.language));
        answer.result.set("report", request.report.string());
    }
    if (answer.findings.has_errors()) {
        answer.status = Status::findings;
        answer.exit = Exit::findings;
    }
    answer.screen = lint_screen(lint, found, needs, session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
