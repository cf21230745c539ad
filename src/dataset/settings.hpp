// ecumene.toml: what the package is, its base year, money and default scenario.
//
//     Settings settings = read_settings(value, log);        // value from files::read_toml
//
// Tables besides [title] and [package] belong to others and are left alone.
#pragma once

#include "dataset/dataset.hpp"
#include "dataset/finding_log.hpp"
#include "files/value.hpp"

namespace ecumene::dataset {

inline constexpr const char* settings_file = "ecumene.toml";

Settings read_settings(const files::Value& root, FindingLog& log);

}  // namespace ecumene::dataset
