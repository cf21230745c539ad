// Solvers by the names people call them.
//
//     solver::Backend backend = backend_named("barrier", Numbers::real);
#pragma once

#include <string>

#include "solver/solve.hpp"

namespace ecumene::pipeline {

// Whether a problem may ask for whole numbers: CBC serves for these only.
enum class Numbers { real, whole };

// Throws WrongUse that lists the names there are.
solver::Backend backend_named(const std::string& name, Numbers numbers);

}  // namespace ecumene::pipeline
