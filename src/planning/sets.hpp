// The index sets of the plan (docs/model/energy.md). A site is an hourly process at a region, a depot a store at a region,
// works a yearly process at a region, a route a link by the year. A market is where a yearly carrier balances: a region, or
// the nation. A pattern is what works take of an hourly carrier in one region by one shape. A run is a stretch of the year's
// true order that one period stands for.
#pragma once

#include "core/index.hpp"

namespace ecumene::planning {

using Region = Index<struct RegionTag>;
using Year = Index<struct YearTag>;
using Snapshot = Index<struct SnapshotTag>;
using Period = Index<struct PeriodTag>;
using Run = Index<struct RunTag>;
using HourlyCarrier = Index<struct HourlyCarrierTag>;
using YearlyCarrier = Index<struct YearlyCarrierTag>;
using Market = Index<struct MarketTag>;
using Pattern = Index<struct PatternTag>;
using Sector = Index<struct SectorTag>;
using Site = Index<struct SiteTag>;
using Works = Index<struct WorksTag>;
using Depot = Index<struct DepotTag>;
using Link = Index<struct LinkTag>;
using Route = Index<struct RouteTag>;
using LinkGroup = Index<struct LinkGroupTag>;
using CutStep = Index<struct CutStepTag>;

}  // namespace ecumene::planning
