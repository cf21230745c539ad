// How little a valid area can cost that holds some units already: the bound of the search for cheap areas (S17).
//
//     AreaRelaxation relaxation(search, prices);
//     RelaxedArea r = relaxation.least_cost({totals_so_far, reachable_units, their_exchange_with_the_area, budget}, hint);
//     r.bound;       // whatever is added to make the area valid costs at least this; infinite if nothing does
//
// A valid area keeps inside what its residents and its workers need. One such need is charged at a price of flow; the best choice of
// units at that price is a minimum cut (gain_cut.hpp), because a flow is gained only when both its ends are in. The price that bounds
// best lies where a choice below the need costs, so charged, as much as one above it. Besides, the least size must be paid for.
#pragma once

#include <vector>

#include "structure/living_areas/area_search.hpp"
#include "structure/living_areas/gain_cut.hpp"

namespace ecumene::structure {

// An area in the making.
struct AreaSoFar {
    const AreaFlows& sum;
    const std::vector<std::size_t>& reached;  // units that may join
    const std::vector<double>& with_area;     // of each of them, exchange with the area
    double budget{};                          // a bound from here on is good enough
};

// Where a bound was found before, to look there first.
struct RelaxedHint {
    static constexpr std::size_t every_need = static_cast<std::size_t>(-1);
    std::size_t need{every_need};
    double flow_price{};
};

struct RelaxedArea {
    // Among the reached units: what it costs, and how far the area with it lies above its need.
    struct Choice {
        double cost{}, above{};
        std::vector<char> has{};
    };
    double bound{};
    RelaxedHint hint{};
    Choice below, above;  // the two choices between which the bound lies; empty where it needs none
};

class AreaRelaxation {
public:
    AreaRelaxation(const AreaSearch& search, const std::vector<double>& prices) : search_(search), prices_(prices) {}
    bool may_be_small{};  // the area may be closed in itself below the least size

    RelaxedArea least_cost(const AreaSoFar& area, const RelaxedHint& hint = {}) const;

private:
    // Inner flow >= per_resident R + per_worker W + fixed.
    struct Need {
        double per_resident{}, per_worker{}, fixed{};
    };
    class Charging;
    std::vector<Need> needs(const AreaSoFar& area) const;
    double size_bound(const AreaSoFar& area) const;

    const AreaSearch& search_;
    const std::vector<double>& prices_;
};

}  // namespace ecumene::structure
