#include "pipeline/studio/request_body.hpp"
#include "pipeline/studio/scenario_choices.hpp"
#include "pipeline/studio/scenario_words.hpp"
#include "route_answers.hpp"
#include "routes.hpp"

namespace ecumene::server {

void add_scenario_routes(Router& router, const pipeline::Project& project, pipeline::ScenarioStore& store) {
    router.add("GET", "/api/schema/scenario",
        [](const Request&, const Places&) { return answer(std::string(pipeline::scenario_schema_text())); });
    router.add("GET", "/api/scenarios", [&](const Request&, const Places&) { return json_answer(store.list()); });
    router.add("GET", "/api/scenarios/choices",
        [&](const Request&, const Places&) { return json_answer(pipeline::scenario_choices(project)); });
    router.add("GET", "/api/scenarios/{name}",
        [&](const Request&, const Places& in) { return json_answer(store.scenario(in.at("name"))); });
    router.add("POST", "/api/scenarios/check", [&](const Request& request, const Places&) {
        const auto body = pipeline::scenario_body(request.body);
        return json_answer(store.check(body.name, body.writing));
    });
    router.add("PUT", "/api/scenarios/{name}", [&](const Request& request, const Places& in) {
        const auto body = pipeline::scenario_body(request.body);
        return json_answer(store.save(in.at("name"), body.writing, body.expected));
    });
    router.add("DELETE", "/api/scenarios/{name}", [&](const Request&, const Places& in) {
        store.remove(in.at("name"));
        return Response{.status = 204};
    });
}

}  // namespace ecumene::server
