#include "pipeline/plan_folders.hpp"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include "core/parallel.hpp"
#include "governance/plan/read_plan.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 5;
constexpr std::size_t most_plans = 5'000;

void look_below(const fs::path& folder, std::vector<fs::path>& into) {
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failure), end;
    for (; !failure && entry != end; entry.increment(failure)) {
        if (entry.depth() >= deepest) entry.disable_recursion_pending();
        if (entry->path().filename() != governance::plan_file) continue;
        into.push_back(entry->path().parent_path());
        if (into.size() > most_plans)
            throw WrongUse(
                compose("'{}' holds more than {} plans", {folder.string(), most_plans}), "name them one by one");
    }
}

std::vector<std::string> bundled_plans(const Places& places) {
    std::vector<std::string> names;
    std::error_code failure;
    if (places.data_folder.empty()) return names;
    for (const auto& entry : fs::directory_iterator(places.data_folder / "plans", failure))
        if (governance::is_plan_folder(entry.path())) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<fs::path> folders_of(const std::string& argument, const Session& session) {
    const auto here = (session.places.working_folder / argument).lexically_normal();
    std::error_code ignored;
    std::vector<fs::path> found;
    if (fs::is_directory(here, ignored)) {
        look_below(here, found);
        if (!found.empty()) return found;
        throw WrongUse(compose("the folder '{}' holds no plan: there is no plan.toml in it or below it", {argument}),
            "docs/guide/plans-that-agree.md shows what a plan folder looks like");
    }
    const auto names = bundled_plans(session.places);
    if (std::find(names.begin(), names.end(), argument) != names.end())
        return {session.places.data_folder / "plans" / argument};
    const auto meant = did_you_mean(argument, names);
    throw WrongUse(compose("there is no plan '{}': neither a folder nor a bundled plan", {argument}),
        meant.empty() ? "the bundled plans are " + join(names, ", ") : meant);
}

void refuse_same_ids(std::vector<governance::PlanDocument>& plans, Findings& findings) {
    std::map<std::string, std::string> seen;
    std::vector<governance::PlanDocument> kept;
    for (auto& plan : plans) {
        const auto [first, is_new] = seen.emplace(plan.id, plan.place);
        if (is_new) {
            kept.push_back(std::move(plan));
            continue;
        }
        findings.error({.severity = Severity::error,
            .code = "duplicate_plan",
            .file = plan.place + "/" + governance::plan_file,
            .row = 0,
            .column = "plan.id",
            .message = compose("the id '{}' is that of {} too; this plan is not judged", {plan.id, first->second}),
            .remedy = "give each plan an id of its own"});
    }
    plans = std::move(kept);
}

}  // namespace

std::vector<fs::path> plan_folders(const std::vector<std::string>& arguments, const Session& session) {
    std::vector<fs::path> all;
    for (const auto& argument : arguments)
        for (auto& folder : folders_of(argument, session)) all.push_back(std::move(folder));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::string place_shown(const fs::path& folder, const Session& session) {
    if (!session.places.data_folder.empty() && folder.parent_path() == session.places.data_folder / "plans")
        return folder.filename().string();
    return shown(folder, session);
}

FoundPlans read_plans(const std::vector<std::string>& arguments, const Session& session) {
    constexpr std::size_t at_once = 64;  // between two words on how far it is
    const auto folders = plan_folders(arguments, session);
    FoundPlans found;
    std::vector<governance::PlanDocument> plans;
    session.progress->stage({"Reading the plans", "계획 읽기"}, 0.0);
    for (std::size_t first = 0; first < folders.size(); first += at_once) {
        session.progress->update(static_cast<double>(first) / static_cast<double>(folders.size()), {});
        std::vector<governance::PlanFolder> some;
        for (std::size_t i = first; i < std::min(first + at_once, folders.size()); ++i)
            some.push_back({folders[i], place_shown(folders[i], session)});
        for (auto& read : governance::read_plans(some, processors())) {
            found.findings.append(read.findings);
            if (read.findings.has_errors())
                ++found.unreadable;
            else
                plans.push_back(std::move(read.plan));
        }
    }
    refuse_same_ids(plans, found.findings);
    found.set = governance::PlanSet(std::move(plans));
    return found;
}

governance::Date day_named(const std::string& text) {
    if (text.empty()) return governance::today();
    const auto day = governance::parse_date(text);
    if (!day) throw WrongUse(compose("'{}' is not a date", {text}), "write it as --date 2027-06-01");
    return *day;
}

}  // namespace ecumene::pipeline
