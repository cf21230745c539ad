#include "network/read_network.hpp"

#include "core/error.hpp"
#include "core/text.hpp"
#include "network/check.hpp"
#include "network/raw_network.hpp"

namespace ecumene::network {
namespace {

namespace fs = std::filesystem;

RawNetwork raw_network(const fs::path& path, Findings& findings) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return read_csv_folder(path, findings);
    if (fs::is_regular_file(path, ignored)) return read_netcdf_file(path);
    throw Error(ErrorKind::input, compose("there is no network at {}", {path.string()}));
}

}  // namespace

Network read_network(const fs::path& path, Findings& findings) {
    auto network = assemble(raw_network(path, findings), findings);
    // A network that could not be read whole would only be found wrong again, for reasons that are not its own.
    if (!findings.has_errors()) check_network(network, findings);
    return network;
}

}  // namespace ecumene::network
