// A scenario as somebody writes it: of the package, of the user's own folder, or a text that is no file yet.
//
//     const ScenarioDraft draft = draft_scenario(data, {.name = "deep-cut", .own = "scenarios/korea", .text = written});
//     draft.findings;  draft.layer;  draft.scenario            // with errors among the findings only they count
//
// scenario.hpp is enough for whoever only plans what the package brings.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/findings.hpp"
#include "dataset/scenario.hpp"
#include "files/value.hpp"

namespace ecumene::dataset {

// Which scenario is meant, and what stands over it.
struct ScenarioSource {
    std::string name{};                    // empty: the package's default
    std::vector<std::string> overrides{};  // "key=value" in TOML dotted form, applied last
    std::filesystem::path own{};        // a folder of the user's whose scenarios go before the package's; empty: none
    std::optional<std::string> text{};  // TOML to be taken instead of the file of that name
};

struct ScenarioDraft {
    Findings findings;
    Scenario scenario;
    files::Value layer;  // what its own file says: the difference to base
    files::Value tree;   // all of it, base included
};
ScenarioDraft draft_scenario(const Dataset& data, const ScenarioSource& source);

// Throws FindingsError.
Scenario load_scenario(const Dataset& data, const ScenarioSource& source);
// Of the package and of the user's folder, sorted, each once.
std::vector<std::string> scenario_names(const Dataset& data, const std::filesystem::path& own);

}  // namespace ecumene::dataset
