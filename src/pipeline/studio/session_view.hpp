// What a page asks first: which program, on what, in which language, and whether it may change anything.
#pragma once

#include "files/value.hpp"
#include "pipeline/studio/project.hpp"

namespace ecumene::pipeline {

files::Value session_value(const Project& project, bool can_change, std::size_t most_body);

}  // namespace ecumene::pipeline
