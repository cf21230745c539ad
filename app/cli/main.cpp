// The program `ecumene`: reads the command line, hands the request to the pipeline, prints the answer. No logic of its own.
#include <unistd.h>

#include <exception>
#include <iostream>
#include <optional>
#include <variant>

#include "arguments.hpp"
#include "help.hpp"
#include "interrupt.hpp"
#include "pipeline/about.hpp"
#include "pipeline/process.hpp"
#include "pipeline/progress_display.hpp"
#include "surroundings.hpp"

namespace ecumene::cli {
namespace {

using pipeline::Answer;
using pipeline::Exit;
using pipeline::Session;

Answer help(const HelpRequest& request, const Session& session) {
    Answer answer;
    answer.verb = "help";
    answer.screen = help_text(request.verb, session.language);
    answer.result = files::Value::object().set("text", answer.screen);
    return answer;
}

// One overload per request.
struct Verbs {
    const Session& session;
    Answer operator()(const HelpRequest& request) const { return help(request, session); }
    Answer operator()(const VersionRequest&) const { return pipeline::about(session); }
    Answer operator()(const pipeline::CheckRequest& request) const { return pipeline::check(request, session); }
    Answer operator()(const pipeline::NewRequest& request) const { return pipeline::new_project(request, session); }
    Answer operator()(const pipeline::DiagnoseRequest& request) const { return pipeline::diagnose(request, session); }
    Answer operator()(const pipeline::CentresRequest& request) const { return pipeline::centres(request, session); }
    Answer operator()(const pipeline::StructureRequest& request) const { return pipeline::structure(request, session); }
    Answer operator()(const pipeline::PlanRequest& request) const { return pipeline::plan(request, session); }
    Answer operator()(const pipeline::SolveRequest& request) const { return pipeline::solve(request, session); }
    Answer operator()(const pipeline::ReportRequest& request) const { return pipeline::report(request, session); }
    Answer operator()(const pipeline::ExportRequest& request) const { return pipeline::export_run(request, session); }
    Answer operator()(const pipeline::LintRequest& request) const { return pipeline::lint(request, session); }
    Answer operator()(const pipeline::TrackRequest& request) const { return pipeline::track(request, session); }
    Answer operator()(const server::StudioRequest& request) const {
        return server::serve(request, session, watch_interrupts(), std::cerr);
    }
};

Session session_of(const Arguments& arguments, const Terminal& out) {
    Session session;
    session.places = pipeline::surroundings();
    session.runs = arguments.runs;
    session.language = arguments.language.value_or(language_of_the_user());
    session.colour = arguments.shape == Shape::json ? pipeline::Colour::off : out.colour;
    session.width = out.width;
    return session;
}

Answer run(const Arguments& arguments, Session session) {
    const auto terminal = terminal_of(STDERR_FILENO);
    const auto& cancelled = watch_interrupts();
    std::optional<pipeline::ProgressDisplay> display;
    std::optional<pipeline::QuietProgress> quiet;
    if (arguments.talk == Talk::normal) {
        display.emplace(pipeline::DisplaySettings{.is_terminal = terminal.is_terminal,
                            .language = session.language,
                            .colour = terminal.colour,
                            .width = terminal.width},
            std::cerr, cancelled);
        session.progress = &*display;
    } else {
        session.progress = &quiet.emplace(cancelled);
    }
    try {
        return std::visit(Verbs{session}, arguments.request);
    } catch (...) {
        return pipeline::answer_of(arguments.verb, std::current_exception(), session);
    }
}

bool is_for_stdout(const Answer& answer) {
    const bool is_a_judgement = answer.status == pipeline::Status::infeasible || answer.verb == "check" ||
                                (answer.verb == "lint" && answer.status == pipeline::Status::findings);
    return answer.exit == Exit::done || is_a_judgement;
}

void print(const Answer& answer, const Arguments& arguments, Language language) {
    if (arguments.shape == Shape::json)
        std::cout << pipeline::json(answer, language);
    else if (!is_for_stdout(answer))
        std::cerr << answer.screen;
    else if (arguments.talk == Talk::normal)
        std::cout << answer.screen;
    std::cout.flush();
}

void open_report(const Answer& answer, const Session& session) {
    const auto* report = answer.result.find(answer.verb == "report" ? "file" : "report");
    if (report == nullptr || !report->is_text() || pipeline::open_for_the_user(report->as_text())) return;
    std::cerr << session.in({"there is no program here to open the report with (xdg-open)",
                     "보고서를 열 프로그램이 없습니다 (xdg-open)"})
              << '\n';
}

int run_program(int argc, const char* const* argv) {
    const auto out = terminal_of(STDOUT_FILENO);
    auto arguments = first_look(argc, argv);
    auto session = session_of(arguments, out);
    Answer answer;
    try {
        arguments = parse_arguments(argc, argv);
        session = session_of(arguments, out);
        answer = run(arguments, session);
    } catch (...) {
        answer = pipeline::answer_of(arguments.verb, std::current_exception(), session);
    }
    print(answer, arguments, session.language);
    if (arguments.opens_report && answer.exit == Exit::done) open_report(answer, session);
    if (!std::cout) {
        std::cerr << session.in(
                         {"the answer could not be written to standard output", "표준 출력에 결과를 쓸 수 없습니다"})
                  << '\n';
        return static_cast<int>(Exit::environment);
    }
    return answer.exit_code();
}

}  // namespace
}  // namespace ecumene::cli

int main(int argc, char** argv) {
    ecumene::pipeline::prepare_process();
    return ecumene::cli::run_program(argc, argv);
}
