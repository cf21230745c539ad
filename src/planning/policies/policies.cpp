#include "planning/policies/policies.hpp"

namespace ecumene::planning {

Policies write_policies(lp::Model& m, const System& s, const Decisions& d) {
    Policies policies;
    write_carbon_cap(m, s, d, policies);
    write_self_reliance(m, s, d, policies);
    write_link_groups(m, s, d, policies);
    write_build_pace(m, s, d, policies);
    write_total_limits(m, s, d, policies);
    write_adequacy(m, s, d, policies);
    write_job_floor(m, s, d, policies);
    write_land(m, s, d, policies);
    write_unserved_limit(m, s, d, policies);
    return policies;
}

}  // namespace ecumene::planning
