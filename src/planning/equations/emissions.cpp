// (E8)  emissions of a region, sector and year = sum of the net flows of its processes to the atmosphere.
#include "planning/equations/decisions.hpp"

namespace ecumene::planning {

void write_emissions(lp::Model& m, const System& s, const Decisions& d, const Balances& b) {
    for (const Region r : s.regions)
        for (const Sector sector : s.sectors)
            for (const Year y : s.years) {
                m.add_to(b.emissions(r, sector, y), 1.0 * d.emissions(r, sector, y));
                m.set_bounds(b.emissions(r, sector, y), Quantity<tCO2>{0.0}, Quantity<tCO2>{0.0});
            }
}

}  // namespace ecumene::planning
