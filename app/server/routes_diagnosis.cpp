#include "route_answers.hpp"
#include "routes.hpp"

namespace ecumene::server {
namespace {

pipeline::DiagnoseRequest asked_in(const Request& request) {
    pipeline::DiagnoseRequest asked{.grouping = request.parameter("grouping"), .years = request.parameter("years")};
    if (const auto& text = request.parameter("accounting"); !text.empty()) asked.accounting = text;
    if (const auto& text = request.parameter("ledger"); !text.empty()) asked.ledger = text;
    return asked;
}

}  // namespace

void add_diagnosis_routes(Router& router, pipeline::DiagnosisShelf& shelf) {
    router.add("GET", "/api/diagnosis",
        [&](const Request& request, const Places&) { return answer(shelf.json(asked_in(request))); });
    router.add("GET", "/api/diagnosis/tables",
        [&](const Request& request, const Places&) { return json_answer(shelf.tables(asked_in(request))); });
    router.add("GET", "/api/diagnosis/tables/{table}", [&](const Request& request, const Places& in) {
        return table_answer(request,
            shelf.table(
                asked_in(request), in.at("table"), filters_of(request, {"grouping", "years", "accounting", "ledger"})),
            {});
    });
    router.add("GET", "/api/diagnosis/files", [&](const Request& request, const Places&) {
        auto list = files::Value::list();
        for (const auto& file : shelf.files(asked_in(request)))
            list.add(files::Value::object().set("name", file.name).set("type", file.type));
        return json_answer(list);
    });
    router.add("GET", "/api/diagnosis/files/{name*}", [&](const Request& request, const Places& in) {
        return file_answer(shelf.files(asked_in(request)), in.at("name"), "diagnosis");
    });
}

}  // namespace ecumene::server
