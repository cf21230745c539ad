// Whether neighbours resemble one another: Moran's I, global and local, with permutation p-values.
//
//     const Moran m = moran(values, neighbourhood, {.permutations = 999, .seed = 1});
//     m.index > m.expected, m.p                  // two-sided pseudo p: 2 (1 + draws as far out) / (1 + draws)
//     m.local[i].quadrant                        // high_high: a high region among high ones
//
// No unit. Values may be negative. Same seed, same p. Refused (reason) for fewer than 4 values, no spread, or no
// neighbours. Moran (1950); Anselin (1995), conditional permutation for the local figures.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "diagnosis/spread/neighbourhood.hpp"

namespace ecumene::diagnosis {

struct MoranOptions {
    int permutations{999};
    std::uint64_t seed{20180101};
};

enum class Quadrant { high_high, low_low, high_low, low_high, island };
const char* id_of(Quadrant quadrant);

struct LocalMoran {
    double index{blank};
    double p{blank};
    Quadrant quadrant{Quadrant::island};
};

struct Moran {
    double index{blank}, expected{blank}, p{blank};
    std::vector<LocalMoran> local{};  // in the order of the values
    Bilingual reason{};               // why it is blank; empty otherwise
};

// (D25) global, (D26) local.
Moran moran(std::span<const double> values, const Neighbourhood& neighbourhood, const MoranOptions& options = {});

}  // namespace ecumene::diagnosis
