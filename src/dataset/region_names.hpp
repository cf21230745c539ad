// Finds the region someone meant: 'Seoul' or '서울' for the code '11'.
//
//     meant_region("Seol", regions.frame) == "did you mean '11' (Seoul)?"
#pragma once

#include <string>
#include <string_view>

#include "core/frame.hpp"

namespace ecumene::dataset {

// For any table with a key column, and names if it has them; empty when nothing is near.
std::string meant_entry(std::string_view written, const Frame& table, const std::string& key);

}  // namespace ecumene::dataset
