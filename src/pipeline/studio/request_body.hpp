// What pages send, read strictly: an unknown or ill-formed member is refused with its name.
#pragma once

#include <optional>
#include <string>

#include "pipeline/studio/job.hpp"
#include "pipeline/studio/scenario_store.hpp"

namespace ecumene::pipeline {

struct ScenarioBody {
    std::string name{};
    ScenarioWriting writing{};
    std::optional<std::string> expected{};
};

// Throw Refusal.
ScenarioBody scenario_body(const std::string& json);
JobRequest job_body(const std::string& json, Language language);

}  // namespace ecumene::pipeline
