// Flows and published results of others: ../shared/data/living_areas beside the repository, or where ECUMENE_REFERENCE says.
//
//     if (!has_reference()) GTEST_SKIP() << no_reference;
//     const Region region = brindisi();
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "structure/arranged.hpp"
#include "structure/living_areas/partition.hpp"

namespace ecumene::structure::reference {

inline constexpr const char* no_reference =
    "no reference data: set ECUMENE_REFERENCE to the folder that holds living_areas";

bool has_reference();
Frame table(const std::string& path_in_living_areas);

Arranged brindisi();   // 20 municipalities, census 2001, with borders
Arranged korea_159();  // trips a day, no inner trips, with borders and centroids in metres
Partition partition_in(const Frame& table, const Units& units, const std::string& unit, const std::string& area);

}  // namespace ecumene::structure::reference
