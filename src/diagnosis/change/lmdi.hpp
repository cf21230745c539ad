// Splits a change exactly over the factors whose product it is: LMDI-I, additive, with no residual.
//
//     // E = sum over cells of P * (G/P) * (E/G); two factors zero or more in a cell are handled by their limits
//     const Decomposition d = decompose(cells, 3);
//     if (d.is_refused()) tell(d.refusal); else d.effects[2];      // what intensity did, in the unit of E
//
// Units: effects have the unit of the value that was split. sum(effects) = change to rounding (1e-12 of the gross change).
// Refused, never forced: a value or factor below zero or not finite (net sinks), and a value above zero of which a factor
// is zero. Ang (2005), Energy Policy 33; zeros by analytic limits: Ang and Liu (2007), Energy Policy 35. Cost: linear.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/text.hpp"

namespace ecumene::diagnosis {

// One summand: its value at both ends and the factors whose product it is. A factor that does not apply is 1 at both ends.
struct LmdiCell {
    double first{}, last{};
    std::vector<double> first_factors{}, last_factors{};
};

struct Decomposition {
    double first{}, last{};                      // sums over cells
    std::vector<double> effects{};               // one per factor; empty where refused
    std::vector<std::vector<double>> by_cell{};  // the same, of each cell
    Bilingual refusal{};                         // why there are none; empty otherwise
    bool is_refused() const { return !refusal.en.empty(); }
    double change() const { return last - first; }
};

// Logarithmic mean (a - b) / ln(a / b); L(a, a) = a; L(a, 0) = 0. For a, b >= 0.
double logarithmic_mean(double a, double b);

// (D16) Every cell must hold `factors` factors at both ends.
Decomposition decompose(std::span<const LmdiCell> cells, std::size_t factors);

}  // namespace ecumene::diagnosis
