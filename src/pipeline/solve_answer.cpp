#include "pipeline/solve_answer.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "network/results.hpp"
#include "pipeline/plan_record.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/words.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;
using solver::Reason;

// Beyond this many cells the hours are left to --output: a JSON document of them all would help nobody.
constexpr std::size_t most_cells = 200'000;

// --- for programs ---------------------------------------------------------------------------------------------------------

Value answer_table(const Frame& table) {
    auto columns = Value::list(), rows = Value::list();
    for (const auto& column : table.columns())
        columns.add(Value::object().set("name", column.name).set("unit", column.unit));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto cells = Value::list();
        for (const auto& column : table.columns())
            cells.add(column.kind == Frame::Kind::text ? Value(column.texts[row]) : Value(column.numbers[row]));
        rows.add(std::move(cells));
    }
    return Value::object().set("name", table.name()).set("columns", std::move(columns)).set("rows", std::move(rows));
}

Value tables_value(const std::vector<Frame>& tables) {
    std::size_t cells = 0;
    for (const auto& table : tables) cells += table.rows() * table.columns().size();
    auto list = Value::list();
    for (const auto& table : tables)
        if (cells <= most_cells || table.columns().front().name == "name") list.add(answer_table(table));
    return list;
}

std::string outcome_of(const Solved& solved) {
    const Reason reason = solved.solution.termination.reason;
    return reason == Reason::optimal && !solved.is_proved() ? "exploring" : std::string(solver::name_of(reason));
}

Value result_of(const Solved& solved, const SolveRequest& request) {
    const bool has_values = solved.solution.has_values();
    const auto tables = has_values ? network::result_tables(solved.network) : std::vector<Frame>{};
    auto result = Value::object();
    result.set("network", request.network).set("outcome", outcome_of(solved));
    result.set("objective", has_values ? Value(solved.solution.objective) : Value()).set("constant", solved.constant);
    result.set("total", has_values ? Value(solved.solution.objective + solved.constant) : Value());
    result.set("certificate", has_values ? certificate_value(solved.certificate) : Value());
    result.set("backend", solved.solution.backend);
    result.set("size", Value::object()
                           .set("rows", static_cast<std::int64_t>(solved.problem.rows()))
                           .set("columns", static_cast<std::int64_t>(solved.problem.columns()))
                           .set("entries", solved.problem.entries())
                           .set("snapshots", solved.network.snapshots.size()));
    auto conflicts = Value::list();
    for (const auto& row : solved.conflicts)
        conflicts.add(Value::object().set("name", row.name).set("amount", row.amount).set("unit", row.unit));
    result.set("conflicts", std::move(conflicts)).set("tables", tables_value(tables));
    if (!request.output.empty() && solved.is_proved()) result.set("folder", request.output.string());
    return result;
}

// --- for people -----------------------------------------------------------------------------------------------------------

std::string in_short(double value) {
    return grouped(value, std::abs(value) < 1e6 ? 2 : 0);
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

void put_proof(Sheet& sheet, const Solved& solved, const Session& session) {
    const auto& c = solved.certificate;
    const auto word = session.style().good(session.in({"optimal", "최적"}));
    sheet.field({"Proof", "검증"},
        word + compose(session.in({": gap {}, worst violation {}, checked outside the solver ({}).",
                           ": 간극 {}, 최대 위반 {}. 풀이기 밖에서 확인 ({})."}),
                   {power_of_ten(c.gap), power_of_ten(std::max(c.primal, c.dual)), solved.solution.backend}));
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
    put_proof(sheet, solved, session);
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
    Finding finding{.severity = Severity::error, .code = std::string(solver::name_of(end.reason))};
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

Answer answer_of(const Solved& solved, const SolveRequest& request, const Session& session) {
    Answer answer;
    answer.verb = "solve";
    answer.findings = solved.findings;
    answer.result = result_of(solved, request);
    if (!solved.is_proved()) return without_optimum(std::move(answer), solved, session);
    answer.screen = screen_of(solved, request, session);
    return answer;
}

}  // namespace ecumene::pipeline
