// Whether a network makes sense and asks for nothing that is not built: references, limits, refused attributes.
//
//     check_network(network, findings);
//
// Internal to this module; read_network() calls it.
#pragma once

#include "core/findings.hpp"
#include "network/network.hpp"

namespace ecumene::network {

void check_network(const Network& network, Findings& findings);

}  // namespace ecumene::network
