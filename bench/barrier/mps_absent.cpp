#include "barrier/instance.hpp"
#include "core/error.hpp"

namespace ecumene::bench {

lp::Problem read_mps(const std::filesystem::path& path) {
    throw Error(ErrorKind::solver, path.string() + " is not read: this build has no HiGHS, whose reader it takes");
}

}  // namespace ecumene::bench
