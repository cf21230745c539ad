// The plan's first year set beside official figures (tables/observed.csv). Nothing is tuned; misses are listed.
#pragma once

#include <vector>

#include "core/frame.hpp"
#include "dataset/dataset.hpp"
#include "planning/system.hpp"

namespace ecumene::planning {

// `tables` are the plan's finished tables. Empty when the package has no observed figures for these regions.
Frame base_year_check(const dataset::Dataset& data, const System& system, const std::vector<Frame>& tables);

}  // namespace ecumene::planning
