#include "pipeline/check.hpp"

#include <array>
#include <chrono>
#include <utility>

#include "dataset/dataset.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/words.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

const Bilingual& in_words(const std::string& status) {
    static const std::map<std::string, Bilingual> words{{"reported", {"reported", "보고"}},
        {"derived", {"derived", "산출"}}, {"estimated", {"estimated", "추정"}}, {"modelled", {"modelled", "모형"}},
        {"assumed", {"assumed", "가정"}}};
    static const Bilingual other{"without status", "상태 없음"};
    const auto at = words.find(status);
    return at == words.end() ? other : at->second;
}

Bilingual told(const std::string& english, const std::string& korean, std::size_t count) {
    const auto number = counted(count, english, "건");
    return {number.en, korean + " " + number.ko};
}

std::string verdict(const Findings& findings, const Session& session) {
    const auto errors = findings.count(Severity::error), warnings = findings.count(Severity::warning);
    const auto warned = session.in(told("warning", "주의", warnings));
    const auto style = session.style();
    if (errors > 0)
        return style.bad(session.in(told("error", "오류", errors))) + (warnings > 0 ? ", " + warned : std::string{});
    if (warnings > 0) return style.good(session.in({"No errors", "오류 없음"})) + ", " + warned;
    return style.good(session.in({"Clean", "이상 없음"}));
}

void put_rows(Sheet& sheet, const dataset::CheckReport& report, const Session& session) {
    constexpr std::array<const char*, 5> order{"reported", "derived", "estimated", "modelled", "assumed"};
    double all = 0.0;
    for (const auto& [status, rows] : report.rows_by_status) all += static_cast<double>(rows);
    if (all <= 0.0) return;
    Columns table({Align::left, Align::left, Align::right, Align::right});
    for (const char* status : order) {
        const auto at = report.rows_by_status.find(status);
        if (at == report.rows_by_status.end() || at->second == 0) continue;
        const double share = static_cast<double>(at->second) / all;
        table.add({session.in(in_words(status)), session.style().accent(bar(share, 16)),
            grouped(static_cast<double>(at->second)), compose("{:.0f}%", {100.0 * share})});
    }
    sheet.field({"Rows", "행"}, session.in({"by how they came to be", "값의 출처 상태별"}));
    sheet.lines(table.lines(0));
    sheet.gap();
}

// What a package allows goes beyond what the program can do today; the screen names only commands that are there.
bool is_offered(const std::string& verb) {
    return verb == "diagnose" || verb == "plan";
}

void put_capabilities(Sheet& sheet, const dataset::CheckReport& report, const Session& session) {
    const auto style = session.style();
    Bilingual label =
        report.findings.has_errors() ? Bilingual{"Once mended", "고치고 나면"} : Bilingual{"Enables", "가능한 일"};
    for (const auto& capability : report.capabilities) {
        if (!is_offered(capability.verb)) continue;
        const auto missing = join(capability.missing, ", ");
        std::string text = (capability.is_possible ? style.good("✓ ") : style.bad("✗ ")) + capability.verb;
        if (!missing.empty())
            text += compose(capability.is_possible ? session.in({": more with {}", ": {}이(가) 있으면 더 많이"})
                                                   : session.in({": needs {}", ": {} 필요"}),
                {missing});
        sheet.field(label, text);
        label = {};
    }
}

Value result_of(const dataset::CheckReport& report) {
    auto capabilities = Value::list();
    for (const auto& capability : report.capabilities) {
        auto missing = Value::list();
        for (const auto& table : capability.missing) missing.add(table);
        capabilities.add(Value::object()
                             .set("verb", capability.verb)
                             .set("possible", capability.is_possible)
                             .set("missing", std::move(missing)));
    }
    auto by_status = Value::object();
    for (const auto& [status, rows] : report.rows_by_status) by_status.set(status, rows);
    auto result = Value::object();
    result.set("tables", report.tables).set("rows", report.rows).set("series", report.series);
    result.set("capabilities", std::move(capabilities)).set("rows_by_status", std::move(by_status));
    return result;
}

}  // namespace

Answer check(const CheckRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    const auto package = find_package(request.package, session.places);
    session.progress->stage({"Checking the package", "자료 점검"}, 0.0);
    const auto report = dataset::check(package.folder);

    Answer answer;
    answer.verb = "check";
    answer.findings = report.findings;
    answer.result = result_of(report);
    answer.result.set("package", package.name);
    if (report.findings.has_errors()) {
        answer.status = Status::findings;
        answer.exit = Exit::findings;
    }
    Sheet sheet(session);
    sheet.title(package.name, {}, shown(package.folder, session));
    sheet.field({"Package", "자료"},
        verdict(report.findings, session) +
            compose(session.in({": {} tables, {} rows, {} hourly series.", ": 표 {}개, {}행, 시계열 {}개."}),
                {report.tables, grouped(static_cast<double>(report.rows)), report.series}));
    sheet.gap();
    sheet.findings(report.findings);
    put_rows(sheet, report, session);
    put_capabilities(sheet, report, session);
    answer.screen = sheet.text();
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
