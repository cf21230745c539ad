#include "router.hpp"

#include <optional>
#include <set>
#include <utility>

#include "problems.hpp"

namespace ecumene::server {
namespace {

bool is_place(const std::string& part) {
    return part.size() > 2 && part.front() == '{' && part.back() == '}';
}

bool takes_the_rest(const std::string& part) {
    return is_place(part) && part[part.size() - 2] == '*';
}

std::string rest_of(const std::vector<std::string>& parts, std::size_t from) {
    return join(std::vector<std::string>(parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end()), "/");
}

std::optional<Places> match(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    Places places;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto& part = pattern[i];
        if (i >= path.size()) return {};
        if (takes_the_rest(part)) {
            const auto rest = rest_of(path, i);
            if (rest.empty()) return {};
            places[part.substr(1, part.size() - 3)] = rest;
            return places;
        }
        if (is_place(part)) {
            if (path[i].empty()) return {};
            places[part.substr(1, part.size() - 2)] = path[i];
        } else if (part != path[i]) {
            return {};
        }
    }
    return pattern.size() == path.size() ? std::optional(places) : std::nullopt;
}

std::string method_of(const Request& request) {
    return request.method == "HEAD" ? "GET" : request.method;
}

}  // namespace

void Router::add(const std::string& method, const std::string& pattern, Handler handler) {
    routes_.push_back({method, pattern, split(pattern, '/'), std::move(handler)});
}

std::vector<std::string> Router::routes() const {
    std::vector<std::string> names;
    for (const auto& route : routes_) names.push_back(route.method + " " + route.pattern);
    return names;
}

Response Router::answer(const Request& request) const {
    const auto path = split(request.path, '/');
    std::set<std::string> allowed;
    for (const auto& route : routes_) {
        const auto places = match(route.parts, path);
        if (!places) continue;
        if (route.method != method_of(request)) {
            allowed.insert(route.method);
            continue;
        }
        try {
            return route.handler(request, *places);
        } catch (...) {
            return problem_answer(std::current_exception(), request);
        }
    }
    if (allowed.empty()) return problem_answer(no_such_path(), request);
    const std::vector<std::string> methods(allowed.begin(), allowed.end());
    auto refusal = problem_answer(wrong_method(join(methods, ", ")), request);
    refusal.headers.emplace_back("Allow", join(methods, ", "));
    return refusal;
}

}  // namespace ecumene::server
