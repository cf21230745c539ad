#include "pipeline/plan.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/version.hpp"
#include "dataset/scenario_draft.hpp"
#include "files/atomic.hpp"
#include "output/from_plan.hpp"
#include "pipeline/checkpoint_file.hpp"
#include "pipeline/plan_facts.hpp"
#include "pipeline/plan_record.hpp"
#include "pipeline/plan_result.hpp"
#include "pipeline/plan_screen.hpp"
#include "pipeline/process.hpp"
#include "pipeline/region_choice.hpp"
#include "pipeline/run_exports.hpp"
#include "pipeline/run_folder.hpp"
#include "pipeline/run_lock.hpp"
#include "pipeline/solver_choice.hpp"
#include "pipeline/stage_files.hpp"
#include "pipeline/words.hpp"
#include "pipeline/wrong_use.hpp"
#include "planning/plan.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using planning::Outcome;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

// --- what was asked -------------------------------------------------------------------------------------------------------

// Who will solve, with its version: two solvers may give two equally good plans, so this is part of the run's key.
std::string serving_backend(solver::Backend wanted) {
    const auto all = solver::backends();
    const auto info_of = [&](solver::Backend backend) {
        return std::find_if(
            all.begin(), all.end(), [&](const solver::BackendInfo& info) { return info.backend == backend; });
    };
    if (wanted != solver::Backend::automatic) {
        const auto info = info_of(wanted);
        if (info == all.end() || !info->is_available)
            throw Error(ErrorKind::environment,
                compose("the solver '{}' is not in this program{}; --solver auto takes what is there",
                    {info == all.end() ? std::string("asked for") : info->name,
                        info == all.end() || info->reason.empty() ? std::string() : ": " + info->reason}));
        return info->name;
    }
    const auto highs = info_of(solver::Backend::highs);
    // Our own barrier comes first; whoever follows may still have the last word on a plan.
    if (highs != all.end() && highs->is_available) return "barrier, " + highs->name;
    const auto clp = info_of(solver::Backend::clp);
    return clp == all.end() ? std::string("barrier") : "barrier, " + clp->name;
}

struct Task {
    Package package;
    dataset::Dataset data;
    dataset::Scenario scenario;
    planning::Options options;
    RunRecord record;
    fs::path runs, folder;
    std::optional<planning::Estimate> too_large;  // for the memory of this machine
};

std::string method_name(solver::Method method) {
    switch (method) {
        case solver::Method::simplex: return "simplex";
        case solver::Method::interior_point: return "interior_point";
        case solver::Method::automatic: break;
    }
    return "automatic";
}

void check_options(const PlanRequest& request, const planning::Options& options) {
    if (const auto complaint = options.solver.complaint(); !complaint.empty()) throw WrongUse(complaint);
    if (!request.write_problem.empty() && request.write_problem.extension() != ".mps")
        throw WrongUse(
            compose("the problem is written as MPS, so '{}' should end in .mps", {request.write_problem.string()}),
            "--write-problem " + fs::path(request.write_problem).replace_extension(".mps").string());
}

void set_key(Task& task) {
    auto& inputs = task.record.inputs;
    inputs.version = version;
    inputs.package_name = task.data.settings().name;
    inputs.package_digest = task.data.digest();
    inputs.scenario = task.scenario.name;
    inputs.scenario_text = task.scenario.canonical();
    inputs.regions = task.scenario.regions;
    inputs.backend = serving_backend(task.options.solver.backend);
    inputs.method = method_name(task.options.solver.method);
    inputs.tolerance = task.options.solver.tolerance;
    inputs.threads = task.options.solver.threads;
    task.record.key = run_key(inputs);
    task.record.is_myopic = task.scenario.foresight == dataset::Foresight::myopic;
    task.record.years = task.scenario.years;
    task.record.package_title = task.data.settings().title;
}

Task task_of(const PlanRequest& request, const Session& session) {
    Task task;
    task.package = find_package(request.package, session.places);
    task.options.solver.backend = backend_named(request.solver, Numbers::real);
    task.options.solver.tolerance = request.tolerance;
    task.options.solver.time_limit_seconds = request.time_limit_seconds;
    task.options.write_problem = request.write_problem;
    check_options(request, task.options);
    session.progress->stage({"Reading the package", "자료 읽기"}, 0.0);
    task.data = dataset::load(task.package.folder);
    task.scenario = dataset::load_scenario(
        task.data, {.name = request.scenario, .overrides = request.overrides, .own = task.package.own_scenarios});
    if (!request.regions.empty()) task.scenario.regions = chosen_regions(task.data, request.regions);
    set_key(task);
    task.runs = session.runs_of(task.package);
    task.folder = task.runs / task.record.key.name();
    return task;
}

// --- the run folder -------------------------------------------------------------------------------------------------------

bool is_stored(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_regular_file(folder / "manifest.json", ignored);
}

fs::path beside(const fs::path& folder, const char* ending) {
    return folder.parent_path() / (folder.filename().string() + ending);
}

void make_runs_folder(const fs::path& runs) {
    std::error_code failure;
    fs::create_directories(runs, failure);
    if (failure)
        throw Error(
            ErrorKind::environment, compose("cannot make the folder for runs, {}: {}; --runs DIR puts them elsewhere",
                                        {runs.string(), failure.message()}));
}

void remove_left_overs(const fs::path& runs) {
    std::error_code ignored;
    for (const auto& path : files::left_overs(runs)) fs::remove_all(path, ignored);
}

// What an earlier run of the same key left: it is read only if it is that very run and whole.
std::optional<RunRecord> stored_run(const Task& task, const Session& session) {
    if (!is_stored(task.folder)) return {};
    try {
        auto record = read_run(task.folder);
        if (record.key.hex == task.record.key.hex) return record;
    } catch (const Error& e) {
        session.progress->say(
            {compose("{} cannot be read ({}): planning again", {shown(task.folder, session), e.message()}),
                compose("{}을(를) 읽을 수 없어({}) 다시 계산합니다", {shown(task.folder, session), e.message()})});
    }
    return {};
}

planning::Estimate announce(const Task& task, const Session& session) {
    auto estimate = planning::estimate(task.data, task.scenario);
    const auto unknowns = grouped(static_cast<double>(estimate.size.columns));
    const auto time = spoken_time(std::max(1.0, std::round(estimate.seconds)));
    const auto regions = task.scenario.regions.empty() ? task.data.regions().size() : task.scenario.regions.size();
    const auto places = counted(regions, "region", "개 지역"),
               years = counted(task.scenario.years.size(), "year", "개 연도");
    session.progress->say({compose("Planning {}, {}, {}: about {} unknowns, about {}.",
                               {places.en, years.en, estimate.time_text.en, unknowns, time.en}),
        compose("{}, {}, {}: 미지수 약 {}개, 예상 시간 약 {}.",
            {places.ko, years.ko, estimate.time_text.ko, unknowns, time.ko})});
    return estimate;
}

void tell_of_stages(const StageFiles& stages, const Session& session) {
    if (stages.found() > 0)
        session.progress->say({compose("{} finished solve(s) of an interrupted run were taken over", {stages.found()}),
            compose("중단되었던 실행에서 끝난 풀이 {}건을 이어받았습니다", {stages.found()})});
    if (!stages.complaint().empty())
        session.progress->say(
            {"a finished solve could not be kept, so a killed run would do it again: " + stages.complaint(),
                "끝난 풀이를 보관하지 못해 중단되면 다시 풀어야 합니다: " + stages.complaint()});
}

void tell_of_checkpoint(const CheckpointFile& checkpoint, const Session& session) {
    if (checkpoint.resumed_at() > 0)
        session.progress->say({compose("an interrupted solve went on from iteration {}", {checkpoint.resumed_at()}),
            compose("중단되었던 풀이를 {}번째 반복부터 이어 계산했습니다", {checkpoint.resumed_at()})});
}

bool is_cut_short(Outcome outcome) {
    return outcome == Outcome::limit || outcome == Outcome::cancelled || outcome == Outcome::failed;
}

bool fits_in_memory(const planning::Estimate& estimate) {
    return estimate.bytes < static_cast<double>(memory_at_hand());
}

// Plans and, unless it was cut short, writes the run folder under its final name.
RunTiming plan_and_keep(Task& task, const Session& session) {
    const auto begun = Clock::now();
    const auto partial = beside(task.folder, ".partial");
    RunTiming timing;
    const auto estimate = announce(task, session);
    timing.expected_seconds = estimate.seconds;
    if (!fits_in_memory(estimate)) {
        task.too_large = estimate;
        task.record.plan.outcome = Outcome::limit;
        return timing;
    }
    StageFiles stages(partial / "stages");
    CheckpointFile checkpoint(partial / "solve.checkpoint");
    auto options = task.options;
    options.solver.checkpoints = &checkpoint;
    options.solver.memory_at_hand = memory_at_hand;
    task.record.plan = planning::make_plan(task.data, task.scenario, options, stages, *session.progress);
    timing.planning_seconds = seconds_since(begun);
    timing.stages_found = stages.found();
    tell_of_stages(stages, session);
    tell_of_checkpoint(checkpoint, session);
    if (!is_cut_short(task.record.plan.outcome)) {
        session.progress->stage({"Writing the run", "결과 쓰기"}, 0.0);
        files::StagedFolder staged(task.folder);
        task.record.files = input_files(task.package.folder);
        timing.total_seconds = seconds_since(begun);
        write_run(staged.path(), task.record, task.data, task.scenario, timing);
        staged.commit();
        std::error_code ignored;
        fs::remove_all(partial, ignored);
    }
    timing.total_seconds = seconds_since(begun);
    return timing;
}

// --- the answer -----------------------------------------------------------------------------------------------------------

// The same place under another scenario: a plan says most beside its alternative.
std::string next_command(const PlanRequest& request, const Task& task) {
    for (const auto& other : dataset::scenario_names(task.data, task.package.own_scenarios)) {
        if (other == task.scenario.name || other == task.data.settings().default_scenario) continue;
        const std::string quote = request.regions.find(' ') == std::string::npos ? "" : "'";
        const auto regions =
            request.regions.empty() ? std::string{} : compose(" --region {0}{1}{0}", {quote, request.regions});
        return compose("ecumene plan {}{} --scenario {}", {request.package, regions, other});
    }
    return "ecumene diagnose " + request.package;
}

RunEnding ending_of(const PlanRequest& request, const Task& task) {
    RunEnding ending;
    ending.package = request.package;
    ending.scenario = request.scenario;
    ending.run = task.record.key.name();
    ending.folder = task.folder;
    ending.size = task.record.plan.size;
    ending.regions = task.scenario.regions.empty() ? task.data.regions().size() : task.scenario.regions.size();
    ending.next = next_command(request, task);
    if (!task.scenario.regions.empty()) ending.region_names = names_of(task.data, task.scenario.regions);
    return ending;
}

Finding finding_of_cancel(const fs::path& partial, const Session& session) {
    std::error_code ignored;
    const bool has_stages =
        fs::exists(partial / "stages", ignored) || fs::exists(partial / "solve.checkpoint", ignored);
    const auto again =
        has_stages ? Bilingual{"run the same command again and it goes on from {}",
                         "같은 명령을 다시 실행하면 {}에서 이어집니다"}
                   : Bilingual{"run the same command again to start over: nothing worth keeping had been solved",
                         "아직 이어받을 풀이가 없어 같은 명령을 다시 실행하면 처음부터 계산합니다"};
    Finding finding{.severity = Severity::note, .code = "cancelled"};
    finding.message = session.in({"the plan was cancelled; nothing is lost", "계산을 멈췄습니다. 잃은 것은 없습니다"});
    finding.remedy = compose(session.in(again), {shown(partial, session)});
    return finding;
}

std::string remedy_for_size(const Session& session) {
    return session.in(
        {"plan year by year (--foresight myopic), fewer years (--set plan.years=[2030,2050]), a part of the country "
         "(--region) or longer steps (--step 3)",
            "해마다 차례로(--foresight myopic), 더 적은 연도(--set plan.years=[2030,2050]), 일부 지역(--region) 또는 "
            "더 긴 "
            "간격(--step 3)으로 계산하십시오"});
}

// What the solver found when it had the matrix before it, where the estimate had been too low.
Finding finding_of_memory(const std::string& detail, const Session& session) {
    Finding finding{.severity = Severity::error, .code = "memory"};
    finding.message = compose(
        session.in({"the plan is too large for the memory that is free: {}", "남은 메모리로는 계산할 수 없습니다: {}"}),
        {detail});
    finding.remedy = remedy_for_size(session);
    return finding;
}

Finding finding_of_limit(const std::string& detail, const Session& session) {
    Finding finding{.severity = Severity::warning, .code = "limit"};
    finding.message = compose(session.in({"a limit was reached before the plan was proven: {}",
                                  "증명이 끝나기 전에 한도에 이르렀습니다: {}"}),
        {detail});
    finding.remedy = session.in({"give a longer --time-limit; what was solved is kept and taken over",
        "--time-limit를 늘려 주십시오. 계산한 것은 보관되어 이어집니다"});
    return finding;
}

Finding finding_of_size(const planning::Estimate& estimate, const Session& session) {
    constexpr double gigabyte = 1e9;
    Finding finding{.severity = Severity::error, .code = "memory"};
    finding.message = compose(session.in({"the plan needs about {:.0f} GB of memory and {:.0f} GB are free",
                                  "계산에 메모리 약 {:.0f} GB가 필요하지만 남은 것은 {:.0f} GB입니다"}),
        {estimate.bytes / gigabyte, static_cast<double>(memory_at_hand()) / gigabyte});
    finding.remedy = remedy_for_size(session);
    return finding;
}

Finding finding_of_failure(const std::string& detail, const Session& session) {
    Finding finding{.severity = Severity::error, .code = "solver"};
    finding.message =
        compose(session.in({"the solver could not finish: {}", "풀이기가 끝내지 못했습니다: {}"}), {detail});
    finding.remedy =
        session.in({"try --solver clp or another --step; --write-problem FILE.mps lets another program try",
            "--solver clp나 다른 --step을 써 보십시오. --write-problem FILE.mps로 다른 프로그램에 넘길 수도 있습니다"});
    return finding;
}

// No run folder was written: what happened, and how to go on.
Answer cut_short(Answer answer, const Task& task, const std::string& run, const Session& session) {
    const auto& plan = task.record.plan;
    const auto partial = beside(task.folder, ".partial");
    answer.result = files::Value::object();
    answer.result.set("run", run).set("outcome", name_of(plan.outcome)).set("partial", partial.string());
    Finding finding;
    if (plan.outcome == Outcome::cancelled) {
        answer.status = Status::cancelled;
        answer.exit = Exit::cancelled;
        finding = finding_of_cancel(partial, session);
    } else if (plan.outcome == Outcome::limit) {
        answer.status = Status::limit;
        answer.exit = Exit::limit;
        finding = task.too_large          ? finding_of_size(*task.too_large, session)
                  : plan.is_out_of_memory ? finding_of_memory(plan.detail, session)
                                          : finding_of_limit(plan.detail, session);
    } else {
        answer.status = Status::error;
        answer.exit = Exit::fault;
        finding = finding_of_failure(plan.detail, session);
    }
    answer.findings.add(finding);
    answer.screen = screen_of(finding, session);
    return answer;
}

Answer answer_from(const PlanRequest& request, const Task& task, const RunEnding& ending, const Session& session) {
    Answer answer;
    answer.verb = "plan";
    answer.findings.append(task.data.findings());
    const auto outcome = task.record.plan.outcome;
    if (is_cut_short(outcome)) return cut_short(std::move(answer), task, ending.run, session);
    const auto input = report_input_of(task.record, task.data, task.scenario);
    const output::PlanView view(input);
    const auto facts = plan_facts(view);
    answer.result = plan_result(task.record, ending, facts);
    if (outcome == Outcome::infeasible) {
        answer.status = Status::infeasible;
        answer.exit = Exit::findings;
        answer.screen = conflict_screen(view, ending, session);
        return answer;
    }
    answer.screen = plan_screen(view, facts, ending, session);
    if (!request.write_problem.empty())
        answer.screen += " " +
                         compose(session.in({"The problem stands in {}.", "문제는 {}에 있습니다."}),
                             {shown(request.write_problem, session)}) +
                         "\n";
    return answer;
}

}  // namespace

Answer plan(const PlanRequest& request, const Session& session) {
    const auto begun = Clock::now();
    Task task = task_of(request, session);
    // The problem exists only while a plan is made, so asking for it plans again.
    const bool must_plan = request.is_fresh || !request.write_problem.empty();
    auto stored = must_plan ? std::nullopt : stored_run(task, session);
    if (!stored) {
        make_runs_folder(task.runs);
        const RunLock lock(beside(task.folder, ".lock"));
        remove_left_overs(task.runs);
        // Another program may have finished this very run while we came to it.
        if (!must_plan) stored = stored_run(task, session);
        if (!stored) {
            std::error_code ignored;
            if (request.is_fresh) fs::remove_all(beside(task.folder, ".partial"), ignored);
            const auto timing = plan_and_keep(task, session);
            auto ending = ending_of(request, task);
            ending.seconds = timing.total_seconds;
            auto answer = answer_from(request, task, ending, session);
            answer.seconds = seconds_since(begun);
            return answer;
        }
    }
    task.record = std::move(*stored);
    auto ending = ending_of(request, task);
    ending.is_from_folder = true;
    auto answer = answer_from(request, task, ending, session);
    answer.seconds = seconds_since(begun);
    return answer;
}

}  // namespace ecumene::pipeline
