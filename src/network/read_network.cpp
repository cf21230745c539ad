#include "network/read_network.hpp"

#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "network/check.hpp"
#include "network/raw_network.hpp"

namespace ecumene::network {
namespace {

namespace fs = std::filesystem;

// A file that is cut off looks to the library as one of another kind.
RawNetwork raw_netcdf(const fs::path& path, Findings& findings) {
    try {
        return read_netcdf_file(path);
    } catch (const Error& e) {
        if (e.kind() != ErrorKind::input) throw;
        findings.error({.severity = Severity::error,
            .code = "not_netcdf",
            .file = path.filename().string(),
            .row = 0,
            .column = {},
            .message = e.message() + ": the file was cut off, or is of another kind",
            .remedy = "fetch it again, or name a file that n.export_to_netcdf() wrote"});
        return {};
    }
}

RawNetwork raw_network(const fs::path& path, Findings& findings) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return read_csv_folder(path, findings);
    if (fs::is_regular_file(path, ignored)) return raw_netcdf(path, findings);
    throw Error(ErrorKind::input, compose("there is no network at {}", {path.string()}));
}

}  // namespace

Network read_network(const fs::path& path, Findings& findings) {
    auto raw = raw_network(path, findings);
    if (findings.has_errors() && raw.tables.empty()) return empty_network();
    auto network = assemble(std::move(raw), findings);
    // A network that could not be read whole would only be found wrong again, for reasons that are not its own.
    if (!findings.has_errors()) check_network(network, findings);
    return network;
}

}  // namespace ecumene::network
