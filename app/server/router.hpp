// Which function answers which path.
//
//     Router router;
//     router.add("GET", "/api/runs/{id}/tables/{table}", [](const Request& r, const Places& in) { return ...in.at("id")... });
//     Response response = router.answer(request);          // refuses what no route takes, and turns what is thrown into a problem
//
// A last part written {name*} takes the rest of the path, slashes included. Parts in braces are never empty.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "message.hpp"

namespace ecumene::server {

using Places = std::map<std::string, std::string>;
using Handler = std::function<Response(const Request&, const Places&)>;

class Router {
public:
    void add(const std::string& method, const std::string& pattern, Handler handler);
    Response answer(const Request& request) const;
    // "GET /api/session", for comparing with the description of the API.
    std::vector<std::string> routes() const;

private:
    struct Route {
        std::string method, pattern;
        std::vector<std::string> parts;
        Handler handler;
    };
    std::vector<Route> routes_;
};

}  // namespace ecumene::server
