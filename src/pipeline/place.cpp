#include "pipeline/place.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "core/text.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr const char* package_mark = "ecumene.toml";

bool is_package(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_regular_file(folder / package_mark, ignored);
}

bool is_folder(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder, ignored);
}

bool holds_packages(const fs::path& folder) {
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure))
        if (is_package(entry.path())) return true;
    return false;
}

// Up from the program: a build tree lies inside the source tree, an installation has bin/ beside share/.
fs::path data_near(fs::path folder) {
    constexpr int levels = 6;
    for (int level = 0; level < levels && folder.has_relative_path(); ++level, folder = folder.parent_path())
        for (const auto& candidate : {folder / "share" / "ecumene" / "data", folder / "data"})
            if (holds_packages(candidate)) return candidate;
    return {};
}

fs::path program_folder() {
    std::error_code failure;
    const auto program = fs::read_symlink("/proc/self/exe", failure);
    return failure ? fs::path{} : program.parent_path();
}

// Up from the program: an installation has bin/ beside share/, a build tree build/<preset>/bin beside build/studio.
fs::path bundle_near(fs::path folder) {
    constexpr int levels = 6;
    for (int level = 0; level < levels && folder.has_relative_path(); ++level, folder = folder.parent_path())
        for (const auto& candidate : {folder / "share" / "ecumene" / "studio", folder / "build" / "studio"}) {
            std::error_code ignored;
            if (fs::is_regular_file(candidate / "index.html", ignored)) return candidate;
        }
    return {};
}

bool is_inside(const fs::path& folder, const fs::path& parent) {
    if (parent.empty()) return false;
    std::error_code failure;
    const auto relative = fs::relative(folder, parent, failure);
    return !failure && !relative.empty() && *relative.begin() != "..";
}

std::string folder_name(const fs::path& folder) {
    std::error_code failure;
    const auto whole = fs::weakly_canonical(folder, failure);
    const auto& path = failure ? folder : whole;
    return path.has_filename() ? path.filename().string() : path.parent_path().filename().string();
}

Package package_at(const fs::path& folder, const Places& places) {
    Package package;
    package.folder = folder;
    package.name = folder_name(folder);
    package.is_bundled = is_inside(folder, places.data_folder);
    package.runs = (package.is_bundled ? places.working_folder : folder) / "runs";
    if (package.is_bundled) package.own_scenarios = places.working_folder / "scenarios" / package.name;
    return package;
}

bool is_plain_name(const std::string& argument) {
    return !argument.empty() && argument.find('/') == std::string::npos && argument != "." && argument != "..";
}

[[noreturn]] void throw_not_found(const std::string& argument, const Places& places) {
    const auto names = bundled_packages(places);
    const std::string bundled = names.empty() ? "no bundled packages were found (set ECUMENE_DATA to their folder)"
                                              : "the bundled packages are " + join(names, ", ");
    const auto meant = nearest(argument, names);
    throw WrongUse(compose("there is no package '{}': looked for a folder {} with {} in it; {}",
                       {argument, is_plain_name(argument) ? "./" + argument : argument, package_mark, bundled}),
        meant.empty() ? "name a package folder, or one of the bundled packages" : "did you mean '" + meant + "'?");
}

}  // namespace

Places surroundings() {
    Places places;
    std::error_code failure;
    places.working_folder = fs::current_path(failure);
    const char* said = std::getenv("ECUMENE_DATA");
    places.data_folder = said != nullptr && *said != '\0' ? fs::path(said) : data_near(program_folder());
    return places;
}

fs::path studio_bundle() {
    const char* said = std::getenv("ECUMENE_STUDIO");
    return said != nullptr && *said != '\0' ? fs::path(said) : bundle_near(program_folder());
}

std::vector<std::string> bundled_packages(const Places& places) {
    std::vector<std::string> names;
    std::error_code failure;
    if (places.data_folder.empty()) return names;
    for (const auto& entry : fs::directory_iterator(places.data_folder, failure))
        if (is_package(entry.path())) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

Package find_package(const std::string& argument, const Places& places) {
    const fs::path here = places.working_folder / argument;
    if (!argument.empty() && is_package(here)) return package_at(here.lexically_normal(), places);
    if (is_plain_name(argument) && !places.data_folder.empty() && is_package(places.data_folder / argument))
        return package_at(places.data_folder / argument, places);
    if (!argument.empty() && is_folder(here))
        throw WrongUse(compose("the folder '{}' is not a data package: it has no {}", {argument, package_mark}),
            "`ecumene new " + argument + "-plan --from korea` starts one");
    throw_not_found(argument, places);
}

Package package_of_run(const fs::path& run_folder, const std::string& package_name, const Places& places) {
    std::error_code failure;
    const auto project = fs::weakly_canonical(run_folder, failure).parent_path().parent_path();
    if (!failure && is_package(project)) return package_at(project, places);
    return find_package(package_name, places);
}

fs::path find_run(const std::string& argument, const fs::path& runs) {
    constexpr const char* run_mark = "manifest.json";
    std::error_code ignored;
    for (const auto& folder : {fs::path(argument), runs / argument})
        if (!argument.empty() && fs::is_regular_file(folder / run_mark, ignored)) return folder;
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(runs, ignored))
        if (fs::is_regular_file(entry.path() / run_mark, ignored)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    std::vector<std::string> begun;
    std::copy_if(names.begin(), names.end(), std::back_inserter(begun),
        [&](const std::string& name) { return !argument.empty() && name.compare(0, argument.size(), argument) == 0; });
    if (begun.size() == 1) return runs / begun.front();
    throw WrongUse(compose("there is no run '{}': looked for a folder of that name with {} in it, and in {}",
                       {argument, run_mark, runs.string()}),
        names.empty() ? "`ecumene plan korea` makes one" : "the runs there are " + join(names, ", "));
}

}  // namespace ecumene::pipeline
