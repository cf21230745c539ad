// `ecumene new`: a folder of one's own to edit, started from a package that is there, cut to regions if wanted.
//
//     Answer answer = new_project({.folder = "honam", .from = "korea", .regions = "honam"}, session);
//
// Beside the package's files it holds template.xlsx (every table with its columns, units and explanations, ready to fill
// in) and a .gitignore. It is built beside and renamed when whole; a folder that is not empty is left alone.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct NewRequest {
    std::filesystem::path folder{};
    std::string from{};
    std::string regions{};  // as people write them; empty: all
};

Answer new_project(const NewRequest& request, const Session& session);

}  // namespace ecumene::pipeline
