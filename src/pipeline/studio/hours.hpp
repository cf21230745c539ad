// The hours of a run as a year of numbers, whichever way the plan kept them: typical days are laid out in their true order.
//
//     const HourTable hours = hours_of(*run, {.carrier = "electricity", .year = 2030, .regions = {"11", "31"}});
//     hours.values[item * hours.points + step]          // MW, float32
//     send(packed(hours));                              // what GET /api/runs/{id}/hours answers
//
// Several regions are added up; their price is the mean weighted by demand. Positive feeds the region.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/value.hpp"
#include "pipeline/studio/run_shelf.hpp"

namespace ecumene::pipeline {

struct HourChoice {
    std::string carrier{"electricity"};
    int year{};                          // 0: the first of the plan
    std::vector<std::string> regions{};  // empty: all
};

struct HourTable {
    std::string carrier{};
    int year{};
    std::vector<std::string> regions{}, items{};
    double step{};  // hours
    std::size_t points{};
    std::vector<int> periods{};                               // which kept day stands for each day of the year
    std::vector<std::pair<int, std::string>> kept_because{};  // period -> typical, peak_residual, ...
    std::vector<float> values{};                              // item by item
};

// Throws WrongUse for a carrier, year or region the run has no hours of.
HourTable hours_of(const ShelvedRun& run, const HourChoice& choice);

// uint32 (little endian): length of the JSON that follows, padded with spaces to four bytes; then the values, float32.
std::string packed(const HourTable& hours);

// What there is to choose from; null for a run without hours.
files::Value hours_value(const ShelvedRun& run);

}  // namespace ecumene::pipeline
