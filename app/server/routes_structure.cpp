#include <utility>

#include "route_answers.hpp"
#include "routes.hpp"

namespace ecumene::server {

// 200 with the answer of the verb; 202 while it is being made, with how far it is: then ask again.
void add_structure_routes(Router& router, pipeline::StructureShelf& shelf) {
    const auto add = [&](const char* path, pipeline::SpatialVerb verb) {
        router.add("GET", path, [&shelf, verb](const Request&, const Places&) {
            constexpr int done = 200, being_made = 202;
            auto study = shelf.ask(verb);
            return answer(std::move(study.json), "application/json", study.is_done ? done : being_made);
        });
    };
    add("/api/structure", pipeline::SpatialVerb::structure);
    add("/api/centres", pipeline::SpatialVerb::centres);
}

}  // namespace ecumene::server
