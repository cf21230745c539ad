// Equations with a fault that the compiler must find. Built once for each CASE, which must fail with the message named in
// src/lp/CMakeLists.txt, and once without, which must succeed.
#include "lp/model.hpp"

namespace {

using namespace ecumene;
using namespace ecumene::lp;

using Region = Index<struct RegionTag>;
using Hour = Index<struct HourTag>;

[[maybe_unused]] void equations() {
    const Set<Region> regions(2);
    const Set<Hour> hours(3);
    const Region r{0};
    const Hour h{0};
    Model m;
    const auto power = m.variables<MW>("power", {}, regions, hours);
    const auto energy = m.variables<MWh>("energy", {}, regions, hours);
    const auto balance = m.constraints<MW>("balance", regions, hours);
    m.subject_to(balance(r, h), power(r, h) <= Quantity<MW>{1.0});
#if defined CASE_TERMS
    m.subject_to(balance(r, h), power(r, h) + energy(r, h) <= Quantity<MW>{1.0});
#elif defined CASE_ROW
    m.subject_to(balance(r, h), energy(r, h) <= Quantity<MWh>{1.0});
#elif defined CASE_SHARE
    m.add_to(balance(r, h), energy(r, h));
#elif defined CASE_SIDES
    m.subject_to(balance(r, h), power(r, h) <= Quantity<MWh>{1.0});
#elif defined CASE_OBJECTIVE
    m.minimise(energy(r, h));
#elif defined CASE_QUANTITIES
    [[maybe_unused]] const auto wrong = Quantity<MW>{1.0} + Quantity<MWh>{1.0};
#elif defined CASE_INDICES
    m.add_to(balance(r, h), power(h, r));
#elif defined CASE_NESTED
    m.add_to(balance(r, h), sum(regions, [&](Region i) { return sum(hours, [&](Hour j) { return power(i, j); }); }));
#else
    m.add_to(balance(r, h), power(r, h));
    m.minimise(Quantity<MKRW_per_MWh>{1.0} * energy(r, h));
#endif
}

}  // namespace
