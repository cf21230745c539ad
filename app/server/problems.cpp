#include "problems.hpp"

namespace ecumene::server {

using pipeline::Problem;

Response problem_answer(const Problem& problem, const Request& request) {
    return answer(pipeline::problem_json(problem, request.language()), "application/problem+json", problem.status);
}

Response problem_answer(std::exception_ptr thrown, const Request& request) {
    const auto asked = request.changes() ? pipeline::Asked::to_change : pipeline::Asked::to_read;
    return problem_answer(pipeline::problem_of(std::move(thrown), asked), request);
}

Problem no_such_path() {
    return {.word = "not-found",
        .status = 404,
        .title = {"There is no such address", "없는 주소입니다"},
        .detail = {"The studio has nothing at this address.", "스튜디오에 이 주소로 된 것이 없습니다."},
        .remedy = {"Start again from the first page.", "첫 화면에서 다시 시작하십시오."}};
}

Problem wrong_method(const std::string& allowed) {
    return {.word = "wrong-method",
        .status = 405,
        .title = {"This address cannot be used that way", "이 주소는 그렇게 쓸 수 없습니다"},
        .detail = {"It takes " + allowed + ".", allowed + "만 받습니다."}};
}

Problem foreign_host(const std::string& host) {
    return {.word = "foreign-host",
        .status = 421,
        .title = {"Not for this studio", "이 스튜디오로 온 요청이 아닙니다"},
        .detail = {compose("The request names the host '{}', which is not this studio.", {host.substr(0, 100)}),
            compose("요청에 적힌 호스트 '{}'는 이 스튜디오가 아닙니다.", {host.substr(0, 100)})},
        .remedy = {"Open the address the program printed.", "프로그램이 알려 준 주소로 여십시오."}};
}

Problem foreign_origin(const std::string& origin) {
    return {.word = "foreign-origin",
        .status = 403,
        .title = {"Another page may not use the studio", "다른 웹 페이지는 스튜디오를 쓸 수 없습니다"},
        .detail = {compose("The request comes from '{}'.", {origin.substr(0, 100)}),
            compose("요청이 '{}'에서 왔습니다.", {origin.substr(0, 100)})},
        .remedy = {"Use the studio's own page.", "스튜디오의 화면을 쓰십시오."}};
}

Problem no_token() {
    return {.word = "no-token",
        .status = 403,
        .title = {"This page may only look", "이 화면에서는 보기만 할 수 있습니다"},
        .detail = {"The token of this start of the studio is missing or is not the right one.",
            "스튜디오를 이번에 켤 때 만든 토큰이 없거나 다릅니다."},
        .remedy = {"Open the address the program printed when it started; it changes with every start.",
            "프로그램을 켤 때 나온 주소로 여십시오. 켤 때마다 바뀝니다."}};
}

Problem too_large(std::size_t most) {
    return {.word = "too-large",
        .status = 413,
        .title = {"Too much at once", "너무 큽니다"},
        .detail = {compose("At most {} bytes are taken.", {grouped(static_cast<double>(most))}),
            compose("{}바이트까지만 받습니다.", {grouped(static_cast<double>(most))})}};
}

Problem not_json() {
    return {.word = "malformed",
        .status = 415,
        .title = {"This is not JSON", "JSON이 아닙니다"},
        .detail = {"Changes are sent as application/json.", "변경은 application/json으로 보내야 합니다."}};
}

Problem malformed(const Bilingual& detail) {
    return {.word = "malformed",
        .status = 400,
        .title = {"The request cannot be read", "요청을 읽을 수 없습니다"},
        .detail = detail};
}

Problem no_length() {
    return {.word = "malformed",
        .status = 411,
        .title = {"The request cannot be read", "요청을 읽을 수 없습니다"},
        .detail = {"A body needs its length beforehand (Content-Length).",
            "본문의 길이(Content-Length)를 먼저 알려야 합니다."}};
}

Problem too_many_streams(std::size_t most) {
    return {.word = "busy",
        .status = 503,
        .title = {"Too many pages are open", "열린 화면이 너무 많습니다"},
        .detail = {compose("{} pages follow the runs already.", {most}),
            compose("이미 {}개 화면이 실행을 지켜보고 있습니다.", {most})},
        .remedy = {"Close some, or reload later: everything else works.",
            "몇 개를 닫거나 나중에 새로 고치십시오. 다른 기능은 그대로 됩니다."}};
}

}  // namespace ecumene::server
