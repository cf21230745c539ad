// A request and its answer as the studio's routes see them: no word of sockets or of the library that serves them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.hpp"

namespace ecumene::server {

struct Request {
    std::string method{};                                      // GET, POST, ...
    std::string path{};                                        // decoded, without the query
    std::vector<std::pair<std::string, std::string>> query{};  // decoded, in the order of writing
    std::map<std::string, std::string> headers{};              // names in small letters; the first of each
    std::string body{};

    // Empty if it is not there.
    const std::string& header(const std::string& name) const;
    const std::string& parameter(const std::string& name) const;
    std::vector<std::string> parameters(const std::string& name) const;
    bool changes() const { return method != "GET" && method != "HEAD"; }
    // What Accept-Language asks for first.
    Language language() const;
};

// Writes bytes to the other side; false when it has gone away.
using Sink = std::function<bool(std::string_view bytes)>;

struct Response {
    int status{200};
    std::string type{"application/json"};
    std::vector<std::pair<std::string, std::string>> headers{};
    std::shared_ptr<const std::string> body{};
    // Instead of a body: writes piece by piece until it returns or the sink says false.
    std::function<void(const Sink&)> stream{};
};

Response answer(std::string body, std::string type = "application/json", int status = 200);

}  // namespace ecumene::server
