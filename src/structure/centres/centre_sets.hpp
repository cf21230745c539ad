// The index sets of the centre model: which unit may become a centre of which tier, who may use it, who may commute where.
// Internal to this folder. Only what is within reach is listed, so the model grows with neighbourhoods, not with pairs.
#pragma once

#include <vector>

#include "core/index.hpp"
#include "structure/centres/centre_case.hpp"

namespace ecumene::structure {

using Place = Index<struct CentrePlaceTag>;  // a unit of the case
using Site = Index<struct CentreSiteTag>;    // a unit as centre of a tier
using Route = Index<struct CentreRouteTag>;  // people of a unit to a site
using Need = Index<struct CentreNeedTag>;    // a unit's need of a tier
using Way = Index<struct CentreWayTag>;      // a way to work
using Area = Index<struct CentreAreaTag>;

struct SiteRecord {
    std::size_t tier{};
    Place place;
    bool is_fixed{};
    std::vector<Route> routes{};
    double least_load{};  // the tier's least people, or all within reach where they are fewer
};
struct RouteRecord {
    Site site;
    Need need;
    double kilometres{}, minutes{}, price{};  // price of one trip
};
struct NeedRecord {
    std::size_t tier{};
    Place place;
    std::vector<Route> routes;
};
struct WayRecord {
    Place home, work;
    double kilometres{}, price{};
};

struct CentreSets {
    explicit CentreSets(const CentreCase& ask);

    std::vector<SiteRecord> sites;
    std::vector<RouteRecord> routes;
    std::vector<NeedRecord> needs;
    std::vector<WayRecord> ways;
    std::vector<std::vector<Way>> ways_from, ways_to;  // by place
    std::vector<std::vector<Site>> sites_of_tier;      // by tier
    std::vector<std::vector<Place>> places_of_area;    // by area
    std::vector<std::vector<Need>> needs_of;           // by place

private:
    void waive_loads(const CentreCase& ask);
    void add_sites(const CentreCase& ask, std::size_t tier);
    void add_routes(const CentreCase& ask, std::size_t tier, Place place);
    void add_ways(const CentreCase& ask, Place home);
};

}  // namespace ecumene::structure
