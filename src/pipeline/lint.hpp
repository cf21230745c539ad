// `ecumene lint`: plan documents held against each other and against the rules in force on a day.
//
//     Answer answer = lint({.plans = {"plans", "korea-2023"}, .date = "2027-06-01", .sarif = "plans.sarif"}, session);
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct LintRequest {
    std::vector<std::string> plans{};
    std::string date{};              // empty: today
    std::filesystem::path sarif{};   // file for editors and CI; empty: none
    std::filesystem::path report{};  // HTML file; empty: none
    std::string run{};               // a stored run to look for measures in; empty: none
};

// Findings of severity error make the exit code 1; warnings alone do not.
Answer lint(const LintRequest& request, const Session& session);

}  // namespace ecumene::pipeline
