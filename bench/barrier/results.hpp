// What was measured, as tables on the terminal and as a CSV.
//
//     print(results, rules);
//     files::write_file(folder / "barrier.csv", csv_of(results));
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "barrier/instance.hpp"
#include "barrier/measure.hpp"

namespace ecumene::bench {

// One seed of an instance, by both solvers.
struct Trial {
    unsigned seed{};
    Measured ours, theirs;
};

struct Result {
    Instance instance;
    std::int64_t rows{}, columns{}, entries{};
    std::vector<Trial> trials;  // a file has one
};

// The middle one by seconds (of an even number the slower), where none proved is slower than any.
Measured median_of(const Result& result, Solver solver);

// "4.70", "> 120", "none (14.9)": ended without a certificate.
std::string seconds_text(const Measured& measured, const Rules& rules);

void print(const std::vector<Result>& results, const Rules& rules);

std::string csv_of(const std::vector<Result>& results);

}  // namespace ecumene::bench
