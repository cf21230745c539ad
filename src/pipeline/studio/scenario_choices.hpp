// What a scenario of this package may say: its targets, demands, populations, technologies, and every input that can be scaled.
//
//     scenario_choices(project)                 // GET /api/scenarios/choices
#pragma once

#include "files/value.hpp"
#include "pipeline/studio/project.hpp"

namespace ecumene::pipeline {

files::Value scenario_choices(const Project& project);

}  // namespace ecumene::pipeline
