// The index sets of the plan (docs/model/energy.md). A site is an hourly process at a region, a depot a store at a region,
// works a yearly process at a region. A run is a stretch of the year's true order that one period stands for.
#pragma once

#include "core/index.hpp"

namespace ecumene::planning {

using Region = Index<struct RegionTag>;
using Year = Index<struct YearTag>;
using Snapshot = Index<struct SnapshotTag>;
using Period = Index<struct PeriodTag>;
using Run = Index<struct RunTag>;
using HourlyCarrier = Index<struct HourlyCarrierTag>;
using Fuel = Index<struct FuelTag>;          // yearly carrier counted in MWh
using Material = Index<struct MaterialTag>;  // yearly carrier counted in t
using Site = Index<struct SiteTag>;
using Works = Index<struct WorksTag>;
using Depot = Index<struct DepotTag>;
using Link = Index<struct LinkTag>;
using LinkGroup = Index<struct LinkGroupTag>;
using CutStep = Index<struct CutStepTag>;

}  // namespace ecumene::planning
