#include "routes.hpp"

namespace ecumene::server {

void add_all_routes(Router& router, const Parts& parts) {
    add_session_routes(router, parts.project, parts.guard);
    add_package_routes(router, parts.project);
    add_diagnosis_routes(router, parts.diagnoses);
    add_structure_routes(router, parts.structures);
    add_scenario_routes(router, parts.project, parts.scenarios);
    add_run_routes(router, parts.project, parts.shelf);
    add_compare_routes(router, parts.project, parts.shelf);
    add_job_routes(router, parts.queue, parts.hub);
}

}  // namespace ecumene::server
