#include "guard.hpp"

#include <sys/random.h>

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "problems.hpp"

namespace ecumene::server {
namespace {

using pipeline::Problem;

constexpr const char* own_names[] = {"127.0.0.1", "localhost", "[::1]"};

// Takes as long for a wrong first letter as for a wrong last one.
bool is_same(const std::string& a, const std::string& b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    return difference == 0;
}

bool holds_control(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

bool climbs(const std::string& path) {
    const auto parts = split(path, '/');
    return std::any_of(parts.begin(), parts.end(), [](const std::string& p) { return p == ".." || p == "."; });
}

std::optional<Problem> complaint_of_path(const std::string& path, std::size_t most) {
    if (path.empty() || path.front() != '/' || holds_control(path) || climbs(path) ||
        path.find('\\') != std::string::npos)
        return malformed({"The address is not one of this studio.", "이 스튜디오의 주소가 아닙니다."});
    if (path.size() > most) return malformed({"The address is too long.", "주소가 너무 깁니다."});
    return {};
}

std::optional<Problem> complaint_of_body(const Request& request, std::size_t most) {
    if (!request.header("transfer-encoding").empty()) return no_length();
    const auto& length = request.header("content-length");
    if (length.empty()) return {};
    double bytes = 0.0;
    const bool is_number = length.find_first_not_of("0123456789") == std::string::npos && parse_number(length, bytes);
    if (!is_number) return malformed({"The length of the body is not a number.", "본문 길이가 숫자가 아닙니다."});
    if (bytes > static_cast<double>(most)) return too_large(most);
    if (bytes > 0.0 && !request.changes())
        return malformed({"A question has no body.", "조회 요청에는 본문이 없어야 합니다."});
    const auto& type = request.header("content-type");
    if (bytes > 0.0 && type.compare(0, 16, "application/json") != 0) return not_json();
    return {};
}

}  // namespace

bool Guard::is_own_host(const std::string& host) const {
    return std::any_of(std::begin(own_names), std::end(own_names), [&](const char* name) {
        return host == std::string(name) + ":" + std::to_string(port) || (port == 80 && host == name);
    });
}

bool Guard::is_own_origin(const std::string& origin) const {
    constexpr std::string_view scheme = "http://";
    return origin.compare(0, scheme.size(), scheme) == 0 && is_own_host(origin.substr(scheme.size()));
}

bool Guard::has_token(const Request& request) const {
    return !token.empty() && is_same(request.header("x-ecumene-token"), token);
}

std::optional<Problem> Guard::complaint(const Request& request) const {
    const auto& host = request.header("host");
    if (!is_own_host(host)) return foreign_host(host);
    // "null" comes from pages in a sandbox, such as a report: they only look at themselves.
    if (const auto& origin = request.header("origin"); !origin.empty() && !is_own_origin(origin))
        return foreign_origin(origin);
    if (const auto& site = request.header("sec-fetch-site");
        request.changes() && (site == "cross-site" || site == "same-site"))
        return foreign_origin(site);
    if (auto problem = complaint_of_path(request.path, most_path)) return problem;
    if (request.changes() && !has_token(request)) return no_token();
    return complaint_of_body(request, most_body);
}

std::string new_token() {
    std::array<unsigned char, 32> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw Error(ErrorKind::environment, "the system gives no random numbers: no token can be made");
    constexpr const char* digits = "0123456789abcdef";
    std::string token;
    for (const unsigned char byte : bytes) {
        token += digits[byte >> 4U];
        token += digits[byte & 15U];
    }
    return token;
}

}  // namespace ecumene::server
