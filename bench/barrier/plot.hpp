// CPU seconds against the size of the problem, both logarithmic, for both solvers: a picture file that needs nothing else.
//
//     files::write_file(folder / "barrier.svg", plot_of(results));
#pragma once

#include <string>
#include <vector>

#include "barrier/results.hpp"

namespace ecumene::bench {

// What HiGHS did not do within its limit stands at the limit, with an arrow upwards.
std::string plot_of(const std::vector<Result>& results);

}  // namespace ecumene::bench
