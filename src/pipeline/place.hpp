// Where packages are found and where runs go.
//
//     const Places places = surroundings();
//     const Package package = find_package("korea", places);     // ./korea if there is one, else the bundled one
//     package.runs                                               // ./runs, or <project>/runs for a folder of the user
//
// The bundled data is looked for in $ECUMENE_DATA, then beside or above the program (a build tree), then in
// <prefix>/share/ecumene/data (an installation). Nothing is ever written there: scenarios of one's own for a bundled package
// stand in ./scenarios/<package>/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ecumene::pipeline {

struct Places {
    std::filesystem::path working_folder;
    std::filesystem::path data_folder;  // empty: no bundled data was found
};

// Of this process: its working folder, its executable, its environment.
Places surroundings();

// Where the studio's pages are: $ECUMENE_STUDIO, else build/studio above the program, else <prefix>/share/ecumene/studio.
// Empty: nowhere.
std::filesystem::path studio_bundle();

struct Package {
    std::string name;  // as people call it: the folder's own name
    std::filesystem::path folder;
    std::filesystem::path runs;           // where its runs go unless the user says otherwise
    std::filesystem::path own_scenarios;  // of a bundled package: the user's, which go before its own; else empty
    bool is_bundled{};
};

// Names of the bundled packages, sorted.
std::vector<std::string> bundled_packages(const Places& places);

// Throws WrongUse that says what was looked for, and what was meant.
Package find_package(const std::string& argument, const Places& places);

// The package a run folder was made from: the project around it, else the bundled one of that name.
// Throws WrongUse if neither is there.
Package package_of_run(const std::filesystem::path& run_folder, const std::string& package_name, const Places& places);

// A run by its folder, or by the (beginning of the) name of a folder in `runs`. Throws WrongUse.
std::filesystem::path find_run(const std::string& argument, const std::filesystem::path& runs);

}  // namespace ecumene::pipeline
