// A network as PyPSA writes it, a folder of CSV files or one NetCDF file, read and checked.
//
//     Findings findings;
//     const Network network = read_network("ac-dc-meshed.nc", findings);
//     findings.raise_if_errors();
//
// Everything that is wrong is collected: what, where, how to mend it. What is set but not built here is refused by name; what
// is not known is kept aside with a note. Cost: the size of the files. Errors: ErrorKind::input for a path that is not
// there.
#pragma once

#include <filesystem>

#include "core/findings.hpp"
#include "network/network.hpp"

namespace ecumene::network {

Network read_network(const std::filesystem::path& path, Findings& findings);

}  // namespace ecumene::network
