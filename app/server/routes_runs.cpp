#include "pipeline/studio/hours.hpp"
#include "pipeline/studio/run_view.hpp"
#include "pipeline/studio/words_of_results.hpp"
#include "route_answers.hpp"
#include "routes.hpp"

namespace ecumene::server {
void add_run_routes(Router& router, const pipeline::Project& project, const pipeline::RunShelf& shelf) {
    router.add("GET", "/api/runs",
        [&](const Request&, const Places&) { return json_answer(pipeline::runs_value(shelf, project)); });
    router.add("GET", "/api/runs/{id}",
        [&](const Request&, const Places& in) { return answer(pipeline::run_json(*shelf.run(in.at("id")), project)); });
    router.add("GET", "/api/runs/{id}/tables/{table}", [&](const Request& request, const Places& in) {
        const auto& name = in.at("table");
        return table_answer(request, pipeline::run_table(*shelf.run(in.at("id")), name, filters_of(request)),
            pipeline::words_of_result(name));
    });
    router.add("GET", "/api/runs/{id}/files/{name*}", [&](const Request&, const Places& in) {
        return file_answer(pipeline::run_files(*shelf.run(in.at("id"))), in.at("name"), in.at("id"));
    });
    router.add("GET", "/api/runs/{id}/hours", [&](const Request& request, const Places& in) {
        pipeline::HourChoice choice{.year = whole_number(request, "year", 0), .regions = request.parameters("region")};
        if (const auto& carrier = request.parameter("carrier"); !carrier.empty()) choice.carrier = carrier;
        return answer(
            pipeline::packed(pipeline::hours_of(*shelf.run(in.at("id")), choice)), "application/octet-stream");
    });
}

}  // namespace ecumene::server
