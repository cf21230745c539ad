// What goes into a run, and the name its folder gets from it: the same inputs, the same folder.
//
//     RunKey key = run_key(inputs);
//     key.name()            // "3f2a91c04b7d", the folder's name
//
// Only what can change a result counts: not the language, the place of the runs, a time limit or how progress is shown.
#pragma once

#include <string>
#include <vector>

namespace ecumene::pipeline {

struct RunInputs {
    std::string version;
    std::string package_name;
    std::string package_digest;
    std::string scenario;              // its name
    std::string scenario_text;         // Scenario::canonical()
    std::vector<std::string> regions;  // codes, in the package's order; empty: all
    std::string backend;               // the solver that serves, with its version
    std::string method;
    double tolerance{};
    int threads{};
};

struct RunKey {
    std::string hex;  // SHA-256
    std::string name() const { return hex.substr(0, 12); }
};

RunKey run_key(const RunInputs& inputs);

}  // namespace ecumene::pipeline
