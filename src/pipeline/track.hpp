// `ecumene track`: a year of a plan against its path, and the pack for the inspection of 31 May.
//
//     Answer answer = track({.plans = {"plans/jeonnam"}, .year = "2027", .pack = "pack-2027"}, session);
//
// Of several plans the first argument is reckoned; the others are what it is linted against for the pack. A plan that is behind
// is an answer, not a fault: the exit code is 0.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct TrackRequest {
    std::vector<std::string> plans{};
    std::string year{};            // empty: the last year of inventory.csv
    std::string date{};            // of the rules; empty: today
    std::filesystem::path pack{};  // folder; empty: none
    std::string run{};             // a stored run to look for measures in; empty: none
};

Answer track(const TrackRequest& request, const Session& session);

}  // namespace ecumene::pipeline
