#include "pipeline/solve.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "network/network_model.hpp"
#include "network/read_network.hpp"
#include "network/results.hpp"
#include "network/write_network.hpp"
#include "pipeline/plan_record.hpp"
#include "pipeline/process.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/solver_choice.hpp"
#include "pipeline/target_folder.hpp"
#include "pipeline/words.hpp"
#include "pipeline/wrong_use.hpp"
#include "solver/certificate.hpp"
#include "solver/mps.hpp"
#include "solver/relaxation.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;
using solver::Reason;

// Beyond this many cells the hours are left to --output: a JSON document of them all would help nobody.
constexpr std::size_t most_cells = 200'000;

struct Solved {
    network::Network network;  // with its results, where there are some
    lp::Problem problem;
    solver::Solution solution;
    solver::Certificate certificate;
    double constant{};
    double tolerance{};  // asked of the certificate
    Findings findings;
    std::vector<solver::GivesWay> conflicts{};
};

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

// --- the answer -----------------------------------------------------------------------------------------------------------

Value number(double value) {
    return std::isfinite(value) ? Value(value) : Value();
}

Value table_value(const Frame& table) {
    auto columns = Value::list(), rows = Value::list();
    for (const auto& column : table.columns())
        columns.add(Value::object().set("name", column.name).set("unit", column.unit));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto cells = Value::list();
        for (const auto& column : table.columns())
            cells.add(column.kind == Frame::Kind::text ? Value(column.texts[row]) : number(column.numbers[row]));
        rows.add(std::move(cells));
    }
    return Value::object().set("name", table.name()).set("columns", std::move(columns)).set("rows", std::move(rows));
}

Value tables_value(const std::vector<Frame>& tables) {
    std::size_t cells = 0;
    for (const auto& table : tables) cells += table.rows() * table.columns().size();
    auto list = Value::list();
    for (const auto& table : tables)
        if (cells <= most_cells || table.columns().front().name == "name") list.add(table_value(table));
    return list;
}

const char* name_of(Reason reason) {
    switch (reason) {
        case Reason::optimal: return "optimal";
        case Reason::infeasible: return "infeasible";
        case Reason::unbounded: return "unbounded";
        case Reason::infeasible_or_unbounded: return "infeasible_or_unbounded";
        case Reason::limit: return "limit";
        case Reason::cancelled: return "cancelled";
        case Reason::failed: break;
    }
    return "failed";
}

// What holds only loosely is not called optimal.
const char* outcome_of(const Solved& solved) {
    const bool is_loose =
        solved.solution.termination.reason == Reason::optimal && !solved.certificate.holds(solved.tolerance);
    return is_loose ? "exploring" : name_of(solved.solution.termination.reason);
}

Value result_of(const Solved& solved, const std::vector<Frame>& tables, const SolveRequest& request) {
    const bool has_values = solved.solution.has_values();
    auto result = Value::object();
    result.set("network", request.network).set("outcome", outcome_of(solved));
    result.set("objective", has_values ? number(solved.solution.objective) : Value()).set("constant", solved.constant);
    result.set("total", has_values ? number(solved.solution.objective + solved.constant) : Value());
    result.set("certificate", has_values ? certificate_value(solved.certificate) : Value());
    result.set("backend", solved.solution.backend);
    result.set("size", Value::object()
                           .set("rows", static_cast<std::int64_t>(solved.problem.rows()))
                           .set("columns", static_cast<std::int64_t>(solved.problem.columns()))
                           .set("entries", solved.problem.entries())
                           .set("snapshots", solved.network.snapshots.size()));
    auto conflicts = Value::list();
    for (const auto& row : solved.conflicts)
        conflicts.add(Value::object().set("name", row.name).set("amount", number(row.amount)).set("unit", row.unit));
    result.set("conflicts", std::move(conflicts)).set("tables", tables_value(tables));
    if (!request.output.empty() && has_values) result.set("folder", request.output.string());
    return result;
}

std::string in_short(double value) {
    return grouped(value, std::abs(value) < 1e6 ? 2 : 0);
}

std::string tiny(double value) {
    return value == 0.0 ? "0" : compose("{:.0e}", {value});
}

void put_size(Sheet& sheet, const Solved& solved, const Session& session) {
    std::vector<std::string> parts;
    for (const char* list :
        {"buses", "generators", "loads", "links", "lines", "transformers", "stores", "storage_units"})
        if (const auto count = solved.network[list].size(); count > 0)
            parts.push_back(grouped(static_cast<double>(count)) + " " + list);
    sheet.field({"Network", "계통"},
        join(parts, ", ") + compose(session.in({"; {} snapshots, {} unknowns.", ". 시점 {}개, 미지수 {}개."}),
                                {grouped(static_cast<double>(solved.network.snapshots.size())),
                                    grouped(static_cast<double>(solved.problem.columns()))}));
}

void put_proof(Sheet& sheet, const Solved& solved, double tolerance, const Session& session) {
    const auto& c = solved.certificate;
    const auto style = session.style();
    const auto word = c.holds(tolerance) ? style.good(session.in({"optimal", "최적"}))
                                         : style.warning(session.in({"not proved", "증명 안 됨"}));
    sheet.field(
        {"Proof", "검증"}, word + compose(session.in({": gap {}, worst violation {}, checked outside the solver ({}).",
                                              ": 간극 {}, 최대 위반 {}. 풀이기 밖에서 확인 ({})."}),
                                      {tiny(c.gap), tiny(std::max(c.primal, c.dual)), solved.solution.backend}));
}

void put_shadow_prices(Sheet& sheet, const Solved& solved) {
    const auto& limits = solved.network["global_constraints"];
    if (!limits.has("mu")) return;
    const auto shadow = limits.numbers("mu");
    Bilingual label{"Limits", "한도"};
    for (const auto limit : limits.items()) {
        sheet.field(label, limits.name(limit) + ": " + grouped(shadow[limit.at()], 2));
        label = {};
    }
}

std::string screen_of(const Solved& solved, const SolveRequest& request, const Session& session) {
    Sheet sheet(session);
    const auto name = solved.network.name.empty() ? fs::path(request.network).filename().string() : solved.network.name;
    sheet.title(name, {}, shown(request.network, session));
    sheet.field({"Objective", "목적함수"},
        session.style().strong(in_short(solved.solution.objective)) +
            compose(session.in({"; with the constant {} in all {}.", ". 상수 {}를 더하면 {}."}),
                {in_short(solved.constant), in_short(solved.solution.objective + solved.constant)}));
    put_size(sheet, solved, session);
    put_shadow_prices(sheet, solved);
    put_proof(sheet, solved, request.tolerance, session);
    if (!request.output.empty())
        sheet.field({"Written", "결과"}, session.style().accent(shown(request.output, session)));
    else
        sheet.field({"Next", "다음"}, session.style().faint(session.in(
                                          {"--output DIR writes capacities, flows and prices as a network PyPSA opens",
                                              "--output DIR로 용량, 조류, 가격을 PyPSA가 여는 계통으로 씁니다"})));
    sheet.gap();
    sheet.findings(solved.findings);
    return sheet.text();
}

// --- where there is no optimum --------------------------------------------------------------------------------------------

Finding finding_of_infeasible(const Solved& solved, const Session& session) {
    Finding finding{.severity = Severity::error, .code = "infeasible"};
    std::string names;
    constexpr std::size_t most = 5;
    for (std::size_t k = 0; k < std::min(most, solved.conflicts.size()); ++k) {
        const auto& row = solved.conflicts[k];
        names += (k > 0 ? ", " : "") + row.name + compose(" ({:+.4g} {})", {row.amount, row.unit});
    }
    if (solved.conflicts.size() > most) names += compose(" + {}", {solved.conflicts.size() - most});
    finding.message =
        session.in({"no dispatch keeps every limit of this network", "이 계통의 모든 한도를 지키는 운전이 없습니다"});
    if (!names.empty())
        finding.remedy =
            compose(session.in({"the least that would have to give way: {}", "양보해야 할 최소: {}"}), {names});
    return finding;
}

Answer without_optimum(Answer answer, const Solved& solved, const Session& session) {
    const auto& end = solved.solution.termination;
    Finding finding{.severity = Severity::error, .code = name_of(end.reason)};
    answer.status = Status::error;
    answer.exit = Exit::fault;
    switch (end.reason) {
        case Reason::infeasible:
            answer.status = Status::infeasible;
            answer.exit = Exit::findings;
            finding = finding_of_infeasible(solved, session);
            break;
        case Reason::unbounded:
        case Reason::infeasible_or_unbounded:
            answer.status = Status::findings;
            answer.exit = Exit::findings;
            finding.message = session.in({"costs have no lower limit: something pays to run or grow without end",
                "비용에 하한이 없습니다. 끝없이 운전하거나 늘릴수록 이득인 설비가 있습니다"});
            finding.remedy = session.in({"look for a negative cost without a limit on capacity",
                "용량 한도 없이 비용이 음수인 설비를 찾아 고치십시오"});
            break;
        case Reason::limit:
            answer.status = Status::limit;
            answer.exit = Exit::limit;
            finding.severity = Severity::warning;
            finding.message = compose(session.in({"a limit was reached before the optimum was proven: {}",
                                          "증명이 끝나기 전에 한도에 이르렀습니다: {}"}),
                {end.detail});
            finding.remedy = session.in({"give a longer --time-limit", "--time-limit를 늘려 주십시오"});
            if (end.limit == solver::Limit::memory)
                finding.remedy = session.in({"solve it with fewer snapshots or buses, or where there is more memory",
                    "시점이나 모선을 줄이거나 메모리가 더 큰 곳에서 푸십시오"});
            break;
        case Reason::cancelled:
            answer.status = Status::cancelled;
            answer.exit = Exit::cancelled;
            finding.severity = Severity::note;
            finding.message = session.in({"the solve was cancelled", "풀이를 멈췄습니다"});
            break;
        case Reason::optimal:  // by the loose certificate only
            finding.code = "not_proved";
            answer.status = Status::limit;
            answer.exit = Exit::limit;
            finding.message = compose(session.in({"the answer is proved to {:.0e} only, and {:.0e} was asked",
                                          "증명된 정밀도는 {:.0e}이며 요청한 것은 {:.0e}입니다"}),
                {std::max({solved.certificate.primal, solved.certificate.dual, solved.certificate.gap}),
                    solved.tolerance});
            finding.remedy = session.in({"ask for that (--tolerance 1e-4) or try another --solver",
                "--tolerance 1e-4로 요청하거나 다른 --solver를 써 보십시오"});
            break;
        case Reason::failed:
            finding.message = compose(
                session.in({"the solver found no certified answer: {}", "풀이기가 증명된 답을 찾지 못했습니다: {}"}),
                {end.detail});
            finding.remedy = session.in({"try another --solver; --write-problem FILE.mps lets another program try",
                "다른 --solver를 써 보십시오. --write-problem FILE.mps로 다른 프로그램에 넘길 수도 있습니다"});
            break;
    }
    answer.findings.add(finding);
    answer.screen = pipeline::screen_of(answer.findings, session);
    return answer;
}

}  // namespace

Answer solve(const SolveRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    const auto options = options_of(request);
    check_request(request, options);
    auto solved = solved_network(request, options, session);

    Answer answer;
    answer.verb = "solve";
    answer.findings = solved.findings;
    const bool is_optimal =
        solved.solution.termination.reason == Reason::optimal && solved.certificate.holds(request.tolerance);
    if (is_optimal && !request.output.empty()) {
        session.progress->stage({"Writing the network", "계통 쓰기"}, 0.0);
        keep_objective(solved);
        network::write_csv_folder(request.output, solved.network);
    }
    const auto tables = solved.solution.has_values() ? network::result_tables(solved.network) : std::vector<Frame>{};
    answer.result = result_of(solved, tables, request);
    if (is_optimal)
        answer.screen = screen_of(solved, request, session);
    else
        answer = without_optimum(std::move(answer), solved, session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
