// Reads a plan folder, or tables that came from elsewhere, into a PlanDocument; what cannot be read becomes findings.
//
//     ReadPlan read = read_plan("plans/jeonnam", "plans/jeonnam");
//     read.findings.has_errors()          // "plans/jeonnam/measures.csv, row 4, column sector: ... - did you mean 'buildings'?"
//
// With errors the document holds what could be read and is not to be judged. Sizes are bounded; no file outside the folder is
// opened. Whether the plan is sound is the business of the rules.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/findings.hpp"
#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

inline constexpr const char* plan_file = "plan.toml";

struct ReadPlan {
    PlanDocument plan;
    Findings findings;
};

// `shown` names the folder in findings.
ReadPlan read_plan(const std::filesystem::path& folder, const std::string& shown);

// Several folders, on so many threads; the results lie in the order of the folders.
struct PlanFolder {
    std::filesystem::path folder;
    std::string shown;
};
std::vector<ReadPlan> read_plans(const std::vector<PlanFolder>& folders, int threads);

// The same from texts by file name ("plan.toml", "emissions.csv"), for tables that were made of a workbook, and for tests.
using PlanTexts = std::map<std::string, std::string, std::less<>>;
ReadPlan read_plan(PlanTexts texts, const std::string& shown);

bool is_plan_folder(const std::filesystem::path& folder);

}  // namespace ecumene::governance
