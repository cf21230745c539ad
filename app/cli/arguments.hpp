// The command line as typed requests: the only file beside arguments.cpp that knows of options.
//
//     const Arguments arguments = parse_arguments(argc, argv);      // throws pipeline::WrongUse
//     std::visit(..., arguments.request);
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "core/text.hpp"
#include "pipeline/centres.hpp"
#include "pipeline/check.hpp"
#include "pipeline/diagnose.hpp"
#include "pipeline/lint.hpp"
#include "pipeline/new_project.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/solve.hpp"
#include "pipeline/stored_run.hpp"
#include "pipeline/structure.hpp"
#include "pipeline/track.hpp"
#include "server/serve.hpp"

namespace ecumene::cli {

struct HelpRequest {
    std::string verb;  // empty: the overview
};
struct VersionRequest {};

using Request = std::variant<HelpRequest, VersionRequest, pipeline::CheckRequest, pipeline::NewRequest,
    pipeline::DiagnoseRequest, pipeline::CentresRequest, pipeline::StructureRequest, pipeline::PlanRequest,
    pipeline::SolveRequest, pipeline::ReportRequest, pipeline::ExportRequest, pipeline::LintRequest,
    pipeline::TrackRequest, server::StudioRequest>;

enum class Shape { screen, json };
enum class Talk { normal, quiet };

struct Arguments {
    std::string verb;
    Request request;
    Shape shape{Shape::screen};
    Talk talk{Talk::normal};
    std::optional<Language> language;
    std::filesystem::path runs;
    bool opens_report{};
};

// What can be known before the command line is understood, so that wrong use is answered in the right shape and language.
Arguments first_look(int argc, const char* const* argv);
Arguments parse_arguments(int argc, const char* const* argv);

}  // namespace ecumene::cli
