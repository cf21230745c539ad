#include "pipeline/solver_choice.hpp"

#include <utility>
#include <vector>

#include "core/text.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {

solver::Backend backend_named(const std::string& name, Numbers numbers) {
    static const std::vector<std::pair<std::string, solver::Backend>> known{{"auto", solver::Backend::automatic},
        {"barrier", solver::Backend::barrier}, {"highs", solver::Backend::highs}, {"clp", solver::Backend::clp},
        {"cbc", solver::Backend::cbc}};
    std::vector<std::string> names;
    for (const auto& [word, backend] : known) {
        if (backend == solver::Backend::cbc && numbers == Numbers::real) continue;
        if (word == name) return backend;
        names.push_back(word);
    }
    throw WrongUse("there is no solver '" + name + "'", "the solvers are " + join(names, ", "));
}

}  // namespace ecumene::pipeline
