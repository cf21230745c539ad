// Hourly series: series/<name>.csv with a column `hour` 1..8760 and a column per region, or one column `all`.
//
//     std::optional<Series> solar = read_series({"series/solar.csv", SeriesKind::availability}, std::move(text), regions, log);
//
// Availability lies in 0..1. A shape is scaled to sum to one over the year. 29 February is not part of a year here.
#pragma once

#include <optional>
#include <string>

#include "dataset/dataset.hpp"
#include "dataset/finding_log.hpp"
#include "dataset/table_reader.hpp"

namespace ecumene::dataset {

inline constexpr std::size_t hours_of_year = 8760;

enum class SeriesKind { availability, shape };

struct SeriesFile {
    std::string file;
    SeriesKind kind{};
};

// Empty if anything was wrong with it.
std::optional<Series> read_series(
    const SeriesFile& described, std::string text, const LoadedTable& regions, FindingLog& log);

}  // namespace ecumene::dataset
