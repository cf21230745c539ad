// A study of structure as the result of --json: method, parameters, areas, count, bound, proven, and what else was measured.
#pragma once

#include "files/value.hpp"
#include "pipeline/structure_input.hpp"
#include "structure/study.hpp"

namespace ecumene::pipeline {

files::Value structure_result(const structure::Study& study, const StructureInput& input);
// Of a test of megaregions; `regions` and `groups` name what the test numbers.
files::Value megaregions_result(const structure::MegaregionTest& test, const std::vector<std::string>& regions,
    const std::vector<std::string>& groups);

}  // namespace ecumene::pipeline
