// The report's parts, in the order a reader meets them: what comes out, where, why, what to do, who pays, how sure it is.
// Each gives a <section>, or nothing where the plan has no figures for it.
#pragma once

#include <string>

#include "output/plan_view.hpp"
#include "output/sums.hpp"

namespace ecumene::output {

std::string headline_section(const PlanView& view);
std::string conflicts_section(const PlanView& view);
std::string map_section(const PlanView& view);
std::string pathway_section(const PlanView& view);
std::string sectors_section(const PlanView& view);
// Emissions of more than one sector are planned.
bool is_of_many_sectors(const PlanView& view);
std::string mix_section(const PlanView& view);
std::string builds_section(const PlanView& view);
std::string links_section(const PlanView& view);
std::string dispatch_section(const PlanView& view);
std::string prices_section(const PlanView& view);
std::string burden_section(const PlanView& view);
std::string policies_section(const PlanView& view);
std::string base_year_section(const PlanView& view);
std::string estimates_section(const PlanView& view);
std::string certificate_section(const PlanView& view);
std::string sources_section(const PlanView& view);

// Figures for regions other than the national total, as JSON for the day charts' region selector; empty without dispatch.
std::string dispatch_json(const PlanView& view);

// Power of plants and stores built in the first `periods` milestone years, MW by {region, group}; nothing below 1 MW.
Sums first_builds(const PlanView& view, std::size_t periods);

}  // namespace ecumene::output
