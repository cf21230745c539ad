#include "pipeline/answer.hpp"

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/version.hpp"
#include "pipeline/messages.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

std::string severity_name(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

files::Value value_of(const Finding& finding, Language language) {
    auto value = files::Value::object();
    value.set("severity", severity_name(finding.severity)).set("code", finding.code).set("file", finding.file);
    value.set("row", finding.row).set("column", finding.column);
    value.set("message", said(finding.message, language)).set("remedy", said(finding.remedy, language));
    return value;
}

struct Ending {
    Status status{};
    Exit exit{};
    std::string code;
};

Ending ending_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::input: return {Status::error, Exit::findings, "input"};
        case ErrorKind::io: return {Status::error, Exit::environment, "file"};
        case ErrorKind::environment: return {Status::error, Exit::environment, "environment"};
        case ErrorKind::limit: return {Status::limit, Exit::limit, "limit"};
        case ErrorKind::cancelled: return {Status::cancelled, Exit::cancelled, "cancelled"};
        case ErrorKind::solver: return {Status::error, Exit::fault, "solver"};
        case ErrorKind::internal: break;
    }
    return {Status::error, Exit::fault, "fault"};
}

bool is_disk_or_permission(const std::error_code& code) {
    return code == std::errc::no_space_on_device || code == std::errc::permission_denied ||
           code == std::errc::file_too_large || code == std::errc::read_only_file_system ||
           code == std::errc::operation_not_permitted || code == std::errc::too_many_files_open ||
           code == std::errc::io_error;
}

Answer ended(const std::string& verb, Ending ending, std::string message, std::string remedy, const Session& session) {
    Answer answer;
    answer.verb = verb;
    answer.status = ending.status;
    answer.exit = ending.exit;
    answer.findings.error({.severity = Severity::error,
        .code = std::move(ending.code),
        .file = {},
        .row = 0,
        .column = {},
        .message = std::move(message),
        .remedy = std::move(remedy)});
    answer.screen = screen_of(answer.findings.all().front(), session);
    return answer;
}

Answer ended_by_fault(const std::string& verb, const std::string& what, const Session& session) {
    return ended(verb, {Status::error, Exit::fault, "fault"},
        session.in({"a fault of the program: ", "프로그램의 결함: "}) + what,
        session.in({"please report it with the command that led here; finished work is kept in the run folder",
            "실행한 명령과 함께 알려 주십시오. 끝난 계산은 실행 폴더에 남아 있습니다"}),
        session);
}

// The finding's place as people say it: "tables/demand.csv, row 12, column value".
std::string place_of(const Finding& finding, const Session& session) {
    std::vector<std::string> parts;
    if (!finding.file.empty()) parts.push_back(finding.file);
    if (finding.row > 0) parts.push_back(compose(session.in({"row {}", "{}행"}), {finding.row}));
    if (!finding.column.empty()) parts.push_back(compose(session.in({"column {}", "{} 열"}), {finding.column}));
    return join(parts, ", ");
}

std::string badge(Severity severity, const Session& session) {
    const auto style = session.style();
    switch (severity) {
        case Severity::error: return style.bad(session.in({"error", "오류"}));
        case Severity::warning: return style.warning(session.in({"warning", "주의"}));
        case Severity::note: break;
    }
    return style.faint(session.in({"note", "참고"}));
}

}  // namespace

std::string name_of(Status status) {
    switch (status) {
        case Status::ok: return "ok";
        case Status::findings: return "findings";
        case Status::infeasible: return "infeasible";
        case Status::limit: return "limit";
        case Status::cancelled: return "cancelled";
        case Status::error: break;
    }
    return "error";
}

files::Value findings_value(const Findings& findings, Language language) {
    auto list = files::Value::list();
    for (const auto& finding : findings.all()) list.add(value_of(finding, language));
    return list;
}

std::string json(const Answer& answer, Language language) {
    auto envelope = files::Value::object();
    envelope.set("version", version).set("verb", answer.verb).set("status", name_of(answer.status));
    envelope.set("findings", findings_value(answer.findings, language))
        .set("seconds", answer.seconds)
        .set("result", answer.result);
    auto text = files::json_text(envelope);
    if (text.empty() || text.back() != '\n') text += '\n';
    return text;
}

Answer answer_of(const std::string& verb, std::exception_ptr thrown, const Session& session) {
    try {
        std::rethrow_exception(std::move(thrown));
    } catch (const WrongUse& e) {
        return ended(verb, {Status::error, Exit::wrong_use, "wrong_use"}, e.explain(), e.remedy(), session);
    } catch (const FindingsError& e) {
        Answer answer;
        answer.verb = verb;
        answer.status = Status::findings;
        answer.exit = Exit::findings;
        answer.findings = e.findings();
        answer.screen = screen_of(answer.findings, session);
        return answer;
    } catch (const Error& e) {
        if (e.kind() == ErrorKind::internal) return ended_by_fault(verb, e.explain(), session);
        return ended(verb, ending_of(e.kind()), e.explain(), {}, session);
    } catch (const fs::filesystem_error& e) {
        const auto message = compose("{}: {}", {shown(e.path1(), session), e.code().message()});
        if (is_disk_or_permission(e.code()))
            return ended(verb, ending_of(ErrorKind::environment), message, {}, session);
        return ended(verb, ending_of(ErrorKind::io), message, {}, session);
    } catch (const std::bad_alloc&) {
        return ended(verb, ending_of(ErrorKind::environment),
            session.in({"there is not enough memory", "메모리가 모자랍니다"}),
            session.in({"plan fewer typical days (--days) or a longer step (--step), or fewer regions (--region)",
                "대표일을 줄이거나(--days) 간격을 늘리거나(--step) 지역을 줄이십시오(--region)"}),
            session);
    } catch (const std::exception& e) {
        return ended_by_fault(verb, e.what(), session);
    }
}

std::string screen_of(const Finding& finding, const Session& session) {
    const std::string head = badge(finding.severity, session);
    const int indent = cells(head) + 2;
    const auto place = place_of(finding, session);
    const auto message = said(finding.message, session.language), remedy = said(finding.remedy, session.language);
    std::string text = place.empty() ? message : place + ": " + message;
    std::string screen;
    const auto add = [&](const std::string& words, const std::string& lead) {
        bool is_first = true;
        for (const auto& line : wrap(words, session.width - indent)) {
            screen += (is_first ? pad(lead, indent) : std::string(static_cast<std::size_t>(indent), ' ')) + line + "\n";
            is_first = false;
        }
    };
    add(text, head);
    if (!remedy.empty()) add("→ " + remedy, {});
    return screen;
}

std::string screen_of(const Findings& findings, const Session& session, std::size_t most) {
    auto ordered = findings.all();
    std::stable_sort(
        ordered.begin(), ordered.end(), [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    std::string screen;
    for (std::size_t i = 0; i < std::min(most, ordered.size()); ++i) screen += screen_of(ordered[i], session);
    if (ordered.size() > most)
        screen += compose(
            session.in({"… and {} more: --json lists them all\n", "… 그 밖에 {}건: --json으로 모두 볼 수 있습니다\n"}),
            {ordered.size() - most});
    return screen;
}

std::string shown(const fs::path& path, const Session& session) {
    std::error_code failure;
    const auto near = fs::relative(path, session.places.working_folder, failure).string();
    const auto whole = path.string();
    return failure || near.empty() || near.size() >= whole.size() || near.compare(0, 2, "..") == 0 ? whole : near;
}

}  // namespace ecumene::pipeline
