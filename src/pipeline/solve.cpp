#include "pipeline/solve.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "network/network_model.hpp"
#include "network/read_network.hpp"
#include "network/results.hpp"
#include "network/write_network.hpp"
#include "pipeline/process.hpp"
#include "pipeline/solve_answer.hpp"
#include "pipeline/solver_choice.hpp"
#include "pipeline/target_folder.hpp"
#include "pipeline/wrong_use.hpp"
#include "solver/certificate.hpp"
#include "solver/mps.hpp"
#include "solver/relaxation.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using solver::Reason;

// --- what was asked -------------------------------------------------------------------------------------------------------

void check_request(const SolveRequest& request, const solver::Options& options) {
    std::error_code ignored;
    if (!fs::exists(request.network, ignored))
        throw WrongUse(compose("there is no network at {}", {request.network}),
            "name a folder of CSV files or a .nc file that PyPSA wrote");
    if (const auto complaint = options.complaint(); !complaint.empty()) throw WrongUse(complaint);
    if (!request.write_problem.empty() && request.write_problem.extension() != ".mps")
        throw WrongUse(
            compose("the problem is written as MPS, so '{}' should end in .mps", {request.write_problem.string()}),
            "--write-problem " + fs::path(request.write_problem).replace_extension(".mps").string());
    if (request.output.extension() == ".nc")
        throw WrongUse(compose("a network is written as a folder of CSV files, so '{}' cannot be its name",
                           {request.output.string()}),
            "--output " + fs::path(request.output).replace_extension().string());
    if (!request.output.empty()) refuse_filled_folder(request.output);
}

solver::Options options_of(const SolveRequest& request) {
    solver::Options options;
    options.backend = backend_named(request.solver, Numbers::whole);
    options.tolerance = request.tolerance;
    options.relative_gap = request.tolerance;
    options.time_limit_seconds = request.time_limit_seconds;
    options.memory_at_hand = memory_at_hand;
    return options;
}

// --- the work -------------------------------------------------------------------------------------------------------------

// Which limits and balances would have to give way for there to be an answer at all.
std::vector<solver::GivesWay> conflicts_of(const lp::Problem& problem, const network::NetworkVariables& v,
    const solver::Options& options, Progress& progress) {
    progress.stage({"Looking for what conflicts", "충돌 찾기"}, 0.0);
    std::vector<solver::SoftRow> soft;
    const auto add = [&](std::int32_t first, std::int64_t count) {
        for (std::int64_t k = 0; k < count; ++k) soft.emplace_back(static_cast<std::int32_t>(first + k));
    };
    add(v.global.first, v.global.layout.count());
    add(v.balance.first, v.balance.layout.count());
    auto least = options;
    least.backend = solver::Backend::automatic;
    return solver::least_relaxation(problem, soft, least, progress).rows;
}

void note_prices(const Solved& solved, const Session& session, Findings& findings) {
    if (!solved.solution.has_values() || solved.solution.has_duals()) return;
    findings.note({.severity = Severity::note,
        .code = "no_prices",
        .file = {},
        .row = 0,
        .column = {},
        .message = session.in({"units that are on or off, or built in whole modules, leave no prices: a price is the "
                               "slope of a cost that jumps",
            "켜고 끄거나 묶음으로 짓는 설비가 있어 가격이 없습니다"}),
        .remedy = session.in({"set committable to False and p_nom_mod to 0 for prices",
            "가격을 보려면 committable을 False로, p_nom_mod를 0으로 두십시오"})});
}

Solved solved_network(const SolveRequest& request, const solver::Options& options, const Session& session) {
    Solved solved;
    auto& progress = *session.progress;
    progress.stage({"Reading the network", "계통 읽기"}, 0.0);
    const auto read = network::read_network(request.network, solved.findings);
    solved.findings.raise_if_errors();
    progress.stage({"Writing the equations", "식 세우기"}, 0.0);
    auto model = network::build_model(read);
    if (!request.write_problem.empty()) solver::write_mps(model.problem, request.write_problem);
    progress.stage({"Solving", "풀이"}, 0.0);
    solved.solution = solver::solve(model.problem, options, progress);
    solved.certificate = solver::certify(model.problem, solved.solution);
    solved.constant = model.constant;
    solved.tolerance = request.tolerance;
    if (solved.solution.termination.reason == Reason::infeasible)
        solved.conflicts = conflicts_of(model.problem, model.variables, options, progress);
    solved.network = solved.solution.has_values() ? network::with_results(read, model, solved.solution) : read;
    solved.problem = std::move(model.problem);
    note_prices(solved, session, solved.findings);
    return solved;
}

// Under the names PyPSA of the network's version reads back.
void keep_objective(Solved& solved) {
    const std::string lead = solved.network.is_before_version_1 ? "" : "_";
    auto& attributes = solved.network.attributes;
    const auto set = [&](const std::string& name, double value) {
        const auto at =
            std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == name; });
        if (at == attributes.end())
            attributes.emplace_back(name, shortest(value));
        else
            at->second = shortest(value);
    };
    set(lead + "objective", solved.solution.objective);
    set(lead + "objective_constant", solved.constant);
}

}  // namespace

Answer solve(const SolveRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    const auto options = options_of(request);
    check_request(request, options);
    auto solved = solved_network(request, options, session);

    if (solved.is_proved() && !request.output.empty()) {
        session.progress->stage({"Writing the network", "계통 쓰기"}, 0.0);
        keep_objective(solved);
        network::write_csv_folder(request.output, solved.network);
    }
    auto answer = answer_of(solved, request, session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
