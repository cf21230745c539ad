#include "pipeline/studio/package_view.hpp"
#include "pipeline/studio/words_of_results.hpp"
#include "problems.hpp"
#include "route_answers.hpp"
#include "routes.hpp"

namespace ecumene::server {
namespace {

pipeline::Problem no_shapes() {
    return {.word = "not-found",
        .status = 404,
        .title = {"No outlines", "경계 자료 없음"},
        .detail = {"This package has no outlines of its regions.", "이 자료에는 지역 경계가 없습니다."},
        .remedy = {"A GeoJSON file shapes.json with a property `region` would bring them.",
            "region 속성이 있는 GeoJSON 파일 shapes.json을 넣으면 됩니다."}};
}

}  // namespace

void add_package_routes(Router& router, const pipeline::Project& project) {
    router.add("GET", "/api/package",
        [&](const Request&, const Places&) { return json_answer(pipeline::package_value(project)); });
    router.add("GET", "/api/package/shapes", [&](const Request& request, const Places&) {
        auto shapes = pipeline::package_shapes(project, request.parameter("level"));
        return shapes ? answer(std::move(*shapes), "application/geo+json") : problem_answer(no_shapes(), request);
    });
    router.add("GET", "/api/package/tables/{table}", [&](const Request& request, const Places& in) {
        const auto& name = in.at("table");
        return table_answer(
            request, pipeline::package_table(project, name, filters_of(request)), pipeline::words_of_package(name));
    });
}

}  // namespace ecumene::server
