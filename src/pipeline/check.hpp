// `ecumene check`: what is wrong with a package, what it allows, what would unlock more, and how sure its rows are.
//
//     Answer answer = check({.package = "my-region"}, session);
#pragma once

#include <string>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct CheckRequest {
    std::string package{};
};

// Error findings make the exit code 1; warnings alone do not.
Answer check(const CheckRequest& request, const Session& session);

}  // namespace ecumene::pipeline
