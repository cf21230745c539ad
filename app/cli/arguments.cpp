#include "arguments.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include "help.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::cli {
namespace {

using pipeline::WrongUse;

// Everything that can be written, as CLI11 fills it in.
struct Written {
    std::string language, runs, help_verb;
    bool is_json{}, is_quiet{}, wants_help{}, wants_version{}, opens_report{};
    pipeline::CheckRequest check;
    pipeline::NewRequest start;
    pipeline::DiagnoseRequest diagnose;
    pipeline::CentresRequest centres;
    pipeline::StructureRequest structure;
    std::string structure_units, structure_borders, structure_flows, structure_folder;
    pipeline::PlanRequest plan;
    pipeline::SolveRequest solve;
    std::vector<std::string> settings;
    std::string days, extreme_days, step, hours, foresight, folder, problem_file;
    pipeline::ReportRequest report;
    pipeline::ExportRequest give;
    pipeline::LintRequest lint;
    pipeline::TrackRequest track;
    server::StudioRequest studio;
    bool keeps_browser_shut{};
    std::string output, bundle, diagnosis_folder, sarif_file, pack, lint_report;
};

Language language_named(const std::string& name) {
    if (name == "ko") return Language::ko;
    if (name == "en") return Language::en;
    throw WrongUse("there is no language '" + name + "'", "--lang takes ko or en");
}

void add_global_options(CLI::App& app, Written& w) {
    app.add_option("--lang", w.language);
    app.add_option("--runs", w.runs);
    app.add_flag("--json", w.is_json);
    app.add_flag("--quiet", w.is_quiet);
    app.add_flag("-h,--help", w.wants_help);
    app.add_flag("--version", w.wants_version);
}

CLI::App& add_verb(CLI::App& app, const std::string& name) {
    auto* verb = app.add_subcommand(name);
    verb->set_help_flag();
    verb->fallthrough();
    verb->allow_extras();
    return *verb;
}

void add_plan(CLI::App& app, Written& w) {
    auto& verb = add_verb(app, "plan");
    verb.add_option("package", w.plan.package);
    verb.add_option("--scenario", w.plan.scenario);
    verb.add_option("--region,--regions", w.plan.regions);
    verb.add_option("--days", w.days);
    verb.add_option("--extreme-days", w.extreme_days);
    verb.add_option("--step", w.step);
    verb.add_option("--hours", w.hours);
    verb.add_option("--foresight", w.foresight);
    verb.add_option("--set", w.settings)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb.add_option("--write-problem", w.problem_file);
    verb.add_option("--solver", w.plan.solver);
    verb.add_option("--tolerance", w.plan.tolerance);
    verb.add_option("--time-limit", w.plan.time_limit_seconds);
    verb.add_flag("--fresh", w.plan.is_fresh);
    verb.add_flag("--open", w.opens_report);
}

void add_solve(CLI::App& app, Written& w) {
    auto& verb = add_verb(app, "solve");
    verb.add_option("network", w.solve.network);
    verb.add_option("--output", w.output);
    verb.add_option("--solver", w.solve.solver);
    verb.add_option("--tolerance", w.solve.tolerance);
    verb.add_option("--time-limit", w.solve.time_limit_seconds);
    verb.add_option("--write-problem", w.problem_file);
}

void add_centres(CLI::App& app, Written& w) {
    auto& verb = add_verb(app, "centres");
    verb.add_option("package", w.centres.package);
    verb.add_option("--rounds", w.centres.rounds);
    verb.add_option("--set", w.settings)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb.add_option("--output", w.output);
}

void add_structure(CLI::App& app, Written& w) {
    auto& verb = add_verb(app, "structure");
    verb.add_option("source", w.structure.source);
    verb.add_option("--units", w.structure_units);
    verb.add_option("--borders", w.structure_borders);
    verb.add_option("--flows", w.structure_flows);
    verb.add_option("--method", w.structure.method);
    verb.add_option("--rule", w.structure.rule);
    verb.add_option("--min-size", w.structure.min_size);
    verb.add_option("--target-size", w.structure.target_size);
    verb.add_option("--min-sc", w.structure.min_sc);
    verb.add_option("--target-sc", w.structure.target_sc);
    verb.add_option("--form", w.structure.form);
    verb.add_option("--contiguous", w.structure.contiguous);
    verb.add_option("--areas", w.structure.areas);
    verb.add_option("--draws", w.structure.draws);
    verb.add_option("--work", w.structure.work);
    verb.add_option("--time-limit", w.structure.seconds);
    verb.add_option("--report", w.structure_folder);
    verb.add_flag("--open", w.opens_report);
}

void add_verbs(CLI::App& app, Written& w) {
    add_verb(app, "check").add_option("package", w.check.package);
    auto& start = add_verb(app, "new");
    start.add_option("folder", w.folder);
    start.add_option("--from", w.start.from);
    start.add_option("--regions,--region", w.start.regions);
    auto& diagnose = add_verb(app, "diagnose");
    diagnose.add_option("package", w.diagnose.package);
    diagnose.add_option("--groups", w.diagnose.grouping);
    diagnose.add_option("--years", w.diagnose.years);
    diagnose.add_option("--accounting", w.diagnose.accounting);
    diagnose.add_option("--ledger", w.diagnose.ledger);
    diagnose.add_option("--report", w.diagnosis_folder);
    diagnose.add_flag("--open", w.opens_report);
    add_centres(app, w);
    add_structure(app, w);
    add_plan(app, w);
    add_solve(app, w);
    auto& report = add_verb(app, "report");
    report.add_option("run", w.report.run);
    report.add_option("--package", w.report.package);
    report.add_option("--output", w.output);
    report.add_flag("--open", w.opens_report);
    auto& give = add_verb(app, "export");
    give.add_option("run", w.give.run);
    give.add_option("--package", w.give.package);
    give.add_option("--format", w.give.format);
    give.add_option("--output", w.output);
    auto& lint = add_verb(app, "lint");
    lint.add_option("plans", w.lint.plans);
    lint.add_option("--date", w.lint.date);
    lint.add_option("--sarif", w.sarif_file);
    lint.add_option("--report", w.lint_report);
    lint.add_option("--run", w.lint.run);
    lint.add_flag("--open", w.opens_report);
    auto& track = add_verb(app, "track");
    track.add_option("plans", w.track.plans);
    track.add_option("--year", w.track.year);
    track.add_option("--date", w.track.date);
    track.add_option("--pack", w.pack);
    track.add_option("--run", w.track.run);
    track.add_flag("--open", w.opens_report);
    auto& studio = add_verb(app, "studio");
    studio.add_option("package", w.studio.package);
    studio.add_option("--port", w.studio.port)->check(CLI::Range(1024, 65535));
    studio.add_option("--bundle", w.bundle);
    studio.add_flag("--no-open", w.keeps_browser_shut);
    add_verb(app, "version");
    add_verb(app, "help").add_option("verb", w.help_verb);
}

// --- wrong use in plain words ---------------------------------------------------------------------------------------------

std::vector<std::string> option_names(const CLI::App& app, const CLI::App* verb) {
    std::vector<std::string> names;
    for (const CLI::App* part : {verb, &app}) {
        if (part == nullptr) continue;
        for (const auto* option : part->get_options())
            for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

std::string help_hint(const std::string& verb) {
    return "`ecumene help" + (verb.empty() ? "" : " " + verb) + "` shows how it is used";
}

[[noreturn]] void refuse(const std::string& word, const CLI::App& app, const CLI::App* verb) {
    const auto name = verb == nullptr ? std::string{} : verb->get_name();
    if (word.size() > 1 && word.front() == '-') {
        const auto option = word.substr(0, word.find('='));
        const auto meant = did_you_mean(option, option_names(app, verb));
        throw WrongUse("there is no option '" + option + "'" + (name.empty() ? "" : " for '" + name + "'"),
            meant.empty() ? help_hint(name) : meant);
    }
    if (verb == nullptr) {
        const auto meant = did_you_mean(word, verb_names());
        throw WrongUse("there is no command '" + word + "'",
            meant.empty() ? "the commands are " + join(verb_names(), ", ") : meant);
    }
    throw WrongUse("'" + name + "' does not know what to do with '" + word + "'", help_hint(name));
}

const CLI::App* chosen(const CLI::App& app) {
    const auto verbs = app.get_subcommands();
    return verbs.empty() ? nullptr : verbs.front();
}

void parse(CLI::App& app, int argc, const char* const* argv) {
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        const auto* verb = chosen(app);
        throw WrongUse(e.what(), help_hint(verb == nullptr ? "" : verb->get_name()));
    }
    const auto left = app.remaining(true);
    if (!left.empty()) refuse(left.front(), app, chosen(app));
}

// --- from what was written to what is asked -------------------------------------------------------------------------------

void need(const std::string& value, const std::string& what, const std::string& example) {
    if (value.empty()) throw WrongUse(what + " is missing", "for example: " + example);
}

pipeline::PlanRequest plan_request(Written& w) {
    need(w.plan.package, "the package", "ecumene plan korea");
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) w.plan.overrides.push_back(std::string(key) + "=" + value);
    };
    add("time.days", w.days);
    add("time.extreme_days", w.extreme_days);
    // Who asks for every hour means each of them, whatever step the scenario has for its typical days.
    add("time.step", w.step.empty() && w.hours == "full" ? "1" : w.step);
    add("time.resolution", w.hours);
    add("plan.foresight", w.foresight);
    w.plan.overrides.insert(w.plan.overrides.end(), w.settings.begin(), w.settings.end());
    w.plan.write_problem = w.problem_file;
    return w.plan;
}

pipeline::DiagnoseRequest diagnose_request(Written& w) {
    need(w.diagnose.package, "the package", "ecumene diagnose korea");
    if (w.opens_report)
        need(w.diagnosis_folder, "the folder of the report to open",
            "ecumene diagnose korea --report korea-diagnosis --open");
    if (!w.language.empty()) w.diagnose.language = language_named(w.language);
    w.diagnose.report = w.diagnosis_folder;
    return w.diagnose;
}

pipeline::StructureRequest structure_request(Written& w) {
    need(w.structure.source, "the package or flow table", "ecumene structure korea");
    if (w.opens_report)
        need(w.structure_folder, "the folder of the report to open",
            "ecumene structure korea --report korea-structure --open");
    if (!w.language.empty()) w.structure.language = language_named(w.language);
    w.structure.units = w.structure_units;
    w.structure.borders = w.structure_borders;
    w.structure.flows = w.structure_flows;
    w.structure.report = w.structure_folder;
    return w.structure;
}

Request request_of(const std::string& verb, Written& w) {
    if (verb == "check") {
        need(w.check.package, "the package", "ecumene check korea");
        return w.check;
    }
    if (verb == "new") {
        need(w.folder, "the new folder", "ecumene new my-region --from korea");
        w.start.folder = w.folder;
        return w.start;
    }
    if (verb == "diagnose") {
        return diagnose_request(w);
    }
    if (verb == "structure") return structure_request(w);
    if (verb == "centres") {
        need(w.centres.package, "the package", "ecumene centres korea");
        w.centres.settings = w.settings;
        w.centres.output = w.output;
        if (!w.language.empty()) w.centres.language = language_named(w.language);
        return w.centres;
    }
    if (verb == "plan") return plan_request(w);
    if (verb == "solve") {
        need(w.solve.network, "the network", "ecumene solve my-network.nc");
        w.solve.output = w.output;
        w.solve.write_problem = w.problem_file;
        return w.solve;
    }
    if (verb == "report") {
        need(w.report.run, "the run", "ecumene report 3f2a91c04b7d");
        if (!w.language.empty()) w.report.language = language_named(w.language);
        w.report.output = w.output;
        return w.report;
    }
    if (verb == "export") {
        need(w.give.run, "the run", "ecumene export 3f2a91c04b7d --format iamc");
        w.give.output = w.output;
        return w.give;
    }
    if (verb == "lint") {
        need(w.lint.plans.empty() ? "" : w.lint.plans.front(), "the plans", "ecumene lint korea-2023");
        w.lint.sarif = w.sarif_file;
        w.lint.report = w.lint_report;
        return w.lint;
    }
    if (verb == "track") {
        need(w.track.plans.empty() ? "" : w.track.plans.front(), "the plan", "ecumene track plans/jeonnam --year 2027");
        w.track.pack = w.pack;
        return w.track;
    }
    if (verb == "studio") {
        w.studio.bundle = w.bundle;
        w.studio.opens_browser = !w.keeps_browser_shut;
        return w.studio;
    }
    if (verb == "version") return VersionRequest{};
    return HelpRequest{w.help_verb};
}

}  // namespace

Arguments first_look(int argc, const char* const* argv) {
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word(argv[i]);
        const std::string_view next = i + 1 < argc ? argv[i + 1] : "";
        if (word == "--json") arguments.shape = Shape::json;
        if (word == "--quiet") arguments.talk = Talk::quiet;
        if (word == "--lang=ko" || (word == "--lang" && next == "ko")) arguments.language = Language::ko;
        if (word == "--lang=en" || (word == "--lang" && next == "en")) arguments.language = Language::en;
        if (arguments.verb.empty() && !word.empty() && word.front() != '-') arguments.verb = word;
    }
    return arguments;
}

Arguments parse_arguments(int argc, const char* const* argv) {
    Written w;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    app.require_subcommand(0, 1);
    add_global_options(app, w);
    add_verbs(app, w);
    parse(app, argc, argv);

    const auto* verb = chosen(app);
    Arguments arguments;
    arguments.verb = verb == nullptr ? (w.wants_version ? "version" : "help") : verb->get_name();
    arguments.shape = w.is_json ? Shape::json : Shape::screen;
    arguments.talk = w.is_quiet ? Talk::quiet : Talk::normal;
    arguments.runs = w.runs;
    arguments.opens_report = w.opens_report;
    if (!w.language.empty()) arguments.language = language_named(w.language);
    if (w.wants_help)
        arguments.request = HelpRequest{verb == nullptr ? "" : arguments.verb};
    else
        arguments.request = request_of(arguments.verb, w);
    return arguments;
}

}  // namespace ecumene::cli
