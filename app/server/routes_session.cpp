#include "pipeline/studio/session_view.hpp"
#include "route_answers.hpp"
#include "routes.hpp"

namespace ecumene::server {

void add_session_routes(Router& router, const pipeline::Project& project, const Guard& guard) {
    router.add("GET", "/api/session", [&](const Request& request, const Places&) {
        return json_answer(pipeline::session_value(project, guard.has_token(request), guard.most_body));
    });
}

}  // namespace ecumene::server
