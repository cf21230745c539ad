// Every address of the studio's API, by what it is about. Each function is a thin hand between a request and the pipeline.
//
//     Router router;
//     add_all_routes(router, parts);
//
// schema/studio_api.json describes them; a test holds both against each other.
#pragma once

#include "guard.hpp"
#include "pipeline/studio/diagnosis_shelf.hpp"
#include "pipeline/studio/event_hub.hpp"
#include "pipeline/studio/job_queue.hpp"
#include "pipeline/studio/project.hpp"
#include "pipeline/studio/run_shelf.hpp"
#include "pipeline/studio/scenario_store.hpp"
#include "pipeline/studio/structure_shelf.hpp"
#include "router.hpp"

namespace ecumene::server {

// What the routes reach for; everything must outlive the router.
struct Parts {
    const pipeline::Project& project;
    const pipeline::RunShelf& shelf;
    pipeline::DiagnosisShelf& diagnoses;
    pipeline::StructureShelf& structures;
    pipeline::ScenarioStore& scenarios;
    pipeline::JobQueue& queue;
    pipeline::EventHub& hub;
    const Guard& guard;
};
void add_all_routes(Router& router, const Parts& parts);

void add_session_routes(Router& router, const pipeline::Project& project, const Guard& guard);
void add_package_routes(Router& router, const pipeline::Project& project);
void add_scenario_routes(Router& router, const pipeline::Project& project, pipeline::ScenarioStore& store);
void add_job_routes(Router& router, pipeline::JobQueue& queue, pipeline::EventHub& hub);
void add_compare_routes(Router& router, const pipeline::Project& project, const pipeline::RunShelf& shelf);
void add_diagnosis_routes(Router& router, pipeline::DiagnosisShelf& shelf);
void add_structure_routes(Router& router, pipeline::StructureShelf& shelf);
void add_run_routes(Router& router, const pipeline::Project& project, const pipeline::RunShelf& shelf);

}  // namespace ecumene::server
