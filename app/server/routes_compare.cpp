#include "pipeline/studio/comparison.hpp"
#include "pipeline/studio/equations.hpp"
#include "pipeline/studio/origin.hpp"
#include "pipeline/wrong_use.hpp"
#include "problems.hpp"
#include "route_answers.hpp"
#include "routes.hpp"

namespace ecumene::server {
namespace {

pipeline::Runs runs_of(const Request& request, const pipeline::RunShelf& shelf) {
    constexpr std::size_t most = 6;
    const auto ids = request.parameters("run");
    if (ids.size() < 2 || ids.size() > most)
        throw pipeline::Refusal(
            malformed({"Name two to six runs: ?run=…&run=…", "실행을 둘에서 여섯까지 적으십시오: ?run=…&run=…"}));
    pipeline::Runs runs;
    for (const auto& id : ids) runs.push_back(shelf.run(id));
    return runs;
}

}  // namespace

void add_compare_routes(Router& router, const pipeline::Project& project, const pipeline::RunShelf& shelf) {
    router.add("GET", "/api/compare", [&](const Request& request, const Places&) {
        return json_answer(pipeline::comparison_value(runs_of(request, shelf), project));
    });
    router.add("GET", "/api/compare/{table}", [&](const Request& request, const Places& in) {
        const auto compared =
            pipeline::compared_table(runs_of(request, shelf), in.at("table"), filters_of(request, {"run"}));
        return table_answer(request, compared.table, compared.words);
    });
    router.add("GET", "/api/runs/{id}/origin", [&](const Request& request, const Places& in) {
        return json_answer(pipeline::origin_value(*shelf.run(in.at("id")), project,
            {.table = request.parameter("table"),
                .column = request.parameter("column"),
                .row = filters_of(request, {"table", "column"})}));
    });
    router.add("GET", "/api/equations", [](const Request&, const Places&) {
        auto list = files::Value::list();
        for (const auto& equation : pipeline::equations()) list.add(pipeline::equation_value(equation));
        return json_answer(list);
    });
    router.add("GET", "/api/equations/{number}", [](const Request&, const Places& in) {
        const auto* equation = pipeline::equation_numbered(in.at("number"));
        if (equation == nullptr)
            throw pipeline::WrongUse("there is no equation (" + in.at("number").substr(0, 20) + ")");
        return json_answer(pipeline::equation_value(*equation));
    });
}

}  // namespace ecumene::server
