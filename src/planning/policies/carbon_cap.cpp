// (E8)  sum_n epsilon_ny <= cap_y, of all sectors or one, of the nation or a region;  sum_y L_y sum_n epsilon_ny <= budget
#include <algorithm>
#include <cmath>
#include <numeric>

#include "planning/policies/policies.hpp"

namespace ecumene::planning {
namespace {

// A cap of zero where nothing can take carbon out leaves a plan one point: the price of its last tonne would be any number
// above the true one. Met to within this share of what is usual, the last tonne has one price.
constexpr double last_tonnes = 1e-5;

std::vector<Region> regions_of(const System& s, const CapData& cap) {
    std::vector<Region> regions;
    for (const Region r : s.regions)
        if (cap.region.pos < 0 || cap.region == r) regions.push_back(r);
    return regions;
}

std::vector<Sector> sectors_of(const System& s, const CapData& cap) {
    std::vector<Sector> sectors;
    for (const Sector sector : s.sectors)
        if (cap.sector.pos < 0 || cap.sector == sector) sectors.push_back(sector);
    return sectors;
}

bool can_take_carbon_out(const System& s, const CapData& cap, Year y) {
    const auto takes = [&](const ProcessData& p) {
        const bool is_within = (cap.region.pos < 0 || cap.region == p.region) &&
                               (cap.sector.pos < 0 || cap.sector == s.technology_of(p).sector);
        return is_within && p.emission(y) < 0.0;
    };
    return std::any_of(s.site.begin(), s.site.end(), takes) || std::any_of(s.work.begin(), s.work.end(), takes);
}

void write_cap(lp::Model& m, const System& s, const Decisions& d, const CapData& cap, Policies& policies) {
    const auto regions = regions_of(s, cap);
    const auto sectors = sectors_of(s, cap);
    const std::string place = cap.region.pos < 0 ? s.nation : s.code(cap.region);
    auto rows = m.constraints<tCO2>(cap.region.pos < 0 ? cap.policy : cap.policy + ":" + place, s.years);
    for (const Year y : s.years) {
        if (!std::isfinite(cap.limit[y.at()])) continue;
        const double least = can_take_carbon_out(s, cap, y) ? -lp::infinity : last_tonnes * cap.usual;
        const double limit = std::max(cap.limit[y.at()], least);
        m.subject_to(rows(y), sum(regions, sectors, [&](Region r, Sector sector) {
            return 1.0 * d.emissions(r, sector, y);
        }) <= Quantity<tCO2>{limit});
        policies.rows.push_back({.policy = cap.policy,
            .region = place,
            .year = s.calendar_year(y),
            .limit = limit,
            .unit = "tCO2eq",
            .row = rows(y).row,
            .per_year = s.discount[y.at()],
            .usual = std::max(cap.usual, std::abs(limit))});
    }
}

void write_budget(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    if (!std::isfinite(s.carbon_budget)) return;
    auto budget = m.constraints<tCO2>("carbon_budget", Set<Index<struct OneTag>>(1));
    const auto row = budget({});
    m.subject_to(row, sum(s.years, s.regions, s.sectors, [&](Year y, Region r, Sector sector) {
        return s.period_years[y.at()] * d.emissions(r, sector, y);
    }) <= Quantity<tCO2>{s.carbon_budget});
    policies.rows.push_back({.policy = "carbon_budget",
        .region = s.nation,
        .year = 0,
        .limit = s.carbon_budget,
        .unit = "tCO2eq",
        .row = row.row,
        .usual = s.usual_emissions * std::accumulate(s.period_years.begin(), s.period_years.end(), 0.0)});
}

}  // namespace

void write_carbon_cap(lp::Model& m, const System& s, const Decisions& d, Policies& policies) {
    for (const auto& cap : s.caps) write_cap(m, s, d, cap, policies);
    write_budget(m, s, d, policies);
}

}  // namespace ecumene::planning
