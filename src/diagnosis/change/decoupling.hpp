// Whether emissions parted from growth: the elasticity of Tapio and its eight states.
//
//     const Decoupling d = decoupling_of(100, 95, 1000, 1100);   // emissions -5 %, product +10 %
//     d.state == DecouplingState::strong_decoupling, d.elasticity == -0.5
//
// Elasticity has no unit. Tapio (2005), Transport Policy 12: bounds 0.8 and 1.2. Undefined where the product hardly
// changed (less than 0.1 %), or a figure is unknown or not above zero at the start.
#pragma once

#include <array>

#include "core/frame.hpp"
#include "core/text.hpp"

namespace ecumene::diagnosis {

enum class DecouplingState {
    strong_decoupling,
    weak_decoupling,
    expansive_coupling,
    expansive_negative_decoupling,
    strong_negative_decoupling,
    weak_negative_decoupling,
    recessive_coupling,
    recessive_decoupling,
    undefined
};

inline constexpr double coupling_from = 0.8, coupling_to = 1.2;
// A product that changed by less than this share has no elasticity.
inline constexpr double no_growth = 0.001;

struct Decoupling {
    DecouplingState state{DecouplingState::undefined};
    double elasticity{blank};                               // 1
    double emissions_change{blank}, product_change{blank};  // shares of the first figure
    Bilingual reason{};                                     // why it is undefined; empty otherwise
};

// (D19)
Decoupling decoupling_of(double first_emissions, double last_emissions, double first_product, double last_product);

const char* id_of(DecouplingState state);  // "strong_decoupling"
Bilingual name_of(DecouplingState state);  // "strong decoupling", "강한 탈동조화"

}  // namespace ecumene::diagnosis
