// `ecumene centres`: structures a region could grow into, chosen with a bound, measured on one yardstick, handed to `plan` by name.
//
//     Answer answer = centres({.package = "korea", .output = "korea-centres"}, session);
//
// With `output` a folder appears whole or not at all: the report, tables, and a copy of the package in which every structure is
// a scenario (`ecumene plan korea-centres/package --scenario multi-nuclear`). Otherwise nothing is written.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct CentresRequest {
    std::string package{};
    std::filesystem::path output{};
    int rounds{};                         // of structure and plan by turns; 0: none
    std::vector<std::string> settings{};  // "carbon_price=200000": an assumption by its name
    std::optional<Language> language{};
};

Answer centres(const CentresRequest& request, const Session& session);

}  // namespace ecumene::pipeline
