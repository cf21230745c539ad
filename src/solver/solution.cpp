#include "solver/solution.hpp"

namespace ecumene::solver {

std::string_view name_of(Reason reason) {
    switch (reason) {
        case Reason::optimal: return "optimal";
        case Reason::infeasible: return "infeasible";
        case Reason::unbounded: return "unbounded";
        case Reason::infeasible_or_unbounded: return "infeasible_or_unbounded";
        case Reason::limit: return "limit";
        case Reason::cancelled: return "cancelled";
        case Reason::failed: break;
    }
    return "failed";
}

}  // namespace ecumene::solver
