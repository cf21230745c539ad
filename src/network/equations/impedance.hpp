// How hard lines and transformers resist a flow, in units in which they may be compared around a cycle.
//
//     const auto ohm = impedances(network, network["lines"]);
//     ohm.reactance[item]      // per unit on a base of 1 MVA: x / v_nom^2, or x / s_nom of a transformer
#pragma once

#include <vector>

#include "network/network.hpp"

namespace ecumene::network {

struct Impedances {
    std::vector<double> reactance, resistance;  // by item; what DC networks see is the resistance
    // Radians by item in a snapshot, from transformers that shift the phase; zero for lines.
    std::vector<double> type_shift;  // by item; not-a-number: as the attribute says
};

Impedances impedances(const Network& network, const Component& component);

}  // namespace ecumene::network
