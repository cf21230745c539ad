// Finds plan documents by what people type: a plan folder, a folder of plan folders, or the name of a bundled plan.
//
//     const FoundPlans found = read_plans({"plans", "korea-2023"}, session);
//     found.set                            // those that could be read without errors
//     found.findings                       // what is wrong with the files, of all of them
#pragma once

#include <string>
#include <vector>

#include "core/findings.hpp"
#include "governance/plan/plan_set.hpp"
#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct FoundPlans {
    governance::PlanSet set;
    Findings findings;
    std::size_t unreadable{};
};

// Folders with a plan.toml, sorted. Throws WrongUse for an argument that leads to none.
std::vector<std::filesystem::path> plan_folders(const std::vector<std::string>& arguments, const Session& session);

// How a plan folder is shown, and what `place` of its document is: a bundled plan by its name, not by where the program keeps it.
std::string place_shown(const std::filesystem::path& folder, const Session& session);

FoundPlans read_plans(const std::vector<std::string>& arguments, const Session& session);

// "2027-06-01"; empty: the day by the clock. Throws WrongUse.
governance::Date day_named(const std::string& text);

}  // namespace ecumene::pipeline
